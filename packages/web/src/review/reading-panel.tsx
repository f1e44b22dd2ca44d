import type { Output } from "@qipan/server/contract/client";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useAsk } from "../ask.ts";
import { termText } from "../format/value.ts";
import { Answer } from "../parts/answer.tsx";
import { addressText, SourceSentence } from "../parts/source-sentence.tsx";
import { useRegister } from "../register/use-register.ts";
import { languageTag } from "../words/language.ts";
import { useWords } from "../words/use-words.ts";
import { ActButtons, type Acts } from "./act-buttons.tsx";
import { Candidates } from "./candidates.tsx";
import { Decision } from "./decision.tsx";
import { EditForm } from "./edit-form.tsx";
import { FigureForm } from "./figure-form.tsx";
import { HowRead } from "./how-read.tsx";
import type { Queued } from "./queue.ts";
import { ReadingRows } from "./reading-rows.tsx";
import { readingTitle } from "./reading-title.ts";
import { RejectForm } from "./reject-form.tsx";
import { SplitForm } from "./split-form.tsx";
import type { Decisions } from "./use-decisions.ts";
import { type ReviewKeys, useReviewKeys } from "./use-review-keys.ts";
import { whyText } from "./why-text.ts";

type Shown = Output<"getReading">;

interface Reviewed {
  readonly id: string;
  readonly queue: readonly Queued[];
  readonly decisions: Decisions;
  readonly onStep: (step: 1 | -1) => void;
}

/** 读出栏. What one reading says and how certainly, which entries it may be, and what is decided on it. */
export function ReadingPanel(props: Reviewed): ReactElement {
  const asked = useAsk("getReading", { params: { id: props.id } });
  useReviewKeys({ j: () => props.onStep(1), k: () => props.onStep(-1) });
  return (
    <Answer of={asked} lines={8}>
      {(shown) => <Reading key={shown.reading.id} {...props} shown={shown} />}
    </Answer>
  );
}

function Reading(props: Reviewed & { readonly shown: Shown }): ReactElement {
  const { reading, proposal, why, candidates } = props.shown;
  const { decisions } = props;
  const { review } = useWords();
  const { register } = useRegister(proposal?.kind ?? reading.type);
  const [asking, setAsking] = useState<"edit" | "reject" | "split" | null>(null);
  const [chosen, setChosen] = useState<string | undefined>(candidates[0]?.entry);
  const target = candidates.find(({ entry }) => entry === chosen) ?? candidates[0];
  const figure = reading.reading.type === "measurement" ? reading.reading : null;
  const leave = (): void => setAsking(null);
  const isPending = reading.state === "pending";
  const acts: Acts = isPending
    ? {
        accept: proposal ? () => decisions.accept(reading.id) : undefined,
        edit: register || figure ? () => setAsking("edit") : undefined,
        merge: target ? () => decisions.merge(reading.id, target) : undefined,
        split: () => setAsking("split"),
        reject: () => setAsking("reject"),
      }
    : { undo: reading.state === "superseded" ? undefined : () => decisions.undo(reading.id) };
  useReviewKeys(asking ? {} : keysOf(acts));
  return (
    <>
      <Head {...props} />
      <ReadingRows of={reading.reading} />
      <Fate proposal={proposal} why={why} isPending={isPending} />
      {isPending ? null : <Decision of={reading} />}
      {asking === null ? <ActButtons acts={acts} busy={decisions.busy} /> : null}
      {asking === "split" ? <Split {...props} onCancel={leave} /> : null}
      {asking === "reject" ? (
        <RejectForm
          type={reading.type}
          busy={decisions.busy}
          onCancel={leave}
          onReject={(reason) => decisions.reject(reading.id, reason)}
        />
      ) : null}
      {asking === "edit" && register && !figure ? (
        <EditForm
          register={register}
          fields={proposal?.fields ?? { title: readingTitle(reading.reading), participants: [], cut: false }}
          busy={decisions.busy}
          onCancel={leave}
          onAccept={(fields) => decisions.accept(reading.id, fields)}
        />
      ) : null}
      {asking === "edit" && figure ? (
        <FigureForm
          reading={figure}
          proposed={plainKey(proposal?.fields["indicator"])}
          busy={decisions.busy}
          onCancel={leave}
          onAccept={(choice) => decisions.accept(reading.id, choice)}
        />
      ) : null}
      {isPending ? <Candidates of={candidates} chosen={target?.entry} onChoose={setChosen} /> : null}
      <HowRead of={reading.reading} />
      <p className="small t3 review-link">
        {review.acts.next} <kbd aria-hidden="true">J</kbd> {review.acts.previous} <kbd aria-hidden="true">K</kbd>
      </p>
    </>
  );
}

