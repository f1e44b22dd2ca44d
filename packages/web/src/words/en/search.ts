import { count } from "../../format/number.ts";
import type { Words } from "../zh.ts";

export const search: Words["search"] = {
  title: "Search",
  label: "Find sentences and entries",
  submit: "Find",
  start: "Write a word to find sentences and entries",
  startText: "For example a body, a place, a project or an indicator; two characters or more work best.",
  results: (n, exact) => (exact ? `${count(n)} found` : `at least ${count(n)} found`),
  none: (q) => `No sentence or entry held has “${q}”`,
  noneText: "Not held does not mean there is none. Add a document, or try other words.",
  noneAction: "Add a document",
  also: "Other names of the same thing were searched too: ",
  literal: "Only the words as written",
  widen: "Search other names too",
  scope: "What to find",
  scopes: { all: "All", entries: "Entries", sentences: "Sentences" },
  kinds: "Kind",
  entries: "Entries",
  sentences: "Sentences",
  more: (n) => `More, ${count(n)} left`,
};
