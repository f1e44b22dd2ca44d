import type { ReactElement, ReactNode } from "react";

/** 列. A column: its head, whether it holds numbers, and what stands in it for a row. */
export interface Column<R> {
  readonly id: string;
  readonly head: ReactNode;
  readonly number?: boolean;
  readonly render: (row: R) => ReactNode;
}

/**
 * 数表. A plain table, also the twin of every figure. The first column heads its row. `caption` is for screen readers
 * unless `captioned`. On a phone each row becomes two lines, each cell with its head before it.
 */
export function DataTable<R>(props: {
  readonly caption: string;
  readonly captioned?: boolean;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  readonly empty?: ReactNode;
  readonly className?: string;
}): ReactElement {
  const [first, ...rest] = props.columns;
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>;
  return (
    <table className={`data ${props.className ?? ""}`}>
      <caption className={props.captioned ? undefined : "vh"}>{props.caption}</caption>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.id} scope="col" className={column.number ? "num" : undefined}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={props.keyOf(row)}>
            {first ? <th scope="row">{first.render(row)}</th> : null}
            {rest.map((column) => (
              <td
                key={column.id}
                className={column.number ? "num" : undefined}
                data-head={typeof column.head === "string" ? column.head : undefined}
              >
                {column.render(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
