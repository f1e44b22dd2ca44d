import type { Line } from "../lines.ts";
import type { Usage } from "./joint.ts";

/** 修复步骤. One judgement about the lines of a text, written into them; later passes see what earlier ones found. `usage` is of `text`. */
export interface RepairPass {
  readonly name: string;
  apply(text: string, lines: Line[], usage: Usage): void;
}
