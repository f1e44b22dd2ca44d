import type { ReactElement, ReactNode } from "react";

/** What a state says: what is the case, what is kept or may be done, and one action. */
export interface State {
  readonly title: string;
  readonly text?: string | undefined;
  readonly action?: ReactNode;
}

/** 未收录. A dashed frame that says what is missing and what would fill it. Missing is not the same as none. */
export function EmptyState({ title, text, action }: State): ReactElement {
  return (
    <div className="state empty">
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.1" strokeDasharray="2.2 1.8" />
      </svg>
      <Said title={title} text={text} action={action} />
    </div>
  );
}

/** 出错. A red square: what happened, what is kept, one action. */
export function ProblemState({ title, text, action }: State): ReactElement {
  return (
    <div className="state problem" role="alert">
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <rect x="3" y="3" width="10" height="10" fill="var(--late-fill)" />
      </svg>
      <Said title={title} text={text} action={action} />
    </div>
  );
}

/** 无权. The owner's seal, and what may be done instead. */
export function ForbiddenState({ seal, ...state }: State & { readonly seal: string }): ReactElement {
  return (
    <div className="state forbidden">
      <span className="seal" aria-hidden="true">
        {seal}
      </span>
      <Said {...state} />
    </div>
  );
}

function Said({ title, text, action }: State): ReactElement {
  return (
    <>
      <div className="said">
        <b>{title}</b>
        {text ? <p>{text}</p> : null}
      </div>
      {action ? <span className="push">{action}</span> : null}
    </>
  );
}
