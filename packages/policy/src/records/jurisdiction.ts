import { z } from "zod";

/**
 * 属地. Unit that owns a row: a division code of GB/T 2260 (six digits), `CN` for national bodies and series, or
 * `JJJ`, the joint space that none of the three provinces owns.
 */
export const jurisdictionCode = z
  .string()
  .regex(/^(CN|JJJ|\d{6})$/u, "expected CN, JJJ or a six-digit division code")
  .brand<"JurisdictionCode">();
export type JurisdictionCode = z.infer<typeof jurisdictionCode>;

/** 三地. The three parties of the joint space, always in this order. */
export const parties: readonly JurisdictionCode[] = ["110000", "120000", "130000"].map((code) =>
  jurisdictionCode.parse(code),
);

/** 可见范围. Who besides the owner sees a row: nobody, those it is shared with, everybody. */
export const visibility = z.enum(["draft", "shared", "public"]);
export type Visibility = z.infer<typeof visibility>;

/** 归属. What every row of the ledger carries about its owner. */
export const ownership = z.object({
  jurisdiction: jurisdictionCode,
  visibility,
  sharedWith: z.array(jurisdictionCode),
});
export type Ownership = z.infer<typeof ownership>;
