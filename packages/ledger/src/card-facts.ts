import {
  type Basis,
  type Card,
  type CardField,
  type CardValues,
  cardFields,
  emptyCard,
} from "@qipan/policy/records/card";
import type { Instant } from "@qipan/policy/records/identity";
import { canonicalJson } from "./canonical-json.ts";

/** 所定之值. Values of some fields of a card; a field that is left out or undefined stays. */
export type CardPatch = { readonly [F in CardField]?: CardValues[F] | undefined };

interface SetBy {
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
}

/**
 * 手定卡片. A card with values laid over it, each as set by somebody; null and the empty list take a fact away. A value that
 * is said already keeps the basis that it has.
 */
export function cardSetBy(before: Card | null, values: CardPatch, set: SetBy): Card {
  const held = before ?? emptyCard;
  const basis: Basis = { how: "set", ...set };
  const laid = cardFields
    .filter((field) => values[field] !== undefined)
    .map((field) => [field, factsFor(held[field], values[field], basis)]);
  return { ...held, ...Object.fromEntries(laid) } as Card; // `cardValues` gives each field the values of its facts
}

/** 所改之栏. Fields whose value differs between two cards, whatever their basis. */
export function changedFields(before: Card | null, after: Card): readonly CardField[] {
  const held = before ?? emptyCard;
  return cardFields.filter((field) => canonicalJson(valueIn(held, field)) !== canonicalJson(valueIn(after, field)));
}

/** 栏值. Value of a field without its basis; a list for fields that hold several. */
export function valueIn(card: Card, field: CardField): unknown {
  const facts = card[field];
  return Array.isArray(facts) ? facts.map(({ value }) => value) : (facts?.value ?? null);
}

type Facts = Card[CardField];

function factsFor(held: Facts, value: unknown, basis: Basis): unknown {
  const known = (item: unknown): unknown => sameIn([held].flat(), item) ?? { value: item, basis };
  if (Array.isArray(value)) return value.map(known);
  return value === null ? null : known(value);
}

function sameIn(held: readonly (Card[CardField] | { value: unknown })[], item: unknown): unknown {
  return held.find((fact) => fact !== null && "value" in fact && canonicalJson(fact.value) === canonicalJson(item));
}
