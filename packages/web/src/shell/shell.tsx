import { Outlet, useLocation } from "@tanstack/react-router";
import { type ReactElement, useEffect, useRef } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { languageTag } from "../words/language.ts";
import { catalogues, LanguageContext } from "../words/use-words.ts";
import { Bar } from "./bar.tsx";
import { PlaceProvider } from "./place.tsx";
import { Rail } from "./rail.tsx";
import { usePageLanguage } from "./use-page-language.ts";

/** 框架. Skip link, rail, bar and the page. Moving to another page puts the focus on its content. */
export function Shell(): ReactElement {
  const language = usePageLanguage();
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current !== pathname) main.current?.focus({ preventScroll: true });
    last.current = pathname;
  }, [pathname]);
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={languageTag[language]}>
        <PlaceProvider>
          <a className="skip" href="#content">
            {catalogues[language].frame.skip}
          </a>
          <div className="app">
            <Rail />
            <div className="page">
              <Bar />
              <main id="content" ref={main} tabIndex={-1}>
                <Outlet />
              </main>
            </div>
          </div>
        </PlaceProvider>
      </I18nProvider>
    </LanguageContext>
  );
}
