import { count } from "../../format/number.ts";
import type { Words } from "../zh.ts";

export const registers: Words["registers"] = {
  title: "Registers",
  note: "Eight registers; every row has its evidence",
  rows: (n) => (n === 1 ? "1 row" : `${count(n)} rows`),
  register: "Register",
  filter: "Find",
  filterLabel: "Words in the name",
  any: "All",
  notStated: "Not stated",
  clear: "Clear filters",
  sortBy: (column) => `Sort by ${column.toLowerCase()}`,
  more: (n) => `More, ${count(n)} left`,
  moreInexact: "More",
  total: (n, exact) => (exact ? (n === 1 ? "1 row" : `${count(n)} rows`) : `at least ${count(n)} rows`),
  none: (plural) => `No ${plural.toLowerCase()} held yet`,
  noneText: "They are read from documents or entered by hand; each needs evidence.",
  noneFound: "No row fits these filters",
  missing: (kind) => `There is no register “${kind}”`,
  missingAction: "To the registers",
  take: "Take away",
  takeAs: (plural, format) => `${plural}, ${format}`,
  add: "Enter by hand",
  yes: "Yes",
  no: "No",
  filters: "Filters",
};
