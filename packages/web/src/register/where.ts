/** 筛选. Filters of a list as the address and the API write them: `field:value,field:value`. */
export type Where = Readonly<Record<string, string>>;

/** Reads the filters of an address; parts that are no filter are left out. */
export function readWhere(text: string | undefined): Where {
  const parts = (text ?? "").split(",").map((part) => part.split(":"));
  return Object.fromEntries(
    parts.flatMap(([field, ...value]) => (field && value.length > 0 ? [[field.trim(), value.join(":").trim()]] : [])),
  );
}

/** Writes filters for an address; undefined when none is left. */
export function writeWhere(where: Readonly<Record<string, string | undefined>>): string | undefined {
  const parts = Object.entries(where).flatMap(([field, value]) => (value === undefined ? [] : [`${field}:${value}`]));
  return parts.length > 0 ? parts.join(",") : undefined;
}
