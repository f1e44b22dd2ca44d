import { errorAt, type Finding, warningAt } from "./finding.ts";
import { TABLE_KINDS } from "./kinds.ts";
import { type Pack, rowsOf } from "./pack.ts";
import { cellOf } from "./table.ts";

/** 出处. Addresses kept only where they may be, nothing verified by a source that nobody saw, no idle source. */
export function sourcingFindings(pack: Pack): readonly Finding[] {
  return [...addresses(pack), ...unseen(pack), ...idle(pack)];
}

/** 应有网址. Kinds of source that must have an address, and kinds that must not. */
const ADDRESS_OF_KIND = new Map([
  ["official", "required"],
  ["press", "required"],
  ["repository", "required"],
  ["mirror", "forbidden"],
]);

function addresses(pack: Pack): readonly Finding[] {
  return rowsOf(pack, "sources").flatMap(({ table, row }) => {
    const [kind, url] = [cellOf(row, "url_kind"), cellOf(row, "url")];
    const at = { table, row, column: "url" };
    const rule = ADDRESS_OF_KIND.get(kind);
    if (rule === "forbidden" && url !== "") return [errorAt(at, storedMirror(url))];
    if (rule === "required" && url === "") {
      const advice = "Add the address, or say none in url_kind.";
      const expected = `an address for a source of kind ${kind}`;
      return [errorAt(at, { code: "no-address", found: "(empty)", expected, advice })];
    }
    if (url === "" || /^https?:\/\/\S+$/u.test(url)) return [];
    const advice = "Correct the address.";
    return [errorAt(at, { code: "bad-address", found: url, expected: "http:// or https:// …", advice })];
  });
}

function storedMirror(url: string): Parameters<typeof errorAt>[1] {
  const expected = "no address: a mirror is a scraped copy that readers must not be led to";
  return { code: "mirror-address", found: url, expected, advice: "Empty the cell; title, publisher and date stay." };
}

function unseen(pack: Pack): readonly Finding[] {
  // A source that names neither a date nor an address is one from memory: nothing can have been read in it.
  const fromMemory = new Set(
    rowsOf(pack, "sources")
      .filter(({ row }) => cellOf(row, "url_kind") === "none" && cellOf(row, "date") === "")
      .map(({ row }) => cellOf(row, "id")),
  );
  return TABLE_KINDS.flatMap((kind) =>
    rowsOf(pack, kind)
      .filter(({ row }) => cellOf(row, "confidence") === "verified" && fromMemory.has(cellOf(row, "source_id")))
      .map(({ table, row }) =>
        errorAt(
          { table, row, column: "confidence" },
          {
            code: "verified-unseen",
            found: `verified by ${cellOf(row, "source_id")}`,
            expected: "recalled, because that source was not read",
            advice: "Say recalled, or cite the page where it was read.",
          },
        ),
      ),
  );
}

function idle(pack: Pack): readonly Finding[] {
  const cited = new Set(TABLE_KINDS.flatMap((kind) => rowsOf(pack, kind).map(({ row }) => cellOf(row, "source_id"))));
  return rowsOf(pack, "sources")
    .filter(({ row }) => !cited.has(cellOf(row, "id")))
    .map(({ table, row }) =>
      warningAt(
        { table, row, column: "id" },
        {
          code: "idle-source",
          found: cellOf(row, "id"),
          expected: "a source that some row cites",
          advice: "Remove it, or cite it.",
        },
      ),
    );
}
