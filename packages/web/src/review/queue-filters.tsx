import type { Output } from "@qipan/server/contract/client";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useId } from "react";
import { count } from "../format/number.ts";
import { termText } from "../format/value.ts";
import { langOf } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

const route = getRouteApi("/review");
type Facets = Output<"listReview">["facets"];
type Counted = Facets["type"][number];

/** 筛待审. Kind, document, certainty, likely duplicates and state; each value says how many readings it has. */
export function QueueFilters({ facets }: { readonly facets: Facets }): ReactElement {
  const { review, terms } = useWords();
  const { type, document, certainty, alike, state = "pending" } = route.useSearch();
  const navigate = useNavigate();
  const set = (name: string, value: string | undefined): void =>
    void navigate({ to: ".", search: (held) => ({ ...held, [name]: value, reading: undefined }), replace: true });
  const { filters } = review.queue;
  const certainties: Readonly<Record<string, string>> = { ...terms.certainties, unsure: review.queue.unsure };
  return (
    <div className="queue-filters">
      <Choice
        label={filters.type}
        value={type}
        of={facets.type}
        wordOf={(value) => termText(terms.readingTypes, value)}
        onChange={(value) => set("type", value)}
      />
      <Choice
        label={filters.document}
        value={document}
        of={facets.document}
        wordOf={(value, label) => label ?? value}
        onChange={(value) => set("document", value)}
      />
      <Choice
        label={filters.certainty}
        value={certainty}
        of={facets.certainty}
        wordOf={(value) => certainties[value] ?? value}
        onChange={(value) => set("certainty", value)}
      />
      <Choice
        label={filters.alike}
        value={alike}
        of={facets.alike}
        wordOf={(value) => (value === "true" ? review.queue.alike : review.queue.notAlike)}
        onChange={(value) => set("alike", value)}
      />
      <Choice
        label={filters.state}
        value={state === "pending" ? undefined : state}
        none={terms.readingStates.pending}
        of={facets.state.filter(({ value }) => value !== "pending")}
        wordOf={(value) => termText(terms.readingStates, value)}
        onChange={(value) => set("state", value)}
      />
    </div>
  );
}

const longest = 18; // characters of a value in the list

function Choice(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly none?: string;
  readonly of: readonly Counted[];
  readonly wordOf: (value: string, label: string | null) => string;
  readonly onChange: (value: string | undefined) => void;
}): ReactElement | null {
  const { registers } = useWords();
  const language = useLanguage();
  const id = useId();
  const { value, of } = props;
  if (of.length === 0 && value === undefined) return null;
  const options =
    value === undefined || of.some((item) => item.value === value) ? of : [...of, { value, label: null, count: 0 }];
  return (
    <div className="facet">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={value ?? ""} onChange={(event) => props.onChange(event.target.value || undefined)}>
        <option value="">{props.none ?? registers.any}</option>
        {options.map((item) => {
          const word = props.wordOf(item.value, item.label);
          return (
            <option key={item.value} value={item.value} lang={langOf(word, language)}>
              {word.length > longest ? `${word.slice(0, longest)}…` : word} {count(item.count)}
            </option>
          );
        })}
      </select>
    </div>
  );
}
