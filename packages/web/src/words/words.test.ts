import assert from "node:assert/strict";
import { test } from "node:test";
import { aliasSorts } from "@qipan/policy/records/alias";
import { genres, levels, standings } from "@qipan/policy/records/card";
import { domains } from "@qipan/policy/records/domain";
import { erratumStates } from "@qipan/policy/records/erratum";
import { eventKinds } from "@qipan/policy/records/event";
import { valueKinds } from "@qipan/policy/records/observation";
import { planKinds } from "@qipan/policy/records/plan";
import { projectStatuses } from "@qipan/policy/records/project";
import { entryKinds } from "@qipan/policy/records/registers";
import { sourceSorts } from "@qipan/policy/records/source";
import { qualifiers } from "@qipan/policy/records/value";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

/** Units of count and of pure numbers have no word in one language or the other. */
const mayBeEmpty = /^(terms\.units\.(count|1)|terms\.qualifiers\.(exact|range)|frame\.pastAfter|review\.scales\.one)$/u;

test("both languages have the same keys", () => assert.deepEqual(keysOf(en), keysOf(zh)));

for (const [language, words] of [
  ["zh", zh],
  ["en", en],
] as const) {
  test(`${language} has no empty word`, () => {
    const empty = leavesOf(words).filter(([path, word]) => String(word).trim() === "" && !mayBeEmpty.test(path));
    assert.deepEqual(
      empty.map(([path]) => path),
      [],
    );
  });
  test(`${language} says every value of the closed vocabularies`, () => {
    const vocabularies = [
      [words.terms.domains, domains],
      [words.terms.eventKinds, eventKinds],
      [words.terms.projectStatuses, projectStatuses],
      [words.terms.planKinds, planKinds],
      [words.terms.aliasSorts, aliasSorts],
      [words.terms.genres, genres],
      [words.terms.levels, levels],
      [words.terms.standings, standings],
      [words.terms.sourceSorts, sourceSorts],
      [words.terms.erratumStates, erratumStates],
      [words.terms.kinds, entryKinds],
      [words.terms.qualifiers, qualifiers],
      [words.terms.valueKinds, valueKinds],
    ] as const;
    for (const [said, values] of vocabularies) assert.deepEqual(Object.keys(said).sort(), [...values].sort());
  });
}

test("English words have no Chinese in them, save samples and the mark", () => {
  const chinese = leavesOf(en).filter(
    ([path, word]) =>
      /\p{Script=Han}/u.test(String(word)) && !path.startsWith("gallery.sample") && path !== "frame.mark",
  );
  assert.deepEqual(
    chinese.map(([path]) => path),
    [],
  );
});

test("Chinese words use no address of respect and no exclamation mark", () => {
  const wrong = leavesOf(zh).filter(([, word]) => /[您！!]|成功|系统/u.test(String(word)));
  assert.deepEqual(
    wrong.map(([path]) => path),
    [],
  );
});

function keysOf(words: object): readonly string[] {
  return leavesOf(words)
    .map(([path, word]) => `${path}: ${typeof word}`)
    .sort();
}

function leavesOf(words: object, under = ""): readonly (readonly [string, unknown])[] {
  return Object.entries(words).flatMap(([key, word]): readonly (readonly [string, unknown])[] => {
    const path = under ? `${under}.${key}` : key;
    return typeof word === "object" && word !== null ? leavesOf(word, path) : [[path, word]];
  });
}
