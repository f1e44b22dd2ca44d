import { addressOf } from "@qipan/server/contract/client";
import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";

const formats = ["csv", "xlsx", "json"] as const;

/** 取走. The rows in view as files: the same question at the address of the list, by extension. */
export function Downloads(props: {
  readonly name: string;
  readonly query: Readonly<Record<string, unknown>>;
}): ReactElement {
  const { registers } = useWords();
  return (
    <span className="downloads">
      <span className="t3 small">{registers.take}</span>
      {formats.map((format) => (
        <a
          key={format}
          className="btn"
          href={addressOf(`/api/entries.${format}`, {}, props.query)}
          download
          aria-label={registers.takeAs(props.name, format.toUpperCase())}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
