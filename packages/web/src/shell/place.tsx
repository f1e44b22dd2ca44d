import { createContext, type ReactElement, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useWords } from "../words/use-words.ts";

interface Place {
  readonly crumb: string;
  readonly setCrumb: (crumb: string) => void;
}
const PlaceContext = createContext<Place>({ crumb: "", setCrumb: () => undefined });

/** 所在. Holds what the bar shows after the module's name; the page says it with `useTitle`. */
export function PlaceProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [crumb, setCrumb] = useState("");
  return <PlaceContext value={useMemo(() => ({ crumb, setCrumb }), [crumb])}>{children}</PlaceContext>;
}

/** What the page calls itself inside its module, empty on the module's first page. */
export function useCrumb(): string {
  return useContext(PlaceContext).crumb;
}

/** Names the page in the window's title and, by `crumb`, in the bar. */
export function useTitle(title: string, crumb = ""): void {
  const { setCrumb } = useContext(PlaceContext);
  const { name } = useWords().frame;
  useEffect(() => {
    document.title = title === name ? name : `${title} · ${name}`;
    setCrumb(crumb);
  }, [title, crumb, name, setCrumb]);
}
