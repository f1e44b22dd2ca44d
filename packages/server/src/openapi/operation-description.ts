import { api } from "../contract/api.ts";
import type { Operation, ProblemCode } from "../contract/operation.ts";
import { type JsonSchema, jsonSchema } from "./json-schema.ts";

/** 参数说明. One parameter of a path or a query. */
export interface ParameterDescription {
  readonly name: string;
  readonly place: "path" | "query";
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly description: string | null;
}

/** 操作说明. An operation of the contract as documents show it. */
export interface OperationDescription {
  readonly name: string;
  readonly operation: Operation;
  readonly parameters: readonly ParameterDescription[];
  readonly errors: readonly ProblemCode[];
}

/** Every operation, in the order of the contract. */
export function operationDescriptions(): readonly OperationDescription[] {
  return (Object.entries(api) as [string, Operation][]).map(([name, operation]) => ({
    name,
    operation,
    parameters: [...parametersOf(operation, "path"), ...parametersOf(operation, "query")],
    errors: errorsOf(operation),
  }));
}

function parametersOf(operation: Operation, place: "path" | "query"): readonly ParameterDescription[] {
  const object = place === "path" ? operation.params : operation.query;
  if (!object) return [];
  const schema = jsonSchema(object, "input") as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(schema.properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    place,
    required: place === "path" || (schema.required ?? []).includes(name),
    schema: rest,
    description: typeof description === "string" ? description : null,
  }));
}

/** Those the operation names, and those that follow from its form. */
function errorsOf(operation: Operation): readonly ProblemCode[] {
  const takesBody = operation.body !== undefined || operation.binary === true;
  const implied: (ProblemCode | false)[] = [
    "invalid",
    operation.role !== null && "unauthenticated",
    operation.role !== null && "forbidden",
    operation.params !== undefined && "not-found",
    operation.formats !== undefined && "not-acceptable",
    takesBody && "unsupported-media-type",
    takesBody && "too-large",
    operation.method === "POST" && "wrong-origin",
    "too-many",
    "not-ready",
  ];
  return [...new Set([...implied.filter((code) => code !== false), ...(operation.errors ?? [])])];
}

/** The keys of a parameter's schema that a table cell tells. */
interface Told {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
}

/** What a schema allows, in a few words for a table cell. */
export function schemaWords(schema: JsonSchema): string {
  const told = schema as Told; // JSON Schema of zod: these keys have these types
  if (told.anyOf) return "values, separated by commas or repeated";
  const bounds =
    told.minimum === undefined && told.maximum === undefined ? "" : ` ${told.minimum ?? ""}–${told.maximum ?? ""}`;
  const words = told.enum ? `one of ${told.enum.join(", ")}` : `${told.format ?? told.type ?? "value"}${bounds}`;
  const length = told.maxLength === undefined ? "" : `, at most ${told.maxLength} characters`;
  return `${words}${length}${told.default === undefined ? "" : `, default ${JSON.stringify(told.default)}`}`;
}
