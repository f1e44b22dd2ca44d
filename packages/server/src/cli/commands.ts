import type { Command } from "./command.ts";

/** 命令登记. One command: its line of help, and where it is found. Only the one that is called is loaded. */
interface Registered {
  readonly summary: string;
  load(): Promise<Command>;
}

/** 全部命令. Every command by name; a new one is a file beside this and a line here. */
export const commands: Readonly<Record<string, Registered>> = {
  read: {
    summary: "Print what files say, one JSON object a line; needs no database",
    load: async () => (await import("./read.ts")).read,
  },
  ingest: {
    summary: "Take files or folders into the ledger and read them",
    load: async () => (await import("./ingest.ts")).ingest,
  },
  load: { summary: "Load a data pack into the ledger", load: async () => (await import("./load.ts")).load },
  serve: { summary: "Serve the web app and the API", load: async () => (await import("./serve.ts")).serve },
  work: { summary: "Do background jobs without serving", load: async () => (await import("./work.ts")).work },
  search: {
    summary: "Find words in sentences and entries",
    load: async () => (await import("./search.ts")).search,
  },
  board: {
    summary: "Print the state of the programme as of a day",
    load: async () => (await import("./board.ts")).board,
  },
  check: {
    summary: "Check a data pack, word files, or what documents state twice",
    load: async () => (await import("./check.ts")).check,
  },
  export: {
    summary: "Write a register as CSV, XLSX, JSON or GeoJSON",
    load: async () => (await import("./export.ts")).exportRows,
  },
  import: {
    summary: "Bring rows of a register in from CSV or XLSX",
    load: async () => (await import("./import.ts")).importRows,
  },
  backup: { summary: "Write the whole ledger into one file", load: async () => (await import("./backup.ts")).backup },
  restore: { summary: "Fill an empty ledger from a backup", load: async () => (await import("./restore.ts")).restore },
  verify: {
    summary: "Prove that nothing in the ledger was altered",
    load: async () => (await import("./verify.ts")).verify,
  },
  purge: {
    summary: "Remove a document's bytes, text and quotes for good",
    load: async () => (await import("./purge.ts")).purge,
  },
  checkpoint: {
    summary: "Seal what has changed since the last checkpoint",
    load: async () => (await import("./checkpoint.ts")).checkpoint,
  },
};
