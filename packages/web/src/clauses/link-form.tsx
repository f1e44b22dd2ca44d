import type { ClausePlace } from "@qipan/policy/records/clause-link";
import { type ReactElement, type SyntheticEvent, useId, useState } from "react";
import { useAct } from "../ask.ts";
import { ProblemState } from "../parts/state-boxes.tsx";
import { useWords } from "../words/use-words.ts";
import { depthOf } from "./clause-rows.ts";

/** 选中一对. Addresses of the two clauses chosen so far; empty where none is. */
export interface Pair {
  readonly upper: string;
  readonly lower: string;
}

export type Side = keyof Pair;

interface Form {
  readonly clauses: Readonly<Record<Side, readonly ClausePlace[]>>;
  readonly pair: Pair;
  /** Identifiers of the two controls in the page, so that the other one can be given the focus. */
  readonly ids: Readonly<Record<Side, string>>;
  readonly onPair: (pair: Pair) => void;
  readonly onSaid: (said: string) => void;
}

/** 手工对应. Links two clauses that are no likely pair, with a reason where there is one. */
export function LinkForm({ clauses: choices, pair, ids, onPair, onSaid }: Form): ReactElement {
  const { clauses } = useWords();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const link = useAct("linkClauses");
  const [upper, lower] = (["upper", "lower"] as const).map((side) =>
    choices[side].find(({ address }) => address === pair[side]),
  );
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!upper || !lower) return;
    const because = reason.trim() === "" ? {} : { reason: reason.trim() };
    link.mutate(
      { body: { lower: placed(lower), upper: placed(upper), ...because } },
      {
        onSuccess: () => {
          onSaid(clauses.linked(lower.title, upper.title));
          onPair({ upper: "", lower: "" });
          setReason("");
          setTried(false);
        },
      },
    );
  };
  return (
    <form className="entry-form" aria-labelledby="by-hand" onSubmit={submit} noValidate>
      <h2 id="by-hand">{clauses.byHand}</h2>
      <p className="t3 small">{clauses.byHandNote}</p>
      {link.error ? <ProblemState title={clauses.failed} text={link.error.message} /> : null}
      {(["upper", "lower"] as const).map((side) => (
        <ClauseSelect
          key={side}
          label={side === "upper" ? clauses.upperClause : clauses.lowerClauses}
          options={choices[side]}
          value={pair[side]}
          id={ids[side]}
          wrong={tried && pair[side] === ""}
          onChoose={(address) => onPair({ ...pair, [side]: address })}
        />
      ))}
      <ReasonLine value={reason} onType={setReason} />
      <div className="acts">
        <button type="submit" className="btn main" disabled={link.isPending}>
          {clauses.link}
        </button>
      </div>
    </form>
  );
}

function placed({ document, address }: ClausePlace): { readonly document: string; readonly address: string } {
  return { document, address };
}

function ClauseSelect(props: {
  readonly label: string;
  readonly options: readonly ClausePlace[];
  readonly value: string;
  readonly id: string;
  readonly wrong: boolean;
  readonly onChoose: (address: string) => void;
}): ReactElement {
  const { clauses } = useWords();
  const { id } = props;
  return (
    <div className="form-field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        value={props.value}
        aria-invalid={props.wrong}
        aria-describedby={props.wrong ? `${id}-hint` : undefined}
        onChange={(event) => props.onChoose(event.target.value)}
      >
        <option value="">{clauses.choose}</option>
        {props.options.map((place) => (
          <option key={place.address} value={place.address} lang="zh-CN">
            {"\u3000".repeat(depthOf(place) - 1)}
            {place.path} {place.title}
          </option>
        ))}
      </select>
      {props.wrong ? (
        <p id={`${id}-hint`} className="field-wrong small">
          {clauses.bothNeeded}
        </p>
      ) : null}
    </div>
  );
}

function ReasonLine({
  value,
  onType,
}: {
  readonly value: string;
  readonly onType: (text: string) => void;
}): ReactElement {
  const { clauses } = useWords();
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{clauses.reason}</label>
      <input
        id={id}
        value={value}
        maxLength={500}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        onChange={(event) => onType(event.target.value)}
      />
      <p id={`${id}-hint`} className="t3 small">
        {clauses.reasonHint}
      </p>
    </div>
  );
}
