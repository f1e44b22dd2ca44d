import type { Ground, GroundCode } from "@qipan/policy/records/ground";
import type { Words } from "../words/zh.ts";

const keys = {
  "same-dates": "sameDates",
  "dates-touch": "datesTouch",
  "told-twice": "toldTwice",
  "only-one-left": "onlyOne",
  "joins-new": "joinsNew",
  "repeats-left": "repeatsLeft",
  "held-elsewhere": "heldElsewhere",
  "same-value-held": "sameValue",
  "other-value-held": "otherValue",
  "not-an-event": "notEvent",
  "no-register": "noRegister",
  "no-day": "noDay",
  "no-indicator": "noIndicator",
  "no-period": "noPeriod",
  "other-unit": "otherUnit",
  "no-level": "noLevel",
  "source-unlisted": "sourceUnlisted",
  "binds-nobody": "bindsNobody",
  "same-name": "sameName",
  "lacks-fields": "lacksFields",
} as const satisfies Record<GroundCode, keyof Words["review"]["whys"]>;

/** 为何. Why two things may be the same, or why a reading was left, in the words of the page. */
export function whyText({ code, share, detail }: Ground, { whys }: Words["review"]): string {
  return whys[keys[code]](String(Math.round((share ?? 0) * 100)), detail ?? "");
}
