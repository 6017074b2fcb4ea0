import type { JSX } from "preact";

/** A table of figures: the first column names the row. */
export interface FiguresTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Said in place of a table without rows. */
  readonly empty: string;
}

export function FiguresTable({ caption, columns, rows, empty }: FiguresTableProps): JSX.Element {
  if (rows.length === 0) return <p class="soft">{empty}</p>;
  return (
    <table class="rows numbers answers-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = "", ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td data-label={columns[index + 1]} key={columns[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** « 1 234 » */
export const figure = (number: number): string => number.toLocaleString("fr-FR");

/** « 12 (3,4 %) »; the number alone where there is nothing to compare it with. */
export function share(part: number, whole: number): string {
  if (whole === 0) return figure(part);
  const rate = (part / whole).toLocaleString("fr-FR", { style: "percent", maximumFractionDigits: 1 });
  return `${figure(part)} (${rate})`;
}
