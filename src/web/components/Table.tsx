import type { Child } from 'hono/jsx';

interface TableProps {
  /** What the table holds, for those who do not see the heading above it. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row names the row. */
  readonly rows: readonly (readonly [name: Child, ...cells: Child[]])[];
}

/** A table; the roles are written out because its rows become blocks on a narrow page. */
export function Table({ caption, columns, rows }: TableProps) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: display: block takes the roles of a table away
    // biome-ignore-start lint/a11y/useSemanticElements: as above
    <table class="table" role="table">
      <caption class="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(([name, ...cells]) => (
          <tr role="row">
            <th scope="row" role="rowheader">
              {name}
            </th>
            {cells.map((cell, at) => (
              <td role="cell" data-label={columns[at + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/useSemanticElements: as above
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
  );
}
