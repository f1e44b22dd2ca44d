import type { Affected } from "@qipan/server/contract/versions";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useAct, useAsk } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { addressText } from "../parts/source-sentence.tsx";
import { ProblemState } from "../parts/state-boxes.tsx";
import { ReasonField, shortestReason } from "../register/reason-field.tsx";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";

/** 待核条目. Rows that stand on sentences which the newer version changed or lost; each is settled with a reason. */
export function AffectedList({ document }: { readonly document: string }): ReactElement {
  const { versions } = useWords();
  return (
    <section aria-labelledby="affected">
      <h2 id="affected">{versions.affected}</h2>
      <Answer of={useAsk("listAffected", { params: { id: document } })} lines={4}>
        {({ items, settled }) => (
          <>
            <p className="t3 small" role="status">
              {items.length === 0 ? versions.noneAffected : versions.affectedCount(items.length)}
              {settled > 0 ? ` ${versions.settled(settled)}` : ""}
            </p>
            <ul className="affected-list">
              {items.map((item) => (
                <One key={`${subjectOf(item)} ${item.oldAddress}`} of={item} document={document} />
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
}

function subjectOf({ entry, observation }: Affected): string {
  return entry?.id ?? observation?.id ?? "";
}

function One({ of, document }: { readonly of: Affected; readonly document: string }): ReactElement {
  const { versions, terms, parts } = useWords();
  const { entry, observation } = of;
  return (
    <li>
      <p>
        {entry ? (
          <>
            <span className="t3 small">{terms.kinds[entry.kind]}</span>{" "}
            <Link to="/entries/$id" params={{ id: entry.id }} className="doc" lang={languageTag.zh}>
              {entry.title}
            </Link>
          </>
        ) : (
          <span className="doc">{versions.figure(observation?.indicator ?? "", observation?.period ?? "")}</span>
        )}{" "}
        <span className="tag">{versions.fates[of.state]}</span>
      </p>
      <dl className="affected-texts">
        <div>
          <dt>{versions.before}</dt>
          <dd lang={languageTag.zh}>
            <Link to="/documents/$id" params={{ id: of.oldDocument }} search={{ sel: of.oldAddress }}>
              {addressText(of.oldAddress, parts)}
            </Link>{" "}
            {of.oldText}
          </dd>
        </div>
        <div>
          <dt>{versions.after}</dt>
          <dd lang={languageTag.zh}>
            {of.newAddress && of.newText ? (
              <>
                <Link to="/documents/$id" params={{ id: document }} search={{ sel: of.newAddress }}>
                  {addressText(of.newAddress, parts)}
                </Link>{" "}
                {of.newText}
              </>
            ) : (
              <span className="absent">{versions.gone}</span>
            )}
          </dd>
        </div>
      </dl>
      {of.mine ? <Settle of={of} document={document} /> : <p className="t3 small">{versions.notMine}</p>}
    </li>
  );
}

function Settle({ of, document }: { readonly of: Affected; readonly document: string }): ReactElement {
  const { versions, entry: words } = useWords();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const settle = useAct("settleAffected");
  const isShort = reason.trim().length < shortestReason;
  const act = (action: "holds" | "withdraw"): void => {
    setTried(true);
    if (isShort) return;
    settle.mutate({
      params: { id: document },
      body: { action, subject: subjectOf(of), oldAddress: of.oldAddress, reason: reason.trim() },
    });
  };
  return (
    <details>
      <summary>{versions.settle}</summary>
      {settle.error ? <ProblemState title={words.failed} text={settle.error.message} /> : null}
      <ReasonField value={reason} error={tried && isShort} onType={setReason} />
      <div className="acts">
        <button
          type="button"
          className="btn main"
          disabled={settle.isPending || of.newAddress === null}
          onClick={() => act("holds")}
        >
          {versions.holds}
        </button>
        {of.entry ? (
          <Link className="btn" to="/entries/$id" params={{ id: of.entry.id }} search={{ panel: "change" }}>
            {versions.edit}
          </Link>
        ) : null}
        <button type="button" className="btn" disabled={settle.isPending} onClick={() => act("withdraw")}>
          {versions.withdraw}
        </button>
      </div>
      {of.newAddress === null ? <p className="t3 small">{versions.cannotHold}</p> : null}
    </details>
  );
}
