/** 所列. A row of the source list: key, every name it goes by, rank (1 is highest), whether figures may be taken from it. */
export interface ListedSource {
  readonly key: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly rank: number;
  readonly dataAuthority: boolean;
}

/** 文件来源. What a card says: its source (key or name as written) and its issuers, who are the source of their own texts. */
export interface SourceNamed {
  readonly source: string | null;
  readonly issuers: readonly string[];
}

/** 信源判定. `listed` with the row, `unlisted` with the name found, `unknown` where the document names nobody. */
export type SourceFinding =
  | { readonly state: "listed"; readonly source: ListedSource }
  | { readonly state: "unlisted"; readonly named: string }
  | { readonly state: "unknown" };

/**
 * 判信源. Finds the source of a document on the list: by key or any name, 《》 and blanks left out. Where the document names no
 * source its issuers count, the highest in rank first; an issuer that is not listed leaves it unknown.
 */
export function findSource({ source, issuers }: SourceNamed, list: readonly ListedSource[]): SourceFinding {
  if (source !== null) {
    const listed = lookUp(source, list);
    return listed ? { state: "listed", source: listed } : { state: "unlisted", named: source };
  }
  const own = issuers.flatMap((issuer) => lookUp(issuer, list) ?? []).sort((a, b) => a.rank - b.rank);
  return own[0] ? { state: "listed", source: own[0] } : { state: "unknown" };
}

function lookUp(name: string, list: readonly ListedSource[]): ListedSource | undefined {
  const wanted = plain(name);
  return list.find(({ key, names }) => key === name || names.some((known) => plain(known) === wanted));
}

const plain = (name: string): string => name.replaceAll(/[\s《》“”"]/gu, "");

/** 来据. A document that an event stands on: its name and what was found of its source. */
export interface EventGround {
  readonly document: string;
  readonly finding: SourceFinding;
}

/**
 * 入纪规则. Whether an event that stands on these documents may enter the chronicle, and what to do where it may not (rule of
 * sources of the Beijing chronicle of 2014–2018). A named source that is not listed is refused even as a draft; a source
 * that is not known is refused in public only. `grounds` are all documents; an event without any is not judged here. One
 * listed document is enough for the public.
 */
export function refusedEntry(grounds: readonly EventGround[], { isPublic }: { isPublic: boolean }): string | null {
  if (grounds.length === 0 || grounds.some(({ finding }) => finding.state === "listed")) return null;
  for (const { document, finding } of grounds)
    if (finding.state === "unlisted")
      return `${document} names ${finding.named} as its source, which is not on the source list. Add it to the list, or correct the source on the card of the document.`;
  if (!isPublic) return null;
  return `No source is known of ${grounds.map(({ document }) => document).join(", ")}, so the event may be a draft only. Set the source on the card of the document, then publish the event.`;
}

/** 数据依据. Whether figures of the document may stand as released ones; otherwise they are quoted. */
export function hasDataAuthority(finding: SourceFinding): boolean {
  return finding.state === "listed" && finding.source.dataAuthority;
}
