import { z } from "zod";
import { offset } from "./document-text.ts";

/**
 * 条款. A numbered or headed part of a document, its smaller parts not counted in.
 * - `path`: place in the document, `2.3.2`: third part of the second part, second in it. A number that the document skips
 *   is skipped here too; an unnumbered part takes the number after its neighbour's; a part that repeats a path gets `~2`.
 *   What stands before the first part has the path `0`. A title that heads the whole document is no part of a path.
 * - `marks`: numbering as written, outermost first, `""` for an unnumbered part: `["第二章", "三、", "（二）"]`.
 * - `title`: words of the heading without its mark; for a numbered sentence its own first words up to the first pause.
 * - `first`, `last`: addresses of the first and last sentence that has words of it, smaller parts left out; `start`, `end`:
 *   raw offsets from the one to the other.
 * - `text`: its own words, heading included, a line break between paragraphs; the words of smaller parts are theirs.
 */
export const clause = z.object({
  path: z.string().regex(/^\d+(?:~\d+)?(?:\.\d+(?:~\d+)?)*$/u),
  marks: z.array(z.string()),
  title: z.string(),
  first: z.string(),
  last: z.string(),
  start: offset,
  end: offset,
  text: z.string(),
});
export type Clause = z.infer<typeof clause>;
