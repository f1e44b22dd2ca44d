import type { ClauseLink } from "@qipan/policy/records/clause-link";
import { useEffect, useState } from "react";
import { useAct } from "../ask.ts";
import { useWords } from "../words/use-words.ts";
import type { Suggestion } from "./clause-rows.ts";
import { focusCounts, focusNextSuggestion } from "./suggestion-focus.ts";

/** What is going on with one pair or one link: being sent, or why it was refused. */
interface Doing {
  readonly isPending: boolean;
  readonly problem: string | null;
}

/** 对应之举. Linking a likely pair and taking a link back; they outlive the line that was pressed, which then goes away. */
export interface ClauseActs {
  /** What was done last, in words. */
  readonly said: string;
  readonly say: (said: string) => void;
  readonly confirm: (suggestion: Suggestion, place: number) => void;
  readonly confirming: (suggestion: Suggestion) => Doing;
  readonly unlink: (link: ClauseLink, reason: string) => void;
  readonly unlinking: (link: ClauseLink) => Doing;
}

const nothing: Doing = { isPending: false, problem: null };

/** After a pair was linked the next likely pair has the focus, so that pairs are confirmed one after the other. */
export function useClauseActs(): ClauseActs {
  const { clauses } = useWords();
  const [said, say] = useState("");
  const [done, setDone] = useState<{ readonly place: number } | null>(null);
  const link = useAct("linkClauses");
  const unlink = useAct("unlinkClauses");
  useEffect(() => {
    if (done) focusNextSuggestion(done.place);
  }, [done]);
  const confirm = ({ lower, upper }: Suggestion, place: number): void => {
    say("");
    const body = {
      lower: { document: lower.document, address: lower.address },
      upper: { document: upper.document, address: upper.address },
    };
    const onSuccess = (): void => {
      say(clauses.linked(lower.title, upper.title));
      setDone({ place });
    };
    link.mutate({ body }, { onSuccess });
  };
  return {
    said,
    say,
    confirm,
    confirming: ({ lower, upper }) => {
      const sent = link.variables?.body;
      return sent?.lower.address === lower.address && sent.upper.address === upper.address ? doing(link) : nothing;
    },
    unlink: ({ id }, reason) => {
      say("");
      const onSuccess = (): void => {
        say(clauses.unlinked);
        focusCounts();
      };
      unlink.mutate({ params: { id }, body: { reason } }, { onSuccess });
    },
    unlinking: ({ id }) => (unlink.variables?.params.id === id ? doing(unlink) : nothing),
  };
}

function doing({ isPending, error }: { readonly isPending: boolean; readonly error: Error | null }): Doing {
  return { isPending, problem: error?.message ?? null };
}
