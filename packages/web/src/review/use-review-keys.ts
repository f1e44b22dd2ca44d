import { useEffect, useRef } from "react";
import { isTyping } from "../shell/use-module-keys.ts";

/** What each letter does; a letter that is not there does nothing. */
export type ReviewKeys = Partial<Record<"a" | "e" | "j" | "k" | "m" | "s" | "u" | "x", () => void>>;

const afterModuleKey = 1500; // `g` and then a letter goes to a module, so the letter after `g` is not ours

/** 审核键. Letters act only outside inputs, without modifiers, and not as the second letter of `g …`. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    let armed = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isFloating(event.target)) return;
      const wasArmed = event.timeStamp - armed < afterModuleKey;
      armed = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
      const act = latest.current[event.key as keyof ReviewKeys]; // any other key finds nothing
      if (wasArmed || event.repeat || !act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function isFloating(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role='dialog']") !== null;
}
