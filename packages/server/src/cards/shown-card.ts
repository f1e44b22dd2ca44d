import { cardOf } from "@qipan/ledger/cards";
import { planCalled, type PlanNames, planNames } from "@qipan/ledger/lineage/plan-names";
import { documentsCalled, documentsTelling, toldBy } from "@qipan/ledger/lineage/told-titles";
import { documentGrounds } from "@qipan/ledger/sources";
import { entriesByKeys } from "@qipan/ledger/entry-queries";
import { mayWrite, type Tx } from "@qipan/ledger/transaction";
import { titleKey } from "@qipan/policy/extraction/card/title-key";
import { type Card, emptyCard, type Fact } from "@qipan/policy/records/card";
import type { Document } from "@qipan/policy/records/document";
import type { CalendarDate } from "@qipan/policy/records/identity";
import { barOf, bindingKinds } from "@qipan/policy/rules/binding";
import { standingOn } from "@qipan/policy/rules/standing-on";
import type { ShownCard, TitleTarget } from "../contract/cards.ts";

/** 卡片所见. The card of a document with what its titles and its source lead to, its standing on a day, and what it bars. */
export async function shownCard(tx: Tx, document: Document, asOf: CalendarDate): Promise<ShownCard> {
  const { version, card: held } = await cardOf(tx, document.id);
  const card = held ?? emptyCard;
  const names = await planNames(tx);
  const replacedBy = await replacing(tx, document);
  const why = barOf({ standing: card.standing?.value ?? null });
  return {
    document: document.id,
    version,
    card,
    standingToday: standingOn(card, { asOf, isReplaced: replacedBy.length > 0 }),
    source: await sourceOf(tx, document),
    plan: await planOf(tx, document, { card, names }),
    implements: await targetsOf(tx, card.implements, names),
    replaces: await targetsOf(tx, card.replaces, names),
    replacedBy,
    barred: why === null ? [] : bindingKinds.map((makes) => ({ makes, why })),
    mayChange: mayWrite(tx, document.jurisdiction) && document.purged === null,
  };
}

async function sourceOf(tx: Tx, { id }: Document): Promise<ShownCard["source"]> {
  const finding = (await documentGrounds(tx, [id])).get(id)?.finding;
  if (finding?.state !== "listed") return { state: finding?.state ?? "unknown", listed: null };
  const { key, title, rank, dataAuthority } = finding.source;
  const entry = (await entriesByKeys(tx, "source", [key]))[0];
  return { state: "listed", listed: entry ? { id: entry.id, key, title, rank, dataAuthority } : null };
}

/** The plan that an officer named, else the one that goes by a title of the document. */
async function planOf(
  tx: Tx,
  { id }: Document,
  { card, names }: { card: Card; names: PlanNames },
): Promise<ShownCard["plan"]> {
  const set = card.plan ? names.byKey.get(card.plan.value) : undefined;
  const keys = (await toldBy(tx, id)).flatMap(({ relation, titleKey: key }) => (relation === "title" ? [key] : []));
  const plan = set ?? keys.map((key) => names.byTitle.get(key)).find((found) => found !== undefined);
  return plan ? { id: plan.id, key: plan.key, title: plan.title, matched: set ? "set" : "title" } : null;
}

async function targetsOf(tx: Tx, facts: readonly Fact<string>[], names: PlanNames): Promise<TitleTarget[]> {
  const called = await documentsCalled(
    tx,
    facts.map(({ value }) => titleKey(value)),
  );
  const documents = new Map(called.map((row) => [row.titleKey, row.document]));
  const titles = await documentNames(tx, [...documents.values()]);
  return facts.map(({ value, basis }) => {
    const plan = planCalled(names, value);
    const id = documents.get(titleKey(value));
    const name = id === undefined ? undefined : titles.get(id);
    return {
      title: value,
      basis,
      plan: plan ? { id: plan.id, key: plan.key, title: plan.title } : null,
      document: id !== undefined && name !== undefined ? { id, name } : null,
    };
  });
}

async function documentNames(tx: Tx, ids: readonly Document["id"][]): Promise<ReadonlyMap<Document["id"], string>> {
  const grounds = await documentGrounds(tx, ids);
  return new Map([...grounds].map(([id, { name }]) => [id, name]));
}

async function replacing(tx: Tx, { id }: Document): Promise<ShownCard["replacedBy"]> {
  const own = (await toldBy(tx, id)).filter(({ relation }) => relation === "title");
  const documents = await documentsTelling(
    tx,
    "replaces",
    own.map((row) => row.titleKey),
  );
  return documents.flatMap((other) =>
    other.id === id ? [] : [{ id: other.id, name: other.name, title: other.title }],
  );
}
