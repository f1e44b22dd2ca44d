import { useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { Seg } from "../parts/seg.tsx";
import { languageTag, langOf } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { DayControl } from "./day-control.tsx";
import { Find } from "./find.tsx";
import { moduleOf } from "./modules.ts";
import { useCrumb } from "./place.tsx";

/** 横栏. Where you are, as of which day, find, jurisdiction, language; the same on every page. */
export function Bar(): ReactElement {
  return (
    <header className="bar">
      <Where />
      <DayControl />
      <span className="push" />
      <Find />
      <JurisdictionSeg />
      <LanguageSeg />
    </header>
  );
}

function Where(): ReactElement {
  const { frame } = useWords();
  const path = useLocation().pathname;
  const name = moduleOf(path)?.name ?? (path === "/search" ? "search" : path === "/gallery" ? "gallery" : undefined);
  const crumb = useCrumb();
  const language = useLanguage();
  return (
    <p className="where">
      {name ? frame.modulesOf[name] : frame.name}
      {crumb ? (
        <span className="crumb" lang={langOf(crumb, language)}>
          {" "}
          ／ {crumb}
        </span>
      ) : null}
    </p>
  );
}

function JurisdictionSeg(): ReactElement {
  const { frame, terms } = useWords();
  const { at } = useSearch({ from: "__root__" });
  const navigate = useNavigate();
  const options = (["JJJ", "110000", "120000", "130000"] as const).map((id) => ({
    id,
    label: terms.places[id],
    title: terms.placesLong[id],
  }));
  return (
    <Seg
      className="wide"
      label={frame.jurisdiction}
      options={options}
      value={at ?? "JJJ"}
      onChange={(next) =>
        void navigate({ to: ".", search: (held) => ({ ...held, at: next === "JJJ" ? undefined : next }) })
      }
    />
  );
}

function LanguageSeg(): ReactElement {
  const { frame } = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  return (
    <Seg
      label={frame.languageLabel}
      options={[
        { id: "zh", label: "中", title: "中文", lang: languageTag.zh },
        { id: "en", label: "EN", title: "English", lang: languageTag.en },
      ]}
      value={language}
      onChange={(lang) => void navigate({ to: ".", search: (held) => ({ ...held, lang }), replace: true })}
    />
  );
}
