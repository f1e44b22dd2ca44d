import { type CardField, cardValues } from "@qipan/policy/records/card";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";

/** 卡片沿革. Who read or set which fields, when and why; newest last. */
export function CardHistory({ document }: { readonly document: string }): ReactElement {
  const { card: words } = useWords();
  const language = useLanguage();
  const nameOf = (field: string): string => cardValues.shape[field as CardField].meta()?.[language] ?? field; // the contract gives fields only
  return (
    <section className="block" aria-labelledby="card-history">
      <h2 id="card-history" className="h3">
        {words.history}
      </h2>
      <Answer of={useAsk("getCardHistory", { params: { id: document } })} lines={3}>
        {({ items }) => (
          <ol className="card-history small">
            {items.map(({ version, actor, recordedAt, reason, changed }) => (
              <li key={version}>
                <time dateTime={recordedAt}>{recordedAt.slice(0, 16).replace("T", " ")}</time> {actor}
                {reason ? <span className="t2">{words.because(reason)}</span> : null}
                <p className="t3">{version === 1 ? words.readFirst : changed.map(nameOf).join(words.between)}</p>
              </li>
            ))}
          </ol>
        )}
      </Answer>
    </section>
  );
}
