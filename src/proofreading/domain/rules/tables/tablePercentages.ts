import { isPartOrBound, partAndWhole } from '../../figures.ts'
import type { Grid, GridRow, Value } from '../../grid.ts'
import { isCut, prints, rounded, shown, sumOf } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import { stems } from '../../words/stems.ts'

/** What a percentage in a table may be a percentage of. */
interface Basis {
  /** In words, for the message: `of the total of “Reviews”`. */
  words: string
  /** The numerator and the denominator of the percentage in a row; null where the row has none. */
  parts: (row: GridRow) => { numerator: number; denominator: number } | null
}

/** Percentages of a table that do not follow from its numbers. What they are of is what most of them fit. */
export const tablePercentages: Rule = (studied) =>
  studied.grids.flatMap((grid) =>
    [...columnShares(grid), ...sharesInCells(grid), ...shareBlocks(grid), ...shareRows(grid)].map((said) =>
      located(studied, said),
    ),
  )

const isPercentColumn = (grid: Grid, column: number): boolean => {
  const values = grid.rows.flatMap((row) => (row.values[column] ? [row.values[column]] : []))
  const isHeaded =
    /%|per\s?cent/i.test(grid.heads[column] ?? '') && !/change|difference|point/i.test(grid.heads[column] ?? '')
  return (
    values.length > 0 &&
    (values.every(({ unit }) => unit === 'percent') ||
      (isHeaded && values.every(({ unit, value }) => unit !== 'money' && value <= 100.5)))
  )
}

function columnShares(grid: Grid): Said[] {
  const percents = grid.heads.flatMap((_, column) => (isPercentColumn(grid, column) ? [column] : []))
  const counts = grid.heads.flatMap((_, column) =>
    isCountColumn(grid, column) && !percents.includes(column) ? [column] : [],
  )
  const fitted = percents.map((column) => {
    const rows = grid.rows.filter((row) => row.values[column] && !/\btargets?\b/i.test(row.label))
    const bases = basesOf(grid, column, counts)
    return { column, rows, bases, best: bestOf(rows, (row) => row.values[column] ?? null, bases) }
  })
  return fitted.flatMap(({ column, rows, bases, best }) => {
    // Shares of the same counts are one column: another, which fits fewer of them, is of a region or of another year.
    const isOfOthers = fitted.some(
      (one) => best && one.best?.basis.words === best.basis.words && one.best.right > best.right,
    )
    if (isOfOthers) return []
    const isToldBeside = (row: GridRow) => isPartOrBound(row.texts[column - 1] ?? '')
    const percentOf = (row: GridRow) => row.values[column] ?? null
    return [
      ...misfits(grid, rows.filter(isToldBeside), percentOf, [cellBefore(column)]),
      ...misfits(
        grid,
        rows.filter((row) => !isToldBeside(row)),
        percentOf,
        bases,
      ),
    ]
  })
}

/** `55 of 59 | 93.2%`: the part and the whole stand in the cell before. */
const cellBefore = (column: number): Basis => ({
  words: 'of the whole in its cell',
  parts: (row) => {
    const both = partAndWhole(row.texts[column - 1] ?? '')
    return both && partsOf(both.part, both.whole)
  },
})

const isCountColumn = (grid: Grid, column: number): boolean => {
  const values = grid.rows.flatMap((row) => (row.values[column] ? [row.values[column]] : []))
  return values.length > 0 && values.every(({ unit, decimals }) => unit === 'count' && decimals === 0)
}

/** Nearest columns first: of two bases that fit alike, the nearer is meant. */
function basesOf(grid: Grid, column: number, counts: readonly number[]): Basis[] {
  const near = [...counts].sort((a, b) => Math.abs(a - column) - Math.abs(b - column))
  const value = (row: GridRow | undefined, at: number) => row?.values[at]?.value
  const ofTotal = near.map((count): Basis => {
    const total =
      value(grid.rows.find(({ isTotal }) => isTotal) ?? lastUnnamed(grid), count) ??
      sumOf(grid.rows.map((row) => value(row, count) ?? 0))
    return { words: `of the total of ${shown(total)}`, parts: (row) => partsOf(value(row, count), total) }
  })
  const ofFirst = near.map((count): Basis => {
    const first = grid.rows.find((row) => row.values[count])
    return {
      words: `of ${shown(value(first, count) ?? 0)} (“${first?.label ?? ''}”)`,
      parts: (row) => (row === first ? null : partsOf(value(row, count), value(first, count))),
    }
  })
  const ofOther = near.flatMap((count) =>
    near
      .filter((other) => other !== count)
      .map((other): Basis => ({
        words: `of “${grid.heads[other] ?? ''}”`,
        parts: (row) => partsOf(value(row, count), value(row, other)),
      })),
  )
  // `Health of children in care for a year (412 children)`.
  const ofCaption = [
    ...(grid.table.caption ?? '').matchAll(/[(,]\s*(?:n\s?=\s?|of )?(\d[\d,]*)(?:\s+[a-z][a-z ]{2,40})?\)/gi),
  ].flatMap(([, words = '']) => {
    const whole = Number(words.replaceAll(',', ''))
    return near.map((count): Basis => ({
      words: `of ${shown(whole)}`,
      parts: (row) => partsOf(value(row, count), whole),
    }))
  })
  return [...ofTotal, ...ofFirst, ...ofOther, ...ofCaption]
}

