import type { ClauseChange } from "@qipan/policy/records/version-diff";
import { type ReactElement, useState } from "react";
import { useAsk } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

/** 条款异同. The clauses of this version against those of the one before; what is the same is folded away. */
export function ClauseChanges({
  document,
  isFirst,
}: {
  readonly document: string;
  readonly isFirst: boolean;
}): ReactElement {
  const { versions } = useWords();
  const asked = useAsk("compareVersions", { params: { id: document }, query: {} }, { enabled: !isFirst });
  const [showsAll, setShowsAll] = useState(false);
  return (
    <section aria-labelledby="clause-changes">
      <h2 id="clause-changes">{versions.changes}</h2>
      {isFirst ? (
        <p className="t3 small">{versions.firstVersion}</p>
      ) : (
        <Answer of={asked} lines={8}>
          {({ changes, counts }) => (
            <>
              <p className="t3 small" role="status">
                {versions.counts(counts)}
              </p>
              <label className="small">
                <input type="checkbox" checked={showsAll} onChange={(event) => setShowsAll(event.target.checked)} />{" "}
                {versions.showSame}
              </label>
              <ol className="clause-changes">
                {changes
                  .filter(({ state }) => showsAll || state !== "same")
                  .map((change) => (
                    <Change key={`${change.oldClause?.path ?? ""} ${change.newClause?.path ?? ""}`} of={change} />
                  ))}
              </ol>
            </>
          )}
        </Answer>
      )}
    </section>
  );
}

function Change({ of }: { readonly of: ClauseChange }): ReactElement {
  const { versions } = useWords();
  const clause = of.newClause ?? of.oldClause;
  return (
    <li className={of.state}>
      <p>
        <span className="tag">{versions.states[of.state]}</span>{" "}
        <span className="t3 small" lang={languageTag.zh}>
          {clause?.marks.join("")}
        </span>{" "}
        <b className="doc" lang={languageTag.zh}>
          {clause?.title}
        </b>
      </p>
      <p className="clause-words" lang={languageTag.zh}>
        {of.parts.map(({ op, text }, index) => {
          const key = `${index} ${op}`;
          if (op === "ins") return <ins key={key}>{text}</ins>;
          return op === "del" ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
        })}
      </p>
    </li>
  );
}
