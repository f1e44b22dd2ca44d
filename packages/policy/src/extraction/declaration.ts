import type { DeclarationReading } from "../records/document-reading.ts";
import type { DeclaredPart, Fact } from "../records/card.ts";

/**
 * 宣布之数. The numbers of parts that the card of a document found declared, as readings with the words they stand on: 98项任务,
 * 12个专项规划. Document order; a document that declares nothing gives an empty list.
 */
export function declarationReadings(declared: readonly Fact<DeclaredPart>[]): readonly DeclarationReading[] {
  return declared.flatMap(({ value: { count, what, of }, basis }): DeclarationReading[] => {
    if (basis.how !== "read") return [];
    const { address, start, end, quote, certainty } = basis;
    return [
      {
        type: "declaration",
        key: "",
        recogniser: "declaration",
        spans: [{ address, start, end, text: quote }],
        certainty: { count: "stated", what: "stated", of: certainty },
        diagnostics: [],
        refinements: [],
        count,
        what,
        of,
      },
    ];
  });
}
