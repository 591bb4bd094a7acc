/** The heads of a table's columns. Roles are said: styles that stack the cells of narrow screens take a table's own meaning away. */
export function ColumnHeads({ heads }: { readonly heads: readonly string[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {heads.map((head) => (
          <th key={head} role="columnheader" scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
  );
}
