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
  { code: "wrong-deadline", type: "commitment", zh: "期限认错", en: "Wrong deadline" },
  { code: "wrong-lead", type: "commitment", zh: "牵头或协办认错", en: "Wrong lead or helper" },
  { code: "already-done", type: "commitment", zh: "已经做了，不是任务", en: "Already done, not a task" },
  { code: "not-done", type: "achievement", zh: "尚未完成", en: "Not done yet" },
  { code: "not-a-deed", type: "achievement", zh: "不是做成的事", en: "Nothing that was done" },
  { code: "was-reached", type: "target", zh: "是实绩，不是目标", en: "What was reached, not a target" },
  { code: "wrong-target-indicator", type: "target", zh: "指标认错", en: "Wrong indicator" },
  { code: "wrong-due", type: "target", zh: "到期认错", en: "Wrong due day" },
  { code: "only-named", type: "agreement", zh: "只是提到，并未签署", en: "Only named, not signed here" },
  { code: "wrong-parties", type: "agreement", zh: "签署方认错", en: "Wrong parties" },
  { code: "not-a-plan", type: "plan", zh: "不是规划", en: "Not a plan" },
  { code: "wrong-plan-stage", type: "plan", zh: "阶段认错", en: "Wrong stage" },
  { code: "not-a-project", type: "milestone", zh: "不是一个项目", en: "Not a project" },
  { code: "wrong-project-stage", type: "milestone", zh: "阶段认错", en: "Wrong stage" },
  { code: "not-a-body", type: "organisation-change", zh: "不是一个机构", en: "Not a body" },
  { code: "wrong-change", type: "organisation-change", zh: "变动认错", en: "Wrong change" },
  { code: "not-demanded", type: "requirement", zh: "不是提出的要求", en: "Nothing was demanded" },
  { code: "wrong-count", type: "declaration", zh: "条数认错", en: "Wrong count" },
  { code: "other-set", type: "declaration", zh: "说的是另一份文件", en: "Counts the parts of another text" },
  { code: "duplicate", type: null, zh: "重复", en: "Told twice" },
  { code: "misread", type: null, zh: "原文读错", en: "The text was misread" },
  { code: "out-of-scope", type: null, zh: "与协同发展无关", en: "Not about the coordinated development" },
];
