import type { ReadChange } from "../../records/reading-fields.ts";
import type { Figure } from "./figure.ts";
import type { Period } from "./period.ts";

/** 草稿. A measurement while its sentence is being read: what later figures of the sentence may still change. */
export interface Draft {
  readonly figure: Figure;
  start: number;
  end: number;
  indicator: string;
  region: string;
  regionStated: boolean;
  /** Region for the figures after it that name none. */
  readonly carries: string;
  period: Period;
  change: ReadChange | null;
  /** Whether the change is the figure itself: a growth without a level. */
  readonly growth: boolean;
  readonly cumulative: boolean;
  /** Whether its clause gives one figure to each of several (分别, 依次). */
  readonly distributes: boolean;
}
