// Generates docs/generated/api.md and openapi.json: every operation, parameter, answer and problem of the HTTP API, from
// packages/server/src/contract, so that documents cannot say what the server does not do. Run: npm run docs
import { readFile } from "node:fs/promises";
import { type ProblemCode, problemStatus, problemTitles } from "../../packages/server/src/contract/operation.ts";
import { exampleOf } from "../../packages/server/src/openapi/examples.ts";
import { openApiDocument } from "../../packages/server/src/openapi/openapi-document.ts";
import {
  type OperationDescription,
  operationDescriptions,
  schemaWords,
} from "../../packages/server/src/openapi/operation-description.ts";
import { pageHead, table } from "./generated-page.ts";

/** 接口文档. The OpenAPI document as a file, the same that the server gives at /api/openapi.json. */
export async function openApiFile(): Promise<string> {
  const manifest = JSON.parse(await readFile("package.json", "utf8")) as { version: string }; // npm's own file
  return `${JSON.stringify(openApiDocument(manifest.version), null, 1)}\n`;
}

/** 接口页. The API in Markdown. */
export async function apiPage(): Promise<string> {
  const topics = Map.groupBy(operationDescriptions(), ({ operation }) => operation.topic);
  const head = pageHead({
    title: "HTTP API",
    what: "every operation of the API",
    from: "`packages/server/src/contract`",
    why: "so that this page cannot say what the server does not do",
  });
  const sections = [...topics].map(([topic, operations]) => `## ${topic}\n\n${operations.map(section).join("\n\n")}`);
  const codes = Object.keys(problemTitles) as ProblemCode[]; // keys of the table
  const problems = table(
    ["code", "status", "meaning"],
    codes.map((code) => [`\`${code}\``, String(problemStatus[code]), problemTitles[code]]),
  );
  return `${[head, general, ...sections, `## problems\n\n${problems}`].join("\n\n")}\n`;
}

const general = `Answers are JSON; errors are \`application/problem+json\` (RFC 9457). Lists answer \`{items, total, totalIsExact, next}\`;
\`next\` is the \`cursor\` of the next page. A list with formats is also had as a whole under its address with the extension,
\`?lang=zh|en\` choosing the column labels. Without a session a request is the public reader's.`;

function section(description: OperationDescription): string {
  const { name, operation, parameters } = description;
  const rows = parameters.map(({ name: parameter, place, required, schema, description: meaning }) => [
    `\`${parameter}\``,
    required ? `${place}, required` : place,
    schemaWords(schema),
    meaning ?? "",
  ]);
  const facts = [
    operation.summary,
    operation.role === null ? "Open to everybody" : `Role: ${operation.role}`,
    operation.formats ? `Formats: ${operation.formats.join(", ")}` : "",
  ].filter(Boolean);
  const parts = [`### ${name}`, `\`${operation.method} ${operation.path}\``, `${facts.join(". ")}.`];
  if (rows.length > 0) parts.push(table(["parameter", "where", "form", "meaning"], rows));
  parts.push(`\`\`\`sh\n${exampleOf(description, "http://127.0.0.1:8620")}\n\`\`\``);
  return parts.join("\n\n");
}
