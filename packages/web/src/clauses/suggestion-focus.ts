/** Buttons that confirm a likely pair, in order of the page. */
function buttons(): readonly HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>("button[data-suggestion]")];
}

/** 第几对. The place of a button among those of all likely pairs. */
export function placeOfSuggestion(button: HTMLButtonElement): number {
  return Math.max(buttons().indexOf(button), 0);
}

/** After a pair was linked its button is gone: the one that took its place gets the focus, else the line of counts. */
export function focusNextSuggestion(place: number): void {
  const left = buttons();
  const next = left[Math.min(place, left.length - 1)];
  if (next) next.focus();
  else focusCounts();
}

/** The line of counts gets the focus where what was pressed is gone. */
export function focusCounts(): void {
  document.querySelector<HTMLElement>("[data-counts]")?.focus();
}

/** Moves the focus by one pair; from anywhere else on the page to the first or the last. */
export function stepSuggestion(step: 1 | -1): void {
  const all = buttons();
  const held = all.findIndex((button) => button === document.activeElement);
  const next = held < 0 ? (step === 1 ? 0 : all.length - 1) : held + step;
  const button = all[next];
  button?.focus();
  button?.scrollIntoView({ block: "nearest" });
}