/** The sentence is asked for when it is to be cut; a reading keeps only its own words. */
function Split({
  shown,
  decisions,
  onCancel,
}: Reviewed & { readonly shown: Shown; readonly onCancel: () => void }): ReactElement {
  const { id, document, address } = shown.reading;
  return (
    <Answer of={useAsk("getSentence", { params: { id: document, address } })} lines={3}>
      {({ sentence }) => (
        <SplitForm
          sentence={sentence}
          busy={decisions.busy}
          onCancel={onCancel}
          onSplit={(parts) => decisions.split(id, parts)}
        />
      )}
    </Answer>
  );
}

function plainKey(indicator: unknown): string | null {
  return typeof indicator === "string" ? indicator : null;
}

function keysOf({ accept, edit, merge, split, reject, undo }: Acts): ReviewKeys {
  return {
    ...(accept ? { a: accept } : {}),
    ...(edit ? { e: edit } : {}),
    ...(merge ? { m: merge } : {}),
    ...(split ? { s: split } : {}),
    ...(reject ? { x: reject } : {}),
    ...(undo ? { u: undo } : {}),
  };
}

function Head({ id, queue, shown, onStep }: Reviewed & { readonly shown: Shown }): ReactElement {
  const { review, reader, parts, terms } = useWords();
  const { reading } = shown;
  const { document, address, start, end, quote } = reading;
  const inSentence = queue.filter(({ address }) => address === reading.address);
  const glosses: Readonly<Record<string, string>> = reader.glosses;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const settled = reading.state === "accepted" || reading.state === "merged";
  return (
    <>
      <p className="review-top small">
        <span className={settled ? "gloss on" : "gloss"} aria-hidden="true">
          {glosses[reading.type] ?? reader.glosses.other}
        </span>
        <b>{termText(terms.readingTypes, reading.type)}</b>
        <span className="t3">
          {review.place(
            addressText(address, parts),
            inSentence.findIndex((queued) => queued.id === id) + 1,
            inSentence.length,
          )}
        </span>
        <span className="push t3">
          <button type="button" className="btn plain" onClick={() => onStep(-1)} aria-label={review.acts.previous}>
            ‹
          </button>
          {review.position(queue.findIndex((queued) => queued.id === id) + 1, queue.length)}
          <button type="button" className="btn plain" onClick={() => onStep(1)} aria-label={review.acts.next}>
            ›
          </button>
        </span>
      </p>
      <h2 className="review-title" ref={heading} tabIndex={-1} lang={languageTag.zh}>
        {readingTitle(reading.reading)}
      </h2>
      <div className="panel-quote">
        <SourceSentence of={{ kind: "sentence", document, address, start, end, quote }} />
      </div>
    </>
  );
}

function Fate({
  proposal,
  why,
  isPending,
}: {
  readonly proposal: Shown["proposal"];
  readonly why: Shown["why"];
  readonly isPending: boolean;
}): ReactElement | null {
  const { review, terms } = useWords();
  if (!isPending) return null;
  if (!proposal) return <p className="small near">{why ? whyText(why, review) : review.becomesNothing}</p>;
  if (proposal.kind === "observation") return <p className="small t3">{review.becomesValue}</p>;
  return <p className="small t3">{review.becomes(termText(terms.kinds, proposal.kind))}</p>;
}
