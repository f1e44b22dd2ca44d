import type { Names } from "@qipan/server/contract/entries";
import type { RegisterDescription } from "@qipan/server/contract/registers";
import { type ReactElement, useId } from "react";
import { useAsk } from "../ask.ts";
import { Answer } from "../parts/answer.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";
import { FieldValue } from "./field-value.tsx";
import { changesOf, type VersionChanges } from "./version-changes.ts";

const hashShown = 12;

/** 历史. Every version of an entry, newest first: what was done, by whom, when, why, and which fields it changed. */
export function EntryHistory(props: {
  readonly id: string;
  readonly register: RegisterDescription;
  readonly names: Names;
}): ReactElement {
  const { entry } = useWords();
  const heading = useId();
  const asked = useAsk("getHistory", { params: { id: props.id } });
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{entry.history}</h2>
      <Answer of={asked} lines={3}>
        {({ items }) => (
          <ol className="history">
            {changesOf(items).map((changes) => (
              <Version key={changes.version.version} changes={changes} register={props.register} names={props.names} />
            ))}
          </ol>
        )}
      </Answer>
    </section>
  );
}

function Version(props: {
  readonly changes: VersionChanges;
  readonly register: RegisterDescription;
  readonly names: Names;
}): ReactElement {
  const { entry } = useWords();
  const { version, fields } = props.changes;
  const at = version.recordedAt.slice(0, 16).replace("T", " ");
  return (
    <li>
      <p>
        <b>{entry.version(version.version)}</b> {entry.actions[version.action]}{" "}
        <span className="t3">{version.actor}</span>{" "}
        <time className="t3" dateTime={version.recordedAt}>
          {at}
        </time>
      </p>
      {version.reason ? <p className="t2">{version.reason}</p> : null}
      {version.redacted ? <p className="near">{entry.redacted}</p> : null}
      {fields.length > 0 ? (
        <ul className="changes">
          {fields.map((field) => (
            <Change key={field.name} field={field} register={props.register} names={props.names} />
          ))}
        </ul>
      ) : null}
      {version.action === "merge" ? <p className="t3">{entry.evidenceAdded(props.changes.evidence)}</p> : null}
      <p className="t3 hash" title={version.hash}>
        {entry.hash(version.hash.slice(0, hashShown))}
      </p>
    </li>
  );
}

function Change(props: {
  readonly field: VersionChanges["fields"][number];
  readonly register: RegisterDescription;
  readonly names: Names;
}): ReactElement {
  const language = useLanguage();
  const { name, before, after } = props.field;
  const field = props.register.fields.find((field) => field.name === name);
  if (!field) return <li>{name}</li>;
  return (
    <li>
      {field.label[language]}： <FieldValue field={field} value={before} names={props.names} /> →{" "}
      <FieldValue field={field} value={after} names={props.names} />
    </li>
  );
}
