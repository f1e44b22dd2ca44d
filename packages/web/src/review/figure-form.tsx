import type { FigureChoice } from "@qipan/policy/indicators/observation-proposal";
import type { MeasurementReading } from "@qipan/policy/records/reading";
import { type ReactElement, type SyntheticEvent, useEffect, useId, useRef } from "react";
import { unitText } from "../format/value.ts";
import { IntervalValue } from "../parts/interval-value.tsx";
import { useWords } from "../words/use-words.ts";
import type { FigureField } from "./figure-choice.ts";
import { type Described, FigureLine } from "./figure-line.tsx";
import { ReadNumber } from "./read-value.tsx";
import { type FigureDraft, useFigure } from "./use-figure.ts";
import { useFaultText } from "./use-fault-text.ts";
import { usePlaceName } from "./use-place-name.ts";

/** Whose figures there are most of; a reading's own place stands beside them. */
const places = ["110000", "120000", "130000", "JJJ", "CN"] as const;

/**
 * 补齐再收录. What a sentence does not say of its figure: which indicator, whose, of which days, and the number where the
 * sentence uses another unit. Only what was changed or is needed is handed on; Esc leaves the reading as it is.
 */
export function FigureForm(props: {
  readonly reading: MeasurementReading;
  /** Key of the indicator that the reading proposes by itself. */
  readonly proposed: string | null;
  readonly busy: boolean;
  readonly onAccept: (choice: FigureChoice) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const { review } = useWords();
  const form = useFigure(props.reading, props.proposed);
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector("input")?.focus(), []);
  const { failed } = form;
  useEffect(() => {
    if (failed > 0) place.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [failed]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (form.read.ok) props.onAccept(form.read.choice);
    else form.fail();
  };
  return (
    <form
      ref={place}
      className="edit"
      aria-label={review.figure.title}
      onSubmit={submit}
      onKeyDown={(event) => (event.key === "Escape" ? props.onCancel() : undefined)}
      noValidate
    >
      <h3>{review.figure.title}</h3>
      <IndicatorLine form={form} />
      <RegionLine form={form} own={props.reading.region} />
      <div className="figure-days">
        <DayLine form={form} field="periodStart" label={review.figure.start} />
        <DayLine form={form} field="periodEnd" label={review.figure.end} />
      </div>
      <ValueLine form={form} reading={props.reading} />
      <div className="acts">
        <button type="submit" className="btn main" disabled={props.busy}>
          {review.editAccept}
        </button>
        <button type="button" className="btn" onClick={props.onCancel}>
          {review.cancel}
        </button>
      </div>
    </form>
  );
}

function IndicatorLine({ form }: { readonly form: FigureDraft }): ReactElement {
  const { review } = useWords();
  const list = useId();
  const error = useFaultText(form, "indicator");
  return (
    <FigureLine label={review.field.indicator} hint={review.figure.indicatorHint} error={error}>
      {(described) => (
        <>
          <TextInput form={form} field="indicator" described={described} list={list} />
          <datalist id={list}>
            {form.offered.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </FigureLine>
  );
}

function RegionLine({ form, own }: { readonly form: FigureDraft; readonly own: string }): ReactElement {
  const { review, entry } = useWords();
  const placeName = usePlaceName();
  const error = useFaultText(form, "region");
  const codes = [...new Set<string>([...places, own])].filter((code) => code !== "n/a");
  return (
    <FigureLine label={review.field.region} error={error}>
      {(described) => (
        <select
          {...described}
          required
          value={form.shownIn("region")}
          onChange={(event) => form.type("region", event.target.value)}
        >
          {codes.includes(own) ? null : <option value="">{entry.choose}</option>}
          {codes.map((code) => (
            <option key={code} value={code}>
              {placeName(code)}
            </option>
          ))}
        </select>
      )}
    </FigureLine>
  );
}

function DayLine(props: {
  readonly form: FigureDraft;
  readonly field: "periodStart" | "periodEnd";
  readonly label: string;
}): ReactElement {
  const { entry } = useWords();
  const error = useFaultText(props.form, props.field);
  return (
    <FigureLine label={props.label} hint={entry.dateHint} error={error}>
      {(described) => <TextInput form={props.form} field={props.field} described={described} />}
    </FigureLine>
  );
}

/** The number in the indicator's unit with the sentence's own beside it, and what will stand when it is left open. */
function ValueLine({
  form,
  reading,
}: {
  readonly form: FigureDraft;
  readonly reading: MeasurementReading;
}): ReactElement {
  const { review, terms } = useWords();
  const { figure } = review;
  const error = useFaultText(form, "value");
  const unit = form.indicator ? unitText(form.indicator.unit, terms) : "";
  const becomes = form.read.ok ? form.read.becomes : null;
  return (
    <FigureLine label={review.field.value} hint={figure.valueHint} error={error}>
      {(described) => (
        <>
          <div className="figure-value">
            <TextInput form={form} field="value" described={described} />
            <span>{unit}</span>
            <span className="t3">
              {figure.said} <ReadNumber of={reading} />
            </span>
          </div>
          {becomes ? (
            <p className="small">
              {figure.becomes} <IntervalValue value={becomes} /> {unit}
            </p>
          ) : null}
        </>
      )}
    </FigureLine>
  );
}

function TextInput(props: {
  readonly form: FigureDraft;
  readonly field: FigureField;
  readonly described: Described;
  readonly list?: string;
}): ReactElement {
  const { form, field } = props;
  return (
    <input
      {...props.described}
      type="text"
      inputMode={field === "value" ? "decimal" : undefined}
      required={field !== "value"}
      list={props.list}
      autoComplete="off"
      value={form.shownIn(field)}
      onChange={(event) => form.type(field, event.target.value)}
    />
  );
}
