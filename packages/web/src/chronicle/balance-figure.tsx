import { type ReactElement, useMemo } from "react";
import { useAsk } from "../ask.ts";
import { count } from "../format/number.ts";
import { useWords } from "../words/use-words.ts";
import { balanceOf } from "./balance.ts";

const perLine = 20;
const mostDots = 60;
const pitch = 8;

/** 收录均衡. How the events of the year fall on the places, a dot an event; many share a dot, and then it says so. */
export function BalanceFigure(props: {
  readonly places: readonly { readonly value: string; readonly count: number }[];
  readonly total: number;
}): ReactElement {
  const { chronicle } = useWords();
  const parents = useParents();
  const rows = balanceOf(props.places, (code) => parents.get(code) ?? null);
  const scale = Math.max(1, Math.ceil(Math.max(...rows.map(({ count }) => count)) / mostDots));
  const placed = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="block" aria-labelledby="balance">
      <h2 id="balance">{chronicle.balance}</h2>
      <dl className="balance">
        {rows.map((row) => (
          <div key={row.column}>
            <dt title={chronicle.columnNames[row.column]}>{chronicle.columns[row.column]}</dt>
            <dd>
              <Dots count={Math.ceil(row.count / scale)} />
              <span className="num">{count(row.count)}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="small t3">
        {placed < props.total ? chronicle.balanceNote(props.total - placed) : chronicle.balanceAll}
      </p>
      {scale > 1 ? <p className="small t3">{chronicle.balanceScale(scale)}</p> : null}
    </section>
  );
}

/** Parents of all places held, by code. */
function useParents(): ReadonlyMap<string, string | null> {
  const { data } = useAsk("listPlaces", { query: { limit: 500 } });
  return useMemo(() => new Map((data?.items ?? []).map(({ code, parent }) => [code, parent])), [data]);
}

function Dots({ count: dots }: { readonly count: number }): ReactElement {
  return (
    <svg width={perLine * pitch} height={Math.max(1, Math.ceil(dots / perLine)) * pitch + 1} aria-hidden="true">
      {Array.from({ length: dots }, (_, dot) => (
        <circle
          key={dot}
          cx={(dot % perLine) * pitch + 4}
          cy={Math.floor(dot / perLine) * pitch + 4}
          r="3"
          fill="var(--text)"
        />
      ))}
    </svg>
  );
}
