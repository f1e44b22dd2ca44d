import { lazy, type ReactElement, Suspense, useEffect, useState } from "react";
import { useWords } from "../words/use-words.ts";
import { useModuleKeys } from "./use-module-keys.ts";

const Palette = lazy(() => import("./palette.tsx").then((module) => ({ default: module.Palette })));

/** 查找. Opens the palette by press or by Ctrl K (⌘ K). */
export function Find(): ReactElement {
  const { frame } = useWords();
  const [open, setOpen] = useState(false);
  useModuleKeys();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen((held) => !held);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button type="button" className="find" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <span>{frame.find}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <button type="button" className="find-small" onClick={() => setOpen(true)} aria-haspopup="dialog">
        {frame.findLabel}
      </button>
      {open ? (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
