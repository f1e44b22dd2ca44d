import type { Observation } from "@qipan/policy/records/observation";
import type { Output } from "@qipan/server/contract/client";
import type { Verdict } from "@qipan/server/contract/observations";
import { type ReactElement, type ReactNode, useRef } from "react";
import { fieldsOf } from "../fields-of.ts";
import { dueText } from "../format/due.ts";
import { numeral } from "../format/number.ts";
import { periodText } from "../format/period.ts";
import { placeText } from "../format/place.ts";
import { termText, unitText, vintageText } from "../format/value.ts";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { EvidenceList } from "../parts/evidence-list.tsx";
import { EvidenceText } from "../parts/evidence-text.tsx";
import { IntervalValue } from "../parts/interval-value.tsx";
import { Panel } from "../parts/panel.tsx";
import { useFocusIn } from "../parts/use-focus-in.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { regionOf } from "./row-view.ts";
import { Arithmetic, VerdictShort } from "./target-text.tsx";

type Answer = Output<"getIndicator">;

/** 指标侧栏. The evidence of the chosen value, the targets with verdict and arithmetic, the sheet of scope. */
export function IndicatorPanel(props: {
  readonly answer: Answer;
  readonly region: string;
  readonly selected: string | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const { monitoring } = useWords();
  const { answer, region } = props;
  const held = answer.observations.find((row) => row.id === props.selected);
  const targets = answer.row.verdicts.filter((verdict) => regionOf(verdict) === region);
  return (
    <Panel title={monitoring.scope} className="indicator-panel">
      {held ? (
        <ChosenValue key={held.id} of={held} names={answer.names} onClose={props.onClose} />
      ) : (
        <p className="small t3 blk">{monitoring.evidenceHint}</p>
      )}
      {targets.length > 0 ? (
        <Block title={monitoring.targets}>
          {targets.map((verdict) => (
            <TargetBlock key={verdict.target.id} of={verdict} />
          ))}
        </Block>
      ) : null}
      <Block title={monitoring.scope}>
        <Scope answer={answer} region={region} />
      </Block>
    </Panel>
  );
}

function Block({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }): ReactElement {
  return (
    <section className="blk">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function ChosenValue({
  of,
  names,
  onClose,
}: {
  readonly of: Observation;
  readonly names: Answer["names"];
  readonly onClose: () => void;
}): ReactElement {
  const { monitoring, parts, frame, terms } = useWords();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusIn(heading, true);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc closes from anywhere inside; the button does the same
    <section className="blk chosen" onKeyDown={(event) => (event.key === "Escape" ? onClose() : undefined)}>
      <div className="blk-head">
        <h3 ref={heading} tabIndex={-1}>
          {monitoring.evidence}
        </h3>
        <button type="button" className="btn plain" onClick={onClose}>
          {frame.close}
        </button>
      </div>
      <p className="goal">
        <ConfidenceMark of={of.confidence}>
          <IntervalValue value={of.value} />
        </ConfidenceMark>
        <small>
          {[
            unitText(of.unit, terms),
            placeText(of.region, { names, language, terms }),
            periodText(of.period, language),
            vintageText(of.vintage, terms),
            of.series,
          ]
            .filter(Boolean)
            .join(language === "zh" ? "，" : ", ")}
        </small>
      </p>
      {of.derived ? <p className="small">{monitoring.derivedNote}</p> : null}
      {of.evidence ? <EvidenceText of={of.evidence} /> : <p className="small t3">{parts.evidenceNone}</p>}
      {of.note ? (
        <p className="small t3" lang="zh-CN">
          {of.note}
        </p>
      ) : null}
    </section>
  );
}

function TargetBlock({ of }: { readonly of: Verdict }): ReactElement {
  const { monitoring, terms } = useWords();
  const language = useLanguage();
  const { comparator, value, unit, due, note } = fieldsOf(of.target, "target");
  return (
    <div className="target">
      <p className="goal">
        {terms.comparators[comparator]} {numeral(value)}
        <small>
          {[unitText(unit, terms), due ? monitoring.targetDue(dueText(due, language)) : ""]
            .filter(Boolean)
            .join(language === "zh" ? "，" : ", ")}
        </small>
      </p>
      <p>
        <VerdictShort of={of} /> <Arithmetic of={of} />
      </p>
      <EvidenceList of={of.target.evidence} />
      {note ? (
        <p className="small t3" lang="zh-CN">
          {note}
        </p>
      ) : null}
    </div>
  );
}

function Scope({ answer, region }: { readonly answer: Answer; readonly region: string }): ReactElement {
  const { monitoring, parts, terms } = useWords();
  const { definition, publisher, frequency, unit, domain, direction } = fieldsOf(answer.row.indicator, "indicator");
  const own = answer.observations.filter((row) => row.region === region);
  const counts = Map.groupBy(own, (row) => row.vintage);
  const kinds = [...new Set(own.map((row) => row.valueKind))].map((kind) => terms.valueKinds[kind]);
  const rows: readonly (readonly [name: string, said: string | null, chinese?: boolean])[] = [
    [monitoring.definition, definition, true],
    [monitoring.unit, unitText(unit, terms)],
    [monitoring.domain, termText(terms.domains, domain)],
    [monitoring.publisher, publisher, true],
    [monitoring.frequency, termText(terms.frequencies, frequency)],
    [monitoring.direction, terms.directions[direction]],
    [monitoring.valueKind, kinds.join(" · ")],
    [
      monitoring.versions,
      [...counts].map(([vintage, held]) => monitoring.versionsOf(vintageText(vintage, terms), held.length)).join(" · "),
    ],
    [monitoring.held, monitoring.heldOf(answer.row.held, answer.row.recalled)],
  ];
  return (
    <dl className="kv">
      {rows.map(([name, said, chinese]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang={chinese && said ? "zh-CN" : undefined}>
            {said || <span className="absent">{parts.notStated}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
