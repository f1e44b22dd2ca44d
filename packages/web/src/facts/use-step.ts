import { useEffect, useRef } from "react";

/** 逐卡. Moves the focus to the heading of the next or previous card in a list; from elsewhere to the first. */
export function useStep(list: { readonly current: HTMLElement | null }): (by: 1 | -1) => void {
  const at = useRef(-1);
  useEffect(() => {
    const track = (event: FocusEvent): void => {
      const cards = [...(list.current?.querySelectorAll("article") ?? [])];
      at.current = cards.findIndex((card) => event.target instanceof Node && card.contains(event.target));
    };
    document.addEventListener("focusin", track);
    return () => document.removeEventListener("focusin", track);
  }, [list]);
  return (by) => {
    const headings = [...(list.current?.querySelectorAll<HTMLElement>("article h2") ?? [])];
    const next = headings[Math.min(headings.length - 1, Math.max(0, at.current + by))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "start" });
  };
}
