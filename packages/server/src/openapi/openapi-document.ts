import { problemStatus, problemTitles, type Operation, type ProblemCode } from "../contract/operation.ts";
import { mediaTypes } from "../http/list-format.ts";
import { type JsonSchema, jsonSchemas } from "./json-schema.ts";
import { namedSchemas } from "./named-schemas.ts";
import {
  type OperationDescription,
  operationDescriptions,
  type ParameterDescription,
} from "./operation-description.ts";

/**
 * 接口文档. The OpenAPI 3.1 document of the contract: every operation with parameters, bodies, answers and problems, and
 * every schema by name.
 */
export function openApiDocument(version: string): JsonSchema {
  const operations = operationDescriptions();
  return {
    openapi: "3.1.0",
    info: {
      title: "Qipan 棋盘",
      version,
      summary: "Policy documents in, a ledger in which every row leads back to its sentence out",
    },
    paths: pathsOf(operations),
    components: { schemas: componentsOf(operations), securitySchemes },
    tags: [...new Set(operations.map(({ operation }) => operation.topic))].map((name) => ({ name })),
  };
}

/** Without the cookie a request is that of the public reader. */
const securitySchemes = { session: { type: "apiKey", in: "cookie", name: "qipan_session" } };

function pathsOf(operations: readonly OperationDescription[]): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const description of operations) {
    const { path, method } = description.operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationObject(description) };
  }
  return paths;
}

function operationObject({ name, operation, parameters, errors }: OperationDescription): JsonSchema {
  const body = requestBody(name, operation);
  return {
    operationId: name,
    tags: [operation.topic],
    summary: operation.summary,
    description: descriptionOf(operation),
    security: operation.role === null ? [{}, { session: [] }] : [{ session: [] }],
    parameters: parameters.map(parameterObject),
    ...(body ? { requestBody: body } : {}),
    responses: { [String(operation.status ?? 200)]: answerObject(name, operation), ...problemAnswers(errors) },
  };
}

function descriptionOf(operation: Operation): string {
  const who =
    operation.role === null
      ? "Open to everybody: rows are those the caller may see."
      : `Needs the role ${operation.role}.`;
  const others = operation.formats?.filter((format) => format !== "json") ?? [];
  if (others.length === 0) return who;
  return `${who} Also by extension: ${others.map((format) => `${operation.path}.${format}`).join(", ")}; there with every page at once.`;
}

/** A filter with several values may be repeated or separated by commas. */
function parameterObject({ name, place, required, schema, description }: ParameterDescription): JsonSchema {
  return { name, in: place, required, schema, ...(description ? { description } : {}) };
}

function requestBody(name: string, operation: Operation): JsonSchema | undefined {
  if (operation.binary)
    return {
      required: true,
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    };
  return operation.body
    ? { required: true, content: { "application/json": { schema: reference(bodyName(name)) } } }
    : undefined;
}

function answerObject(name: string, operation: Operation): JsonSchema {
  if (operation.download)
    return {
      description: "The file, as an attachment",
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    };
  const other = (operation.formats ?? [])
    .filter((format) => format !== "json")
    .map((format) => [mediaTypes[format], {}] as const);
  return {
    description: "As asked",
    content: { "application/json": { schema: reference(answerName(name)) }, ...Object.fromEntries(other) },
  };
}

/** Problems that share a status stand in one answer. */
function problemAnswers(errors: readonly ProblemCode[]): Record<string, JsonSchema> {
  const byStatus = Map.groupBy(errors, (code) => String(problemStatus[code]));
  const content = { "application/problem+json": { schema: reference("Problem") } };
  const described = [...byStatus].map(
    ([status, codes]) => [status, { description: codes.map(sayCode).join("; "), content }] as const,
  );
  return { ...Object.fromEntries(described), default: { description: `internal: ${problemTitles.internal}`, content } };
}

function sayCode(code: ProblemCode): string {
  return `${code}: ${problemTitles[code]}`;
}

function componentsOf(operations: readonly OperationDescription[]): JsonSchema {
  const answers = operations
    .filter(({ operation }) => !operation.download)
    .map(({ name, operation }) => [answerName(name), operation.response] as const);
  const bodies = operations.flatMap(({ name, operation }) =>
    operation.body ? [[bodyName(name), operation.body] as const] : [],
  );
  const isNamed = new Map(namedSchemas.map(([name, schema]) => [schema, name]));
  const aliases = answers.filter(([, schema]) => isNamed.has(schema));
  return {
    ...jsonSchemas([...namedSchemas, ...answers.filter(([, schema]) => !isNamed.has(schema))], "output"),
    ...Object.fromEntries(aliases.map(([name, schema]) => [name, reference(isNamed.get(schema) ?? name)])),
    ...jsonSchemas(bodies, "input"),
  };
}

const capital = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;
const answerName = (name: string): string => `${capital(name)}Answer`;
const bodyName = (name: string): string => `${capital(name)}Body`;
const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
