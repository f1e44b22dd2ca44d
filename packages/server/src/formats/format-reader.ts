import type { SourceFormat, SourceText } from "@qipan/policy/records/source-text";

/** 限度. What one file may cost while it is taken apart; what goes beyond is refused, never cut off silently. */
export interface Limits {
  /** Bytes that packed parts may unfold to, all together. */
  readonly expandedBytes: number;
  /** How often the unfolded bytes may exceed the packed ones, for parts above 1 MiB. */
  readonly expansion: number;
  /** Parts in a package. */
  readonly parts: number;
  /** Depth of elements inside each other, and of packages inside packages. */
  readonly depth: number;
  /** Characters of text. */
  readonly characters: number;
}

/**
 * 格式读取. Takes the text out of the bytes of one format. Throws `FileRefused` for what cannot be read, with what was
 * found, what was expected and what to do; whatever else it throws counts as damage. Runs on a thread with limits of time
 * and memory; never fetches anything, never runs anything that the file brings.
 */
export interface FormatReader {
  readonly format: SourceFormat;
  read(name: string, bytes: Uint8Array, limits: Limits): Promise<SourceText>;
}
