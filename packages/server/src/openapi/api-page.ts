import { problemStatus, problemTitles, type ProblemCode } from "../contract/operation.ts";
import { exampleOf } from "./examples.ts";
import { type OperationDescription, operationDescriptions, schemaWords } from "./operation-description.ts";

/** 接口页. The API for people: every operation with its parameters and a call to copy. HTML without script. */
export function apiPage(origin: string): string {
  const operations = operationDescriptions();
  const topics = Map.groupBy(operations, ({ operation }) => operation.topic);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Qipan API</title><link rel="stylesheet" href="/api/page.css"></head><body>
<header><h1>棋盘 Qipan API</h1>
<p>Without a session a request is that of the public reader. Machine-readable: <a href="/api/openapi.json">openapi.json</a>.</p>
<nav>${[...topics.keys()].map((topic) => `<a href="#${topic}">${topic}</a>`).join(" ")} <a href="#problems">problems</a></nav></header>
<main>${[...topics].map(([topic, list]) => section(topic, list, origin)).join("\n")}
<section id="problems"><h2>problems</h2><table><tr><th>code</th><th>status</th><th>meaning</th></tr>
${(Object.keys(problemTitles) as ProblemCode[]).map(problemRow).join("\n")}</table></section></main></body></html>
`;
}

/** Style of the page; served apart because the content policy allows no style inside a page. */
export const apiPageStyle = `body{font:16px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1c1c1a;background:#fbfaf7}
nav a{margin-right:.75rem}h2{border-bottom:1px solid #c9c4b8;margin-top:2.5rem}article{margin:1.5rem 0}h3{font-size:1rem;margin:0}
code,pre{font:14px/1.5 ui-monospace,monospace;background:#f0ede5;padding:.1rem .3rem}pre{padding:.5rem;overflow-x:auto}
table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.2rem .75rem .2rem 0;border-bottom:1px solid #e4e0d6}
@media(prefers-color-scheme:dark){body{color:#e8e6e0;background:#1b1b19}code,pre{background:#2a2a27}a{color:#9cc3e6}}
`;

function section(topic: string, operations: readonly OperationDescription[], origin: string): string {
  return `<section id="${topic}"><h2>${topic}</h2>${operations.map((operation) => article(operation, origin)).join("\n")}</section>`;
}

function article(description: OperationDescription, origin: string): string {
  const { name, operation, parameters } = description;
  const role = operation.role === null ? "" : ` <p>Needs the role <code>${operation.role}</code>.</p>`;
  const formats = operation.formats
    ? `<p>Formats: ${operation.formats.join(", ")}, by <code>Accept</code> or extension.</p>`
    : "";
  const rows = parameters.map(
    ({ name, place, required, schema, description }) =>
      `<tr><td><code>${name}</code></td><td>${place}${required ? ", required" : ""}</td><td>${escaped(schemaWords(schema))}</td><td>${escaped(description ?? "")}</td></tr>`,
  );
  return `<article id="${name}"><h3><code>${operation.method} ${escaped(operation.path)}</code></h3><p>${escaped(operation.summary)}</p>${role}${formats}
${rows.length > 0 ? `<table><tr><th>parameter</th><th>where</th><th>form</th><th>meaning</th></tr>${rows.join("")}</table>` : ""}
<pre>${escaped(exampleOf(description, origin))}</pre></article>`;
}

function problemRow(code: ProblemCode): string {
  return `<tr id="problem-${code}"><td><code>${code}</code></td><td>${problemStatus[code]}</td><td>${escaped(problemTitles[code])}</td></tr>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
