import type { OperationDescription } from "./operation-description.ts";

/** Values of parameters in examples, by name; a parameter that is not here is left out unless it is required. */
const values: Readonly<Record<string, string>> = {
  id: "01890000-0000-7000-8000-000000000000",
  address: "p12.s3",
  key: "gdp",
  kind: "event",
  field: "domain",
  q: "雄安",
  name: "rows.csv",
  reason: "quarterly correction",
  asOf: "2024-02-26",
  year: "2017",
};

/** 示例. A call of the operation as a shell command; what it would change needs the operator's session. */
export function exampleOf({ operation, parameters }: OperationDescription, origin: string): string {
  const path = operation.path.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? name);
  const shown = parameters.filter(
    ({ place, required, name }) => place === "query" && (required || ["asOf", "year"].includes(name)),
  );
  const query = shown.map(({ name }) => `${name}=${encodeURIComponent(values[name] ?? "…")}`).join("&");
  const address = `${origin}${path}${query ? `?${query}` : ""}`;
  if (operation.method === "GET") return `curl '${address}'`;
  const type = operation.binary ? "application/octet-stream" : "application/json";
  const data = operation.binary ? "--data-binary @file" : "--data '{…}'";
  return `curl -X POST -H 'content-type: ${type}' ${data} '${address}'`;
}
