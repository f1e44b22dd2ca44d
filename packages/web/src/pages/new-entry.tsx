import type { RegisterDescription } from "@qipan/server/contract/registers";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { Answer } from "../parts/answer.tsx";
import { EmptyState } from "../parts/state-boxes.tsx";
import { NewEntryForm } from "../register/new-entry-form.tsx";
import { useInitial } from "../register/use-initial.ts";
import { useRegister } from "../register/use-register.ts";
import { PageHead } from "../shell/page-head.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";

const route = getRouteApi("/registers/$kind/new");

/** 手录一条. A row entered by hand, with an officer's word as its evidence. */
export function NewEntryPage(): ReactElement {
  const { kind } = route.useParams();
  const { registers, entry } = useWords();
  const language = useLanguage();
  const { asked, register } = useRegister(kind);
  return (
    <Answer of={asked} lines={10}>
      {() =>
        register ? (
          <div className="new-entry-page">
            <PageHead title={entry.newTitle(register.label[language])} crumb={register.plural[language]} />
            <p className="t2">{entry.newText}</p>
            <Form key={kind} register={register} />
          </div>
        ) : (
          <>
            <PageHead title={registers.missing(kind)} quiet />
            <EmptyState
              title={registers.missing(kind)}
              action={<Link to="/registers">{registers.missingAction}</Link>}
            />
          </>
        )
      }
    </Answer>
  );
}

/** The form with what the address gives already filled in. */
function Form({ register }: { readonly register: RegisterDescription }): ReactElement {
  return <NewEntryForm register={register} initial={useInitial(register, route.useSearch())} />;
}
