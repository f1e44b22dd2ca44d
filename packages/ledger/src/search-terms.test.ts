import assert from "node:assert/strict";
import { test } from "node:test";
import { searchMarks, searchQuery, searchTerms } from "./search-terms.ts";

for (const [rule, text, expected] of [
  ["pairs at the place of their first character, the last one alone", "雄安新区", "'雄安':1 '安新':2 '新区':3 '区':4"],
  ["a space ends a run, its width counts", "雄安 A", "'雄安':1 '安':2 'a':4"],
  ["the same pair twice keeps both places", "通州通州", "'通州':1,3 '州通':2 '州':4"],
  ["full-width letters and digits are folded", "５Ｇ", "'5g':1 'g':2"],
  ["traditional characters are folded", "關於", "'关于':1 '于':2"],
  ["radicals of a broken PDF are folded", "⻓城", "'长城':1 '城':2"],
  ["full-width punctuation is folded", "（一）", "'(一':1 '一)':2 ')':3"],
  ["quotes and backslashes are escaped", "a'\\", "'a''':1 '''\\\\':2 '\\\\':3"],
  ["a character beyond the basic plane is one", "𠮷村", "'𠮷村':1 '村':2"],
  ["nothing but spaces is nothing", " 　\n", ""],
] as const) {
  test(`search terms: ${rule}`, () => assert.equal(searchTerms(text), expected));
}

for (const [rule, q, expected] of [
  ["one pair", "雄安", "'雄安'"],
  ["an odd word takes its last pair besides", "雄安新", "('雄安' <1> '安新')"],
  ["an even word takes every second pair", "雄安新区", "('雄安' <2> '新区')"],
  ["a word in traditional characters asks for the simplified one", "會議", "'会议'"],
  ["one character is a prefix", "京", "'京':*"],
  ["words are joined by and", "雄安 建", "'雄安' & '建':*"],
  ["a word said twice counts once", "建 建", "'建':*"],
  ["no word is no query", " 　", null],
] as const) {
  test(`search query: ${rule}`, () => assert.equal(searchQuery(q), expected));
}

for (const [rule, text, q, expected] of [
  ["one place", "建设雄安新区", "雄安", [[2, 4]]],
  ["neighbours are joined", "建设雄安新区", "新区 雄安", [[2, 6]]],
  [
    "every place",
    "通州与通州",
    "通州",
    [
      [0, 2],
      [3, 5],
    ],
  ],
  [
    "offsets are those of the text as written",
    "Ｇ７和g7",
    "g7",
    [
      [0, 2],
      [3, 5],
    ],
  ],
  ["simplified finds traditional, at the place where that stands", "召開會議", "会议", [[2, 4]]],
  ["traditional finds simplified", "召开会议", "會議", [[2, 4]]],
  ["narrow brackets find wide ones", "计划（草案）", "(草案)", [[2, 6]]],
  ["after a character of two units", "𠮷村雄安", "雄安", [[3, 5]]],
  ["a word that is not there", "建设", "雄安", []],
] as const) {
  test(`search marks: ${rule}`, () => assert.deepEqual(searchMarks(text, q), expected));
}
