import { z } from "zod";
import { id } from "@qipan/policy/records/identity";
import { repairKind, repairNote } from "@qipan/policy/records/repair-note";
import { page } from "@qipan/policy/records/page";
import { op } from "./operation.ts";

export const getRepair = op({
  method: "GET",
  path: "/api/documents/{id}/repair",
  topic: "documents",
  summary:
    "What repair did to the text of a document: line breaks closed, marks hidden, lines moved, passages printed twice",
  role: null,
  params: z.object({ id }),
  query: z.object({
    kind: repairKind.optional(),
    cursor: z.string().max(20).optional().meta({ description: "`next` of the page before" }),
    limit: z.coerce.number().int().min(1).max(1000).default(200).meta({ description: "Notes on a page" }),
  }),
  response: page(repairNote).extend({ counts: z.record(repairKind, z.int().nonnegative()) }),
});