const lastUnnamed = (grid: Grid): GridRow | undefined => {
  const last = grid.rows.at(-1)
  return last?.label === '' ? last : undefined
}

const partsOf = (numerator: number | undefined, denominator: number | undefined) =>
  numerator === undefined || denominator === undefined || denominator <= 0 ? null : { numerator, denominator }

/** Cells with a count and its percentage: `46 (57%)`. */
function sharesInCells(grid: Grid): Said[] {
  return grid.heads.flatMap((_, column) => {
    const rows = grid.rows.filter((row) => row.values[column]?.share)
    const total =
      grid.rows.find(({ isTotal }) => isTotal)?.values[column]?.value ??
      sumOf(rows.map((row) => row.values[column]?.value ?? 0))
    const down: Basis = {
      words: `of the total of ${shown(total)}`,
      parts: (row) => partsOf(row.values[column]?.value, total),
    }
    const across = grid.heads.flatMap((head, other): Basis[] =>
      other === column
        ? []
        : [{ words: `of “${head}”`, parts: (row) => partsOf(row.values[column]?.value, row.values[other]?.value) }],
    )
    const shareOf = (row: GridRow): Value | null => {
      const value = row.values[column]
      return value?.share ? { ...value, value: value.share.value, decimals: value.share.decimals } : null
    }
    return misfits(grid, rows, shareOf, [down, ...across])
  })
}

/** Rows of percentages below the rows of counts that they are shares of, with the same labels. */
function shareBlocks(grid: Grid): Said[] {
  const isOf = (unit: string) => (row: GridRow) =>
    row.values.some(Boolean) && row.values.every((value) => !value || value.unit === unit)
  const counts = grid.rows.filter(isOf('count'))
  const totalRow = counts.find(({ isTotal }) => isTotal)
  const percents = grid.rows.filter((row) => isOf('percent')(row) && row.label !== '')
  if (!totalRow || percents.length < 2 || counts.length < 3) return []
  const labels = percents.map(({ label }) => label)
  if (new Set(labels).size < labels.length) return [] // which is which is not known: a finding of its own
  return grid.heads.flatMap((head, column) => {
    const total = totalRow.values[column]?.value
    const basis: Basis = {
      words: `of ${shown(total ?? 0)}${head === '' ? '' : ` (${head})`}`,
      parts: (row) => partsOf(counts.find(({ label }) => label === row.label)?.values[column]?.value, total),
    }
    return misfits(
      grid,
      percents.filter(({ isTotal }) => !isTotal),
      (row) => row.values[column] ?? null,
      [basis],
    )
  })
}

/** A row of percentages that one row of counts is of another, in each column: `% on time` of `On time` and `Held`. */
function shareRows(grid: Grid): Said[] {
  const isCounts = ({ values }: GridRow) =>
    values.some(Boolean) && values.every((value) => !value || value.unit === 'count')
  const percents = grid.rows.filter(
    ({ label, values }) =>
      values.filter(Boolean).length >= 2 &&
      !/\btargets?\b/i.test(label) &&
      (values.every((value) => !value || value.unit === 'percent') ||
        (/%|per\s?cent/i.test(label) && values.every((value) => !value || value.value <= 100))),
  )
  return percents.flatMap((row) => {
    const counts = grid.rows.filter((one) => one !== row && !percents.includes(one) && isCounts(one))
    const fitted = counts.flatMap((part) =>
      counts
        .filter((whole) => whole !== part && !isEverLarger(part, whole))
        .map((whole) => ({
          part,
          whole,
          right: columnsOf(grid, row, part, whole).filter(({ isRight }) => isRight).length,
        })),
    )
    const best = fitted.toSorted((a, b) => b.right - a.right)[0]
    const tested = best ? columnsOf(grid, row, best.part, best.whole) : []
    const isNamed = best !== undefined && best.right >= tested.length / 2 && isSameMeasure(row, best.part)
    // Small numbers that are alike by chance are no whole and its part.
    const isByChance = tested.every(({ isRight, numerator, denominator }) => !isRight || numerator === denominator)
    if (
      !best ||
      (!isNamed && isByChance) ||
      (!isNamed && (tested.length < 3 || best.right < 2 || best.right < tested.length * 0.6))
    )
      return []
    return tested
      .filter(({ isRight }) => !isRight)
      .map(({ head, percent, numerator, denominator, exact }): Said => ({
        ...misfit(grid, row, percent, { numerator, denominator }, `of “${best.whole.label}”`, exact),
        message: `“${row.label}”, “${head}”: ${shown(numerator)} of ${shown(denominator)} is ${rounded(exact, percent.decimals)}%, not ${percent.value.toFixed(percent.decimals)}%.`,
      }))
  })
}

