import { type RefObject, useEffect } from "react";

/** Moves the focus to `inside` when it comes up, and back where it was when it goes. Give the element a `key` to move it again. */
export function useFocusIn(inside: RefObject<HTMLElement | null>, active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const before = document.activeElement;
    inside.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [inside, active]);
}
