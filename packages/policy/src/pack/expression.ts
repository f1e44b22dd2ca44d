/** 算式. One side of an identity, parsed. */
export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "observations"; readonly written: string; readonly keys: readonly ObservationKey[] }
  | { readonly kind: "operation"; readonly operator: Operator; readonly left: Expression; readonly right: Expression };

/** 观测键. Names one observation; empty series and vintage are the headline and the unrevised. */
export interface ObservationKey {
  readonly indicator: string;
  readonly region: string;
  readonly period: string;
  readonly vintage: string;
  readonly series: string;
}

type Operator = "+" | "-" | "*" | "/";

/** 解析结果. The expression, or what stood where something else was needed. */
export type ParsedExpression =
  | { readonly expression: Expression }
  | { readonly expected: string; readonly found: string };

/**
 * 解析算式. Numbers, `+ - * / ( )` and observations written `indicator[region period vintage series]`, vintage and
 * series optional (`-` for none); `110000+120000` adds regions, `2014..2020` adds years.
 * @example expressionOf("gdp[110000+120000 2013] / 2")
 */
export function expressionOf(side: string): ParsedExpression {
  // gdp-per-capita[JJJ 2023 initial] - gdp-per-capita[CN 2023 initial]
  // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^   near miss: gdp [JJJ 2023] – a space before [
  const tokens = side.match(/[a-z][a-z0-9-]*\[[^\]]*\]|\d+(?:\.\d+)?|[-+*/()]|\S/gu) ?? [];
  const sum = readSum(tokens, 0);
  if ("found" in sum) return sum;
  const rest = tokens[sum.next];
  return rest === undefined ? { expression: sum.expression } : { expected: "an operator or the end", found: rest };
}

/** 求值. The number an expression comes to, or null when an observation it needs is not there. */
export function evaluate(expression: Expression, valueOf: (key: ObservationKey) => number | undefined): number | null {
  if (expression.kind === "number") return expression.value;
  if (expression.kind === "observations") {
    const values = expression.keys.map(valueOf);
    return values.every((value) => value !== undefined) ? values.reduce((sum, value) => sum + value, 0) : null;
  }
  const left = evaluate(expression.left, valueOf);
  const right = evaluate(expression.right, valueOf);
  return left === null || right === null ? null : APPLY[expression.operator](left, right);
}

/** 所用观测. Every observation an expression refers to. */
export function keysIn(expression: Expression): readonly ObservationKey[] {
  if (expression.kind === "number") return [];
  if (expression.kind === "observations") return expression.keys;
  return [...keysIn(expression.left), ...keysIn(expression.right)];
}

const APPLY: Record<Operator, (left: number, right: number) => number> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
};

type Step =
  | { readonly expression: Expression; readonly next: number }
  | { readonly expected: string; readonly found: string };

function readSum(tokens: readonly string[], at: number): Step {
  return readChain(tokens, at, { operators: ["+", "-"], operand: readProduct });
}

function readProduct(tokens: readonly string[], at: number): Step {
  return readChain(tokens, at, { operators: ["*", "/"], operand: readOperand });
}

function readChain(
  tokens: readonly string[],
  at: number,
  level: { readonly operators: readonly Operator[]; readonly operand: (tokens: readonly string[], at: number) => Step },
): Step {
  let left = level.operand(tokens, at);
  while (!("found" in left)) {
    const { expression, next } = left;
    const operator = level.operators.find((sign) => sign === tokens[next]);
    if (!operator) return left;
    const right = level.operand(tokens, next + 1);
    if ("found" in right) return right;
    left = { expression: { kind: "operation", operator, left: expression, right: right.expression }, next: right.next };
  }
  return left;
}

function readOperand(tokens: readonly string[], at: number): Step {
  const token = tokens[at] ?? "the end";
  if (token === "(") return readBracket(tokens, at + 1);
  if (token === "-") return readNegative(tokens, at + 1);
  if (/^\d/u.test(token)) return { expression: { kind: "number", value: Number(token) }, next: at + 1 };
  const keys = observationKeys(token);
  if (keys) return { expression: { kind: "observations", written: token, keys }, next: at + 1 };
  return { expected: "a number, an observation indicator[region period …] or (", found: token };
}

function readBracket(tokens: readonly string[], at: number): Step {
  const inner = readSum(tokens, at);
  if ("found" in inner) return inner;
  if (tokens[inner.next] === ")") return { expression: inner.expression, next: inner.next + 1 };
  return { expected: ")", found: tokens[inner.next] ?? "the end" };
}

function readNegative(tokens: readonly string[], at: number): Step {
  const operand = readOperand(tokens, at);
  if ("found" in operand) return operand;
  const zero: Expression = { kind: "number", value: 0 };
  return { ...operand, expression: { kind: "operation", operator: "-", left: zero, right: operand.expression } };
}

function observationKeys(token: string): readonly ObservationKey[] | null {
  const match = /^(?<indicator>[^[]+)\[(?<inside>[^\]]+)\]$/u.exec(token)?.groups;
  if (!match) return null;
  const [regions, period, vintage = "-", series = "-", ...more] = (match["inside"] ?? "").trim().split(/\s+/u);
  if (!regions || !period || more.length > 0) return null;
  return regions.split("+").flatMap((region) =>
    periodsOf(period).map((one) => ({
      indicator: match["indicator"] ?? "",
      region,
      period: one,
      vintage: vintage === "-" ? "" : vintage,
      series: series === "-" ? "" : series,
    })),
  );
}

function periodsOf(period: string): readonly string[] {
  const years = /^(?<first>\d{4})\.\.(?<last>\d{4})$/u.exec(period)?.groups;
  if (!years) return [period];
  const [first, last] = [Number(years["first"]), Number(years["last"])];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => String(first + step));
}
