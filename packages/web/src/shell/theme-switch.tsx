import { type ReactElement, useState } from "react";
import { useWords } from "../words/use-words.ts";

type Theme = "light" | "dark";

/** 明暗. Turns the theme over and remembers it; `first-paint.js` sets it before the first paint. */
export function ThemeSwitch(): ReactElement {
  const { frame } = useWords();
  const [theme, setTheme] = useState<Theme>(() =>
    document.documentElement.dataset.theme === "dark" ? "dark" : "light",
  );
  const turn = (): void => {
    const next = theme === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = next;
    remember("qipan-theme", next);
    setTheme(next);
  };
  return (
    <button type="button" className="theme" onClick={turn}>
      <span className="theme-stone" aria-hidden="true" />
      <span className="vh">{theme === "dark" ? frame.themeToLight : frame.themeToDark}</span>
      <span aria-hidden="true">{theme === "dark" ? frame.light : frame.dark}</span>
    </button>
  );
}

/** Keeps a preference of this browser; a browser that forbids storage simply forgets it. */
export function remember(name: "qipan-theme" | "qipan-lang", value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // storage may be forbidden; the preference then lasts until the page closes
  }
}
