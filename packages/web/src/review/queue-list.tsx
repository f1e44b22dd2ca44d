import type { ReviewItem } from "@qipan/server/contract/review";
import { Link } from "@tanstack/react-router";
import { Fragment, type ReactElement, useEffect, useRef } from "react";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { CertaintyMark } from "./certainty-mark.tsx";
import { readingTitle } from "./reading-title.ts";

/** 待审列. Readings in order, under the name of their document; the one looked at stands on a sheet. */
export function QueueList(props: {
  readonly items: readonly ReviewItem[];
  readonly chosen: string | undefined;
}): ReactElement {
  const { review } = useWords();
  const list = useRef<HTMLUListElement>(null);
  const { chosen } = props;
  useEffect(() => {
    const item = chosen === undefined ? null : list.current?.querySelector(`[data-reading="${CSS.escape(chosen)}"]`);
    item?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <ul className="queue-list" ref={list} aria-label={review.queue.list}>
      {props.items.map((item, index) => (
        <Fragment key={item.id}>
          {item.document === props.items[index - 1]?.document ? null : (
            <li className="queue-document small t3" lang={languageTag.zh}>
              {item.documentName}
            </li>
          )}
          <Item item={item} isChosen={item.id === chosen} />
        </Fragment>
      ))}
    </ul>
  );
}

function Item({ item, isChosen }: { readonly item: ReviewItem; readonly isChosen: boolean }): ReactElement {
  const { reader, review, terms } = useWords();
  const glosses: Readonly<Record<string, string>> = reader.glosses;
  const isOpen = item.state === "pending";
  return (
    <li className={isChosen ? "queue-item here" : "queue-item"} data-reading={item.id}>
      <Link
        to="."
        search={(held) => ({ ...held, reading: item.id })}
        resetScroll={false}
        replace
        aria-current={isChosen ? "true" : undefined}
      >
        <span className={isOpen ? "gloss" : "gloss on"} aria-hidden="true">
          {glosses[item.type] ?? reader.glosses.other}
        </span>
        <span className="doc" lang={languageTag.zh}>
          {readingTitle(item.reading)}
        </span>
      </Link>
      <p className="small t3">
        {isOpen ? null : `${terms.readingStates[item.state]} `}
        {item.certainty === "unsure" ? (
          <span className="near">{review.queue.unsure}</span>
        ) : (
          <CertaintyMark of={item.certainty} />
        )}{" "}
        {item.alike ? review.queue.alike : ""}
      </p>
    </li>
  );
}