/** Whether a row is so much larger than another somewhere that it can't be a part of it, slips allowed for. */
const isEverLarger = (part: GridRow, whole: GridRow): boolean =>
  part.values.some((value, at) => (value?.value ?? 0) > 2 * (whole.values[at]?.value ?? Infinity))

/** `Reviews on time (%)` and `Reviews on time (number)`. */
const isSameMeasure = (one: GridRow, other: GridRow): boolean => {
  const [words, others] = [stems(one.label), stems(other.label)]
  return words.length > 0 && words.length === others.length && words.every((word) => others.includes(word))
}

function columnsOf(grid: Grid, row: GridRow, part: GridRow, whole: GridRow) {
  return grid.heads.flatMap((head, at) => {
    const [percent, numerator, denominator] = [row.values[at], part.values[at]?.value, whole.values[at]?.value]
    if (!percent || numerator === undefined || denominator === undefined || denominator <= 0) return []
    const exact = (numerator / denominator) * 100
    return [{ head, percent, numerator, denominator, exact, isRight: prints(exact, percent.value, percent.decimals) }]
  })
}

/** The basis that most rows fit. */
function bestOf(
  rows: readonly GridRow[],
  percentOf: (row: GridRow) => Value | null,
  bases: readonly Basis[],
): { basis: Basis; right: number; tested: number } | null {
  let best: { basis: Basis; right: number; tested: number } | null = null
  for (const basis of bases) {
    let right = 0
    let tested = 0
    for (const row of rows) {
      const [percent, parts] = [percentOf(row), basis.parts(row)]
      if (!percent || !parts || row.isTotal) continue
      tested++
      // A nothing of something is nought under any basis, and tells nothing of which it is.
      if (prints((parts.numerator / parts.denominator) * 100, percent.value, percent.decimals))
        right += parts.numerator === 0 ? 0.1 : 1
    }
    if (right > (best?.right ?? 0)) best = { basis, right, tested }
  }
  return best
}

/** The rows that don't fit the basis that fits most. */
function misfits(
  grid: Grid,
  rows: readonly GridRow[],
  percentOf: (row: GridRow) => Value | null,
  bases: readonly Basis[],
): Said[] {
  const best = bestOf(rows, percentOf, bases)
  if (!best || best.right < 1.9 || best.right < best.tested * 0.6) return []
  const { basis } = best
  return rows.flatMap((row) => {
    const [percent, parts] = [percentOf(row), basis.parts(row)]
    if (!percent || !parts) return []
    const exact = (parts.numerator / parts.denominator) * 100
    return prints(exact, percent.value, percent.decimals) ? [] : [misfit(grid, row, percent, parts, basis.words, exact)]
  })
}

function misfit(
  grid: Grid,
  row: GridRow,
  percent: Value,
  { numerator, denominator }: { numerator: number; denominator: number },
  words: string,
  exact: number,
): Said {
  const right = `${rounded(exact, percent.decimals)}%`
  const cut = isCut(exact, percent.value, percent.decimals) ? ' It was cut, not rounded.' : ''
  return {
    at: row.row,
    place: grid.table.place,
    kind: 'percentage',
    message: `“${row.label}”: ${shown(numerator)} ${words} is ${right}, not ${percent.value.toFixed(percent.decimals)}%.${cut}`,
    computation: `${shown(numerator)} / ${shown(denominator)} = ${rounded(exact, percent.decimals + 2)}%`,
    expected: right,
    severity: 'error',
    confidence: 0.95,
  }
}
