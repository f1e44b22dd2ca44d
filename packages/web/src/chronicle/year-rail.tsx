import { Link } from "@tanstack/react-router";
import { type ReactElement, useEffect, useRef } from "react";
import { useWords } from "../words/use-words.ts";

const widest = 48; // pixels of the longest bar

/** 年轨. The years that have events, newest first, each with a bar as long as its count. */
export function YearRail(props: {
  readonly years: readonly { readonly year: number; readonly count: number }[];
  readonly year: number | null;
}): ReactElement {
  const { chronicle } = useWords();
  const most = Math.max(1, ...props.years.map(({ count }) => count));
  const rail = useRef<HTMLElement>(null);
  useEffect(() => showCurrent(rail.current, props.year), [props.year]);
  return (
    <nav className="years" ref={rail} aria-label={chronicle.years}>
      {props.years
        .toSorted((a, b) => b.year - a.year)
        .map(({ year, count }) => (
          <Link
            key={year}
            data-year={year}
            to="."
            search={(held) => ({ ...held, year, sel: undefined })}
            aria-current={year === props.year ? "true" : undefined}
            aria-label={chronicle.yearLink(year, count)}
          >
            <span>{year}</span>
            <svg width={widest} height="7" aria-hidden="true">
              <rect width={Math.max(3, Math.round((count / most) * widest))} height="7" />
            </svg>
          </Link>
        ))}
    </nav>
  );
}

/** Brings the year that is read into the middle of its rail, which lies flat on a phone; the page itself stays. */
function showCurrent(rail: HTMLElement | null, year: number | null): void {
  const current = rail?.querySelector<HTMLElement>(`[data-year="${year}"]`);
  if (!rail || !current) return;
  const [outer, inner] = [rail.getBoundingClientRect(), current.getBoundingClientRect()];
  rail.scrollBy(inner.left - outer.left - outer.width / 2, inner.top - outer.top - outer.height / 2);
}
