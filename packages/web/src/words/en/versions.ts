import { count } from "../../format/number.ts";
import type { Words } from "../zh.ts";

export const versions: Words["versions"] = {
  open: "Versions",
  list: "Versions",
  number: (n) => `Version ${count(n)}`,
  current: "Current",
  sentences: (n) => `${n} sentences`,
  handIn: "Hand in a corrected file",
  handInNote:
    "It becomes the next version. The older one stays readable; entries on sentences that changed are checked one by one.",
  choose: "Choose a file",
  noFile: "none chosen",
  send: "Hand in",
  affected: "Entries whose sentence changed",
  noneAffected: "No entry stands on a sentence that changed.",
  affectedCount: (n) => `${count(n)} to check`,
  settled: (n) => `${count(n)} checked.`,
  fates: { same: "Same", moved: "Moved", changed: "Changed", lost: "Lost" },
  before: "Before",
  after: "Now",
  gone: "this version has no such sentence",
  figure: (indicator, period) => `Observation ${indicator} ${period}`,
  notMine: "It belongs to another unit, which checks it.",
  settle: "Check",
  holds: "Still holds; stand it on the new sentence",
  edit: "Change the entry",
  withdraw: "Withdraw",
  cannotHold: "This version has no sentence for it: change the entry, or withdraw it.",
  changes: "Clauses compared",
  firstVersion: "This is the first version; there is no older one to compare.",
  counts: (of) =>
    `${count(of.added)} added, ${count(of.removed)} removed, ${count(of.changed)} changed, ${count(of.moved)} moved, ${count(of.same)} the same`,
  showSame: "Show those that are the same",
  states: { added: "Added", removed: "Removed", changed: "Changed", moved: "Moved", same: "Same" },
};
