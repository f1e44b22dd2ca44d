import { z } from "zod";
import { role } from "@qipan/policy/records/principal";
import { op } from "./operation.ts";

export const getStatus = op({
  method: "GET",
  path: "/api/status",
  topic: "status",
  summary: "Who the caller is, which day it is, what is loaded and what waits for checking",
  role: null,
  response: z.object({
    name: z.literal("qipan"),
    version: z.string(),
    today: z.string(),
    actor: z.string(),
    role,
    unit: z.string(),
    demonstration: z.boolean(),
    packs: z.array(z.object({ id: z.string(), title: z.string(), version: z.string(), loadedAt: z.string() })),
    root: z.string().nullable(),
  }),
});
