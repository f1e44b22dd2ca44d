/** 领域. Fields of the programme by which entries are grouped; the interface's catalogue holds their words. */
export const domains = [
  "relocation",
  "two-wings",
  "transport",
  "ecology",
  "industry",
  "innovation",
  "services",
  "institutions",
  "opening",
  "economy",
  "population",
  "other",
] as const;
export type Domain = (typeof domains)[number];
