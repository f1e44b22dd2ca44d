/** 单元格值. What an export writes into a cell: text, a number, yes or no, nothing. */
export type CellValue = string | number | boolean | null;

/**
 * 写单元格. A field of a record as a cell. A list becomes one line a member; where a member holds a line break, or the
 * cell would look like it, the list is written as JSON instead, so that `listOf` always gives back what was.
 */
export function cellOf(value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return listCell(value.map(String));
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return JSON.stringify(value);
}

/** 读列表. The members of a list that `cellOf` has written; empty text is the empty list. */
export function listOf(text: string): readonly string[] {
  if (text === "") return [];
  if (!text.startsWith("[")) return text.split(/\r?\n/u);
  const members: unknown = JSON.parse(text);
  if (!Array.isArray(members)) throw new SyntaxError("expected a list");
  return members.map(String);
}

function listCell(members: readonly string[]): CellValue {
  if (members.length === 0) return null;
  const isPlain = members.every((member) => member !== "" && !/[\r\n]/u.test(member)) && !members[0]?.startsWith("[");
  return isPlain ? members.join("\n") : JSON.stringify(members);
}
