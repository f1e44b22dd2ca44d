import { z } from "zod";

/** JSON Schema as a plain value. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const place = (name: string): string => `#/components/schemas/${name}`;

/**
 * 转模式. JSON Schemas (2020-12) of named zod schemas; those named refer to each other instead of being repeated. `side`
 * says whether a schema describes what is sent (`input`) or what is received (`output`).
 */
export function jsonSchemas(
  named: readonly (readonly [string, z.ZodType])[],
  side: "input" | "output",
): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of named) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { uri: place, io: side, unrepresentable: "any", override: shorten });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutOwnAddress(schema)]));
}

/** JSON Schema of one schema that nothing refers to. */
export function jsonSchema(schema: z.ZodType, side: "input" | "output"): JsonSchema {
  return withoutOwnAddress(z.toJSONSchema(schema, { io: side, unrepresentable: "any", override: shorten }));
}

/** How the records write the form of a day. */
const dayPattern = "^\\d{4}-\\d{2}-\\d{2}$";

/** A format says it better than its pattern, and every integer of JavaScript is below 2⁵³. */
function shorten({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema["pattern"] === dayPattern) jsonSchema["format"] = "date";
  if (jsonSchema["format"] !== undefined) delete jsonSchema["pattern"];
  if (jsonSchema["maximum"] === Number.MAX_SAFE_INTEGER) delete jsonSchema["maximum"];
  if (jsonSchema["minimum"] === Number.MIN_SAFE_INTEGER) delete jsonSchema["minimum"];
}

function withoutOwnAddress(schema: object): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !["$schema", "$id", "id"].includes(key)));
}
