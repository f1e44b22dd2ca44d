import type { Line } from "../lines.ts";

/** 修复步骤. One judgement about the lines of a text, written into them; later passes see what earlier ones found. */
export interface RepairPass {
  readonly name: string;
  apply(text: string, lines: Line[]): void;
}
