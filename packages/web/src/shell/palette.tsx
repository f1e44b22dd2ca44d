import type { Hit } from "@qipan/server/contract/search";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useDeferredValue, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { ListBox, ListBoxItem, ListBoxSection } from "react-aria-components/ListBox";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { Input, SearchField } from "react-aria-components/SearchField";
import { useAsk } from "../ask.ts";
import { Marked } from "../parts/marked.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import { modules } from "./modules.ts";

const enough = 2;

/** 命令板. Pages by name, sentences and entries by words; Enter opens, Esc closes and gives the focus back. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { frame } = useWords();
  const [words, setWords] = useState("");
  return (
    <ModalOverlay
      className="palette-ground"
      isOpen
      isDismissable
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <Modal className="palette">
        <Dialog aria-label={frame.findLabel}>
          <Autocomplete inputValue={words} onInputChange={setWords}>
            <SearchField aria-label={frame.find} autoFocus>
              <Input placeholder={frame.find} />
            </SearchField>
            <Found words={words.trim()} onClose={onClose} />
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Found({ words, onClose }: { readonly words: string; readonly onClose: () => void }): ReactElement {
  const { frame } = useWords();
  const asked = useDeferredValue(words);
  const found = useAsk(
    "searchAll",
    { query: { q: asked, limit: 12 } },
    { enabled: asked.length >= enough, keep: true },
  );
  const open = useOpen(onClose);
  const pages = modules.filter((module) => matches(frame.modulesOf[module.name], words));
  const hits = asked.length >= enough ? (found.data?.items ?? []) : [];
  return (
    <>
      <ListBox aria-label={frame.findLabel} onAction={(key) => open(String(key), asked)} className="palette-list">
        {pages.length > 0 ? (
          <ListBoxSection>
            <Header>{frame.findPages}</Header>
            {pages.map((module) => (
              <ListBoxItem key={module.to} id={`page ${module.to}`} textValue={frame.modulesOf[module.name]}>
                {frame.modulesOf[module.name]} <kbd>g {module.key}</kbd>
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ) : null}
        <Hits label={frame.findEntries} hits={hits.filter((hit) => hit.type === "entry")} />
        <Hits label={frame.findSentences} hits={hits.filter((hit) => hit.type === "sentence")} />
        {hits.length > 0 ? (
          <ListBoxItem id="all" textValue={frame.findAll(asked)}>
            {frame.findAll(asked)}
          </ListBoxItem>
        ) : null}
      </ListBox>
      <p className="palette-note" role="status">
        {noteFor(frame, { words, none: found.isSuccess && hits.length === 0, looking: found.isFetching })}
      </p>
    </>
  );
}

function Hits({ label, hits }: { readonly label: string; readonly hits: readonly Hit[] }): ReactElement | null {
  const { terms } = useWords();
  const language = useLanguage();
  if (hits.length === 0) return null;
  return (
    <ListBoxSection>
      <Header>{label}</Header>
      {hits.map((hit) => (
        <ListBoxItem key={keyOf(hit)} id={keyOf(hit)} textValue={hit.type === "entry" ? hit.title : hit.text}>
          <span
            className="doc"
            lang={language === "en" && !(hit.type === "entry" && hit.titleEn) ? "zh-CN" : undefined}
          >
            {hit.type === "sentence" ? (
              <Marked text={hit.text} marks={hit.marks} />
            ) : language === "en" ? (
              (hit.titleEn ?? hit.title)
            ) : (
              hit.title
            )}
          </span>
          <span className="t3 small">
            {hit.type === "sentence"
              ? hit.documentName
              : (Object.entries(terms.kinds).find(([kind]) => kind === hit.kind)?.[1] ?? hit.kind)}
          </span>
        </ListBoxItem>
      ))}
    </ListBoxSection>
  );
}

function useOpen(onClose: () => void): (key: string, words: string) => void {
  const navigate = useNavigate();
  return (key, words) => {
    onClose();
    const [type = "", id = "", address = ""] = key.split(" ");
    const module = modules.find((module) => module.to === id);
    if (type === "page" && module) void navigate({ to: module.to });
    if (type === "entry") void navigate({ to: "/entries/$id", params: { id } });
    if (type === "sentence") void navigate({ to: "/documents/$id", params: { id }, search: { sel: address } });
    if (type === "all") void navigate({ to: "/search", search: { q: words } });
  };
}

function keyOf(hit: Hit): string {
  return hit.type === "entry" ? `entry ${hit.id}` : `sentence ${hit.document} ${hit.address}`;
}

function matches(name: string, words: string): boolean {
  return words === "" || name.toLowerCase().includes(words.toLowerCase());
}

function noteFor(
  frame: ReturnType<typeof useWords>["frame"],
  state: { readonly words: string; readonly none: boolean; readonly looking: boolean },
): string {
  if (state.words.length < enough) return frame.findStart;
  if (state.looking) return frame.findSearching;
  return state.none ? frame.findNothing(state.words) : "";
}
