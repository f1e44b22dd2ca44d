import type { EntryVersion } from "@qipan/policy/records/entry";

/** 所改. What one version changed: each field with its value before and after, and how much evidence came with it. */
export interface VersionChanges {
  readonly version: EntryVersion;
  readonly fields: readonly { readonly name: string; readonly before: unknown; readonly after: unknown }[];
  readonly evidence: number;
}

/** Versions newest first, each with what it changed against the one before. The first has changed nothing: it begins. */
export function changesOf(versions: readonly EntryVersion[]): readonly VersionChanges[] {
  const inOrder = versions.toSorted((a, b) => a.version - b.version);
  return inOrder
    .map((version, index) => {
      const before = inOrder[index - 1];
      return {
        version,
        fields: before ? differing(before.fields, version.fields) : [],
        evidence: version.evidence.length,
      };
    })
    .toReversed();
}

type Fields = EntryVersion["fields"];

/** Fields whose values differ; none where the content of either version was removed. */
function differing(before: Fields, after: Fields): VersionChanges["fields"] {
  if (before === null || after === null) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !isSame(before[name], after[name]))
    .map((name) => ({ name, before: before[name] ?? null, after: after[name] ?? null }));
}

/** Whether two values of a field are the same; not stated and missing are. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
