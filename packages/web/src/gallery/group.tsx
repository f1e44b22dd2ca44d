import { type ReactElement, type ReactNode, useId } from "react";

/** 一组. A part's name above its states. */
export function Group({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <div className="samples">{children}</div>
    </section>
  );
}
