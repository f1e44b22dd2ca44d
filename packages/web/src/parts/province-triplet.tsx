import type { ReactElement, ReactNode } from "react";
import { type Province, provinces } from "../format/place.ts";
import { useWords } from "../words/use-words.ts";

/** 三地并列. Three equal cells in the order 京 津 冀; a missing one keeps its cell and says 未收录. */
export function ProvinceTriplet({ renderCell }: { readonly renderCell: (place: Province) => ReactNode }): ReactElement {
  const { terms, parts } = useWords();
  return (
    <dl className="trip">
      {provinces.map((place) => (
        <div key={place}>
          <dt className="pv">
            <abbr title={terms.placesLong[place]}>{terms.places[place]}</abbr>
          </dt>
          <dd>{renderCell(place) ?? <span className="absent">{parts.notHeld}</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
