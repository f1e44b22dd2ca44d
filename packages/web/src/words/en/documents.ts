import { count } from "../../format/number.ts";
import type { Words } from "../zh.ts";

export const documents: Words["documents"] = {
  title: "Documents",
  note: "Every file received and what was read in it",
  list: "Documents",
  name: "File",
  issuer: "Issuer",
  number: "Number",
  date: "Dated",
  sentences: "Sentences",
  readings: "Readings",
  pending: (n) => `${count(n)} to review`,
  allReviewed: "all reviewed",
  noReadings: "nothing read",
  received: "Received",
  filter: "Find a document",
  filterLabel: "Title, number or file name",
  clear: "Clear",
  none: "No document is held yet",
  noneText: "Drop a file on this page or choose one. Sentences, readings and entries then open from here.",
  noneFound: (q) => `No document held is called “${q}”`,
  total: (n, exact) => (exact ? (n === 1 ? "1 document" : `${count(n)} documents`) : `at least ${count(n)} documents`),
  purged: (day) => `Text removed on ${day}`,
  purgedWhy: (by, reason) => `${by}: ${reason}. The hash and the audit record remain.`,
  upload: "Hand in files",
  uploadHint:
    "docx, pdf, xlsx, html, txt, md, csv, doc, wps, ofd, or a zip of them; several at once, or drop them on this page",
  batches: "Handed in together",
  batchName: (n, day) => `${day}, ${count(n)} files`,
  batchCounts: (of) =>
    `${count(of.files)} files: ${count(of.created)} taken in, ${count(of.held)} held already, ${count(of.refused + of.failed)} not taken${
      of.waiting + of.running > 0 ? `, ${count(of.waiting + of.running)} to read` : ""
    }${of.cancelled > 0 ? `, ${count(of.cancelled)} cancelled` : ""}`,
  cancelBatch: "Cancel what is not read yet",
  notTaken: (n) => `${count(n)} not taken, see why`,
  genre: "Genre",
  lineage: "Lineage",
  drop: "Let go to hand them in",
  uploads: "Being received",
  sending: "Sending",
  waiting: "Waiting to be read",
  reading: (done, total) => (total > 0 ? `Reading, step ${count(done)} of ${count(total)}` : "Reading"),
  done: "Read",
  open: "Open",
  failed: "Not read",
  refused: "Not received",
  empty: "The file is empty and was not received. Send one with text in it.",
  tooLarge: (megabytes) =>
    `The file has ${megabytes} MB; one file may have 64 MB, an archive 256 MB. It was not received. Split it and send again.`,
  dismiss: "Put away",
};
