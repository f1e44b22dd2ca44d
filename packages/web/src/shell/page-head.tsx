import type { ReactElement, ReactNode } from "react";
import { langOf } from "../words/language.ts";
import { useLanguage } from "../words/use-words.ts";
import { useTitle } from "./place.tsx";

/**
 * 页首. The one `h1` of a page. `crumb` is what the bar adds to the module's name; `children` stand at the end of the line
 * (a Seg, a download); `quiet` keeps the heading for screen readers where the bar already says it.
 */
export function PageHead(props: {
  readonly title: string;
  readonly crumb?: string;
  readonly note?: ReactNode;
  readonly quiet?: boolean;
  readonly children?: ReactNode;
}): ReactElement {
  const language = useLanguage();
  useTitle(props.title, props.crumb);
  const lang = langOf(props.title, language);
  if (props.quiet)
    return (
      <h1 className="vh" lang={lang}>
        {props.title}
      </h1>
    );
  return (
    <div className="page-head">
      <h1 lang={lang}>{props.title}</h1>
      {props.note ? <span className="t3">{props.note}</span> : null}
      {props.children ? <span className="push">{props.children}</span> : null}
    </div>
  );
}
