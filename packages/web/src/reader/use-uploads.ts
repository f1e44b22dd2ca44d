import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { call } from "../client.ts";
import { useWords } from "../words/use-words.ts";

const mebibyte = 1024 * 1024;
const largest = { file: 64 * mebibyte, archive: 256 * mebibyte }; // what the route takes

/** 收件. One file on its way: being sent, handed over as a job, or refused with the reason. */
export type Upload = { readonly key: string; readonly name: string } & (
  | { readonly state: "sending" }
  | { readonly state: "handed"; readonly job: string }
  | { readonly state: "refused"; readonly why: string }
);

/** Files that were handed in from this page, newest last. */
export interface Uploads {
  readonly all: readonly Upload[];
  readonly add: (files: readonly File[]) => void;
  readonly dismiss: (key: string) => void;
}

/** 收文件. Sends files one after the other; a refused one keeps its reason and the others go on. */
export function useUploads(): Uploads {
  const [all, setAll] = useState<readonly Upload[]>([]);
  const { documents } = useWords();
  const cache = useQueryClient();
  const put = useCallback(
    (upload: Upload) => setAll((held) => [...held.filter(({ key }) => key !== upload.key), upload]),
    [],
  );
  const send = async (file: File, batch: string | undefined): Promise<void> => {
    const named = { key: `${file.name} ${file.size} ${file.lastModified} ${performance.now()}`, name: file.name };
    const unfit =
      file.size === 0
        ? documents.empty
        : file.size > (isArchive(file) ? largest.archive : largest.file)
          ? documents.tooLarge(megabytes(file.size))
          : null;
    if (unfit) return put({ ...named, state: "refused", why: unfit });
    put({ ...named, state: "sending" });
    try {
      const { job } = await call("uploadDocument", {
        query: { name: file.name, ...(batch ? { batch } : {}) },
        bytes: file,
      });
      put({ ...named, state: "handed", job: job.id });
      await cache.invalidateQueries({ queryKey: ["listDocuments"] });
    } catch (error) {
      put({ ...named, state: "refused", why: error instanceof Error ? error.message : String(error) });
    }
  };
  const add = (files: readonly File[]): void => {
    void sendAll(files);
  };
  /** Several files, or an archive of them, are a batch: its counts stand in the list of batches. */
  const sendAll = async (files: readonly File[]): Promise<void> => {
    const isBatch = files.length > 1 || files.some(isArchive);
    const batch = isBatch ? await beginBatch(files) : undefined;
    for (const file of files) await send(file, batch); // one after the other, in the order they were chosen
    if (isBatch) await cache.invalidateQueries({ queryKey: ["listBatches"] });
  };
  const beginBatch = async (files: readonly File[]): Promise<string | undefined> => {
    const [first] = files;
    const day = new Date().toISOString().slice(0, 10);
    const name = files.length === 1 && first ? first.name : documents.batchName(files.length, day);
    const begun = await call("createBatch", { body: { name } }).catch(() => undefined); // without it they are single files
    return begun?.id;
  };
  return { all, add, dismiss: (key) => setAll((held) => held.filter((upload) => upload.key !== key)) };
}

function megabytes(bytes: number): string {
  return (bytes / mebibyte).toFixed(1);
}

function isArchive({ name }: File): boolean {
  return /\.zip$/iu.test(name);
}
