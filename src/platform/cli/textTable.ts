/** Rows as aligned columns of plain text, the first row the heads; numbers stand right. */
export function textTable(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  const widths = heads.map((head, at) => Math.max(head.length, ...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[], isNumber: (at: number) => boolean) =>
    row
      .map((cell, at) => (isNumber(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  const isNumberColumn = heads.map((_, at) => rows.length > 0 && rows.every((row) => typeof row[at] === 'number'))
  return [
    line(heads, (at) => isNumberColumn[at] ?? false),
    line(
      widths.map((width) => '-'.repeat(width)),
      () => false,
    ),
    ...cells.map((row, index) => line(row, (at) => typeof rows[index]?.[at] === 'number')),
    '',
  ].join('\n')
}
