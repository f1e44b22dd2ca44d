import { FileRefused } from "../ingest/file-refusal.ts";
import { fileKindOf } from "./sniff.ts";
import type { Limits } from "./format-reader.ts";
import { type Expansion, openPackage, type Part } from "./package.ts";

/** 档内文件. A file found in an archive, or why it cannot be had; `path` leads to it through the archives it lies in. */
export type Archived =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly refused: FileRefused };

/** Archives inside archives, counted from the outermost: more of them only a file made to do harm has. */
const deepest = 3;

/**
 * 开档. Files of a ZIP archive in order of its directory, those of archives inside it in their place, one in memory at a
 * time; hidden files and what packers add for themselves are passed over. A part that cannot be read is told and the rest
 * goes on. Throws `FileRefused` when the archive itself has no whole directory or asks too much, inner ones included.
 */
export async function* filesIn(name: string, bytes: Uint8Array, limits: Limits): AsyncGenerator<Archived> {
  yield* level(name, bytes, { limits, expansion: { bytes: 0 }, prefix: "", depth: 1 });
}

interface Level {
  readonly limits: Limits;
  readonly expansion: Expansion;
  readonly prefix: string;
  readonly depth: number;
}

async function* level(name: string, bytes: Uint8Array, at: Level): AsyncGenerator<Archived> {
  const opened = await openPackage(name, bytes, at.limits, at.expansion);
  for (const part of opened.parts.filter(isDocument)) {
    const path = at.prefix + part.path;
    const content = await opened.read(part).catch(refusalOf);
    if (content instanceof FileRefused) {
      if (content.code === "expands") throw content;
      yield { path, refused: content };
    } else if ((await fileKindOf(path, content, at.limits)) !== "archive") yield { path, bytes: content };
    else if (at.depth === deepest) throw tooDeep(name, path);
    else yield* level(path, content, { ...at, prefix: `${path}/`, depth: at.depth + 1 });
  }
}

/** `.DS_Store`, `__MACOSX/`, `Thumbs.db`: no document of anybody. */
const isDocument = ({ path }: Part): boolean =>
  !/(?:^|\/)(?:\.(?!\.?\/)|__MACOSX\/|Thumbs\.db$|desktop\.ini$|~\$)/iu.test(path);

function refusalOf(failure: unknown): FileRefused {
  if (failure instanceof FileRefused) return failure;
  throw failure;
}

const tooDeep = (name: string, path: string): FileRefused =>
  new FileRefused(
    "too-deep",
    `${name} holds archives inside archives, ${JSON.stringify(path)} lies deeper than ${deepest}. Unpack the inner ones and hand in their files.`,
  );
