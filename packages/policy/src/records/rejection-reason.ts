import type { Reading } from "./reading.ts";

/** 不收理由. A reason for turning a reading down that is offered; `type` null is for readings of every type. */
export interface RejectionReason {
  readonly code: string;
  readonly type: Reading["type"] | null;
  readonly zh: string;
  readonly en: string;
}

/** 不收理由表. What reading most often gets wrong, for each type of reading; officers may write any other reason. */
export const rejectionReasons: readonly RejectionReason[] = [
  { code: "not-an-event", type: "event", zh: "不是一件事", en: "Not an event" },
  { code: "wrong-day", type: "event", zh: "日期不是此事的日期", en: "The day is not that of the event" },
  { code: "planned-only", type: "event", zh: "只是计划，尚未发生", en: "Only planned, it has not happened" },
  { code: "background", type: "event", zh: "回顾旧事，另有出处", en: "Looks back on something told elsewhere" },
  { code: "not-a-figure", type: "measurement", zh: "不是统计数值", en: "Not a statistical figure" },
  { code: "wrong-indicator", type: "measurement", zh: "指标认错", en: "Wrong indicator" },
  { code: "wrong-region", type: "measurement", zh: "地区认错", en: "Wrong region" },
  { code: "wrong-period", type: "measurement", zh: "统计期认错", en: "Wrong period" },
  { code: "is-a-target", type: "measurement", zh: "是目标值，不是实绩", en: "A target, not what was reached" },
  { code: "no-deed", type: "commitment", zh: "没有可交办的事", en: "Nothing that a unit could be given to do" },
  { code: "slogan", type: "commitment", zh: "原则性表述", en: "A statement of principle" },
  { code: "not-done", type: "achievement", zh: "尚未完成", en: "Not done yet" },
  { code: "duplicate", type: null, zh: "重复", en: "Told twice" },
  { code: "misread", type: null, zh: "原文读错", en: "The text was misread" },
  { code: "out-of-scope", type: null, zh: "与协同发展无关", en: "Not about the coordinated development" },
];
