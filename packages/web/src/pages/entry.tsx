import type { Entry } from "@qipan/policy/records/entry";
import type { Output } from "@qipan/server/contract/client";
import type { RegisterDescription } from "@qipan/server/contract/registers";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useId, useState } from "react";
import { useAsk } from "../ask.ts";
import { placeText } from "../format/place.ts";
import { Answer } from "../parts/answer.tsx";
import { ConfidenceMark } from "../parts/confidence-mark.tsx";
import { EvidenceList } from "../parts/evidence-list.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { Title, titleText } from "../parts/title.tsx";
import { ChangeForm } from "../register/change-form.tsx";
import { EntryHistory } from "../register/entry-history.tsx";
import { EntryLinks } from "../register/entry-links.tsx";
import { FieldValue } from "../register/field-value.tsx";
import { useRegister } from "../register/use-register.ts";
import { WithdrawForm } from "../register/withdraw-form.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { useTitle } from "../shell/place.tsx";
import { useDay } from "../shell/use-day.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

const route = getRouteApi("/entries/$id");
type Shown = Output<"getEntry">;

/** 条目. One row with all it says, what it stands on, what it is linked with and how it came to be so. */
export function EntryPage(): ReactElement {
  const { id } = route.useParams();
  const { entry } = useWords();
  const missing = (
    <>
      <PageHead title={entry.missing} quiet />
      <EmptyState
        title={entry.missing}
        text={entry.missingText}
        action={<Link to="/registers">{entry.missingAction}</Link>}
      />
    </>
  );
  return (
    <Answer of={useAsk("getEntry", { params: { id }, query: useDay().query })} lines={12} missing={missing}>
      {(shown) => <WithRegister key={shown.entry.id} shown={shown} />}
    </Answer>
  );
}

function WithRegister({ shown }: { readonly shown: Shown }): ReactElement {
  const { asked } = useRegister(shown.entry.kind);
  return (
    <Answer of={asked} lines={8}>
      {({ items }) => {
        const register = items.find(({ kind }) => kind === shown.entry.kind);
        return register ? <Row shown={shown} register={register} registers={items} /> : null;
      }}
    </Answer>
  );
}

interface Described {
  readonly shown: Shown;
  readonly register: RegisterDescription;
}

function Row({
  shown,
  register,
  registers,
}: Described & { readonly registers: readonly RegisterDescription[] }): ReactElement {
  const language = useLanguage();
  const { entry, names, links } = shown;
  const [said, setSaid] = useState("");
  const title = titleText(entry, language);
  useTitle(title, register.label[language]);
  return (
    <div className="entry-page">
      <Head entry={entry} register={register} />
      <p className="saved" role="status">
        {said}
      </p>
      <div className="entry-cols">
        <div>
          <Acting shown={shown} register={register} onSaid={setSaid} />
          <Fields shown={shown} register={register} />
          <Evidence entry={entry} />
        </div>
        <aside className="entry-side" aria-label={register.label[language]}>
          <Meta entry={entry} />
          <EntryLinks of={links} names={names} registers={registers} />
          <EntryHistory id={entry.id} register={register} names={names} />
        </aside>
      </div>
    </div>
  );
}

function Head({ entry, register }: { readonly entry: Entry; readonly register: RegisterDescription }): ReactElement {
  const { entry: words } = useWords();
  const language = useLanguage();
  return (
    <header className="entry-head">
      <p className="small t3">
        <Link to="/registers/$kind" params={{ kind: entry.kind }}>
          {register.plural[language]}
        </Link>
      </p>
      <h1>
        <ConfidenceMark of={entry.confidence}>
          <Title of={entry} />
        </ConfidenceMark>
        {entry.withdrawn ? <span className="tag demo">{words.withdrawn}</span> : null}
      </h1>
      <Acts entry={entry} />
    </header>
  );
}

function Acts({ entry }: { readonly entry: Entry }): ReactElement {
  const { entry: words } = useWords();
  const event =
    entry.kind === "event" && typeof entry.fields.dateStart === "string"
      ? Number(entry.fields.dateStart.slice(0, 4))
      : null;
  return (
    <p className="acts">
      {entry.withdrawn ? null : (
        <Link className="btn" to="." search={(held) => ({ ...held, panel: "change" })} resetScroll={false}>
          {words.change}
        </Link>
      )}
      <Link className="btn" to="." search={(held) => ({ ...held, panel: "withdraw" })} resetScroll={false}>
        {entry.withdrawn ? words.restore : words.withdraw}
      </Link>
      {event ? (
        <Link to="/chronicle" search={{ year: event }}>
          {words.inChronicle}
        </Link>
      ) : null}
      {entry.kind === "indicator" ? (
        <Link to="/monitoring/$key" params={{ key: entry.key }}>
          {words.inMonitoring}
        </Link>
      ) : null}
    </p>
  );
}

/** The form that the address asks for; afterwards the address is as before and a line says what was done. */
function Acting({
  shown,
  register,
  onSaid,
}: Described & { readonly onSaid: (said: string) => void }): ReactElement | null {
  const { entry: words } = useWords();
  const { panel } = route.useSearch();
  const navigate = useNavigate();
  const { entry, names } = shown;
  const close = (): void =>
    void navigate({ to: ".", search: (held) => ({ ...held, panel: undefined }), replace: true, resetScroll: false });
  const done = (said: string) => (): void => {
    onSaid(said);
    close();
  };
  if (panel === "change" && !entry.withdrawn)
    return <ChangeForm entry={entry} names={names} register={register} onDone={done(words.saved)} onCancel={close} />;
  if (panel !== "withdraw") return null;
  return (
    <WithdrawForm
      id={entry.id}
      isWithdrawn={entry.withdrawn}
      onDone={done(entry.withdrawn ? words.savedRestored : words.savedWithdrawn)}
      onCancel={close}
    />
  );
}

function Fields({ shown: { entry, names }, register }: Described): ReactElement {
  const { entry: words } = useWords();
  const language = useLanguage();
  const heading = useId();
  return (
    <section className="sheet entry-sheet" aria-labelledby={heading}>
      <h2 id={heading} className="vh">
        {words.fields}
      </h2>
      <dl className="entry-fields">
        {register.fields
          .filter(({ name }) => name !== register.title)
          .map((field) => (
            <div key={field.name}>
              <dt>{field.label[language]}</dt>
              <dd className={field.control === "text" ? "doc" : undefined}>
                <FieldValue field={field} value={entry.fields[field.name]} names={names} />
              </dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Evidence({ entry }: { readonly entry: Entry }): ReactElement {
  const { entry: words } = useWords();
  const heading = useId();
  return (
    <section className="block" aria-labelledby={heading}>
      <h2 id={heading}>{words.evidence}</h2>
      <EvidenceList of={entry.evidence} />
    </section>
  );
}

function Meta({ entry }: { readonly entry: Entry }): ReactElement {
  const { entry: words, terms } = useWords();
  const language = useLanguage();
  const rows = [
    [words.meta.origin, terms.origins[entry.origin]],
    [words.meta.owner, placeText(entry.jurisdiction, { language, terms })],
    [words.meta.visibility, terms.visibilities[entry.visibility]],
    [words.meta.confidence, terms.confidences[entry.confidence]],
    [words.meta.recorded, `${entry.recordedAt.slice(0, 10)} · ${words.version(entry.version)}`],
    [words.meta.key, entry.key],
  ] as const;
  return (
    <dl className="entry-meta">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
