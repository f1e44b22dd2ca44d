// 读工作簿. Runs in a thread of its own, whose memory is limited: a workbook that unpacks to more than it says ends the
// thread and not the server.
import { parentPort, workerData } from "node:worker_threads";
import ExcelJS from "exceljs";

const book = new ExcelJS.Workbook();
await book.xlsx.load(new Uint8Array(workerData as Uint8Array).buffer); // what readWorkbook hands over
const rows: string[][] = [];
book.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => {
  rows.push(Array.from({ length: row.cellCount }, (_, index) => textOf(row.getCell(index + 1).value)));
});
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
parentPort?.postMessage(rows);

/** Text of a cell; a formula stands for its last result, a date for its day. */
function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== "object") return String(value);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("result" in value) return textOf(value.result ?? null);
  return "text" in value ? value.text : "";
}
