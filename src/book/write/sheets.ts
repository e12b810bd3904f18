import type { FigureValue } from '../../figures/figure.ts'
import { rounded } from '../../figures/print.ts'
import { longDate } from '../../kernel/dates.ts'
import type { CellValue } from '../../platform/csv.ts'
import type { Sheet } from '../../platform/spreadsheet.ts'
import type { WrittenBook } from '../app/performanceBook.ts'
import type { Part } from '../domain/book.ts'
import { comparatorOf, comparedGroups } from '../domain/comparators.ts'
import { verdictText } from '../domain/verdictText.ts'

/** A value rounded once, as a number that a spreadsheet reckons with. */
const asNumber = (value: number, decimals: number): number => Number(rounded(value, decimals).replaceAll(',', ''))

const valueCells = (value: FigureValue | undefined): CellValue[] =>
  value && value.value !== null
    ? [asNumber(value.value, value.decimals), value.unit === 'percent' ? value.numerator : null, value.denominator]
    : [value ? 'x' : 'z', null, null]

const partCells = (part: Part | undefined): CellValue[] => {
  if (!part) return ['z', null, null]
  const { counting, of } = part
  return of === null ? [counting, null, null] : [asNumber((100 * counting) / of, 1), counting, of]
}

/** The sheets of a book: notes, the service, what divides, teams, officers, months, definitions; one table on each. */
export function bookSheets({ authority, book, comparators }: WrittenBook): Sheet[] {
  const beside = comparedGroups.filter(
    ({ id }) => id === 'TARGET' || book.lines.some((line) => comparatorOf(comparators, line.id, id)),
  )
  const overWindows = book.windows.flatMap(({ label }) => [label, `${label}: counting`, `${label}: out of`])
  return [
    {
      name: 'Notes',
      heads: [`Performance book, ${book.windows[0]?.label ?? book.month}`],
      rows: [
        [authority.name],
        [`Counted up to ${longDate(book.asAt)}.`],
        ['For use within the service, and not for publication: small numbers are shown.'],
        ['z: the figure does not count over these days. x: it can’t be worked out.'],
        ['Percentages are rounded once, halves up; what counts and out of how many stands beside each.'],
        ['In order of name: nobody is ranked.'],
        ['Targets are of the year. Numbers of other authorities are of whole years, the latest that is known; beside each stands its year.'], // prettier-ignore
      ],
    },
    {
      name: 'Service',
      heads: [
        ...['Area', 'Figure', 'Measure', 'Unit', ...overWindows],
        ...beside.flatMap(({ label }) => [label, `${label}: year`, `${label}: source`]),
      ],
      rows: book.lines.map(({ id, area, label, unit, values }) => [
        area,
        id,
        label,
        unit,
        ...book.windows.flatMap((window) => valueCells(values[window.id])),
        ...beside.flatMap((group) => {
          const one = comparatorOf(comparators, id, group.id)
          return [one?.value ?? null, one?.year ?? null, one?.source ?? null]
        }),
      ]),
    },
    {
      name: 'Of which',
      heads: ['Figure', 'Measure', 'Key', 'Of which', ...book.windows.map(({ label }) => label)],
      rows: book.lines.flatMap(({ id, label, values }) => {
        const labels = new Map(Object.values(values).toReversed().flatMap(({ breakdown }) => breakdown.map((item) => [item.key, item.label]))) // prettier-ignore
        return [...labels].map(([key, text]) => [
          id,
          label,
          key,
          text,
          ...book.windows.map((window) => {
            const value = values[window.id]
            if (!value) return 'z'
            return value.value === null ? 'x' : (value.breakdown.find((item) => item.key === key)?.value ?? 0)
          }),
        ])
      }),
    },
    ...book.divisions.map(({ id, slices }): Sheet => ({
      name: id === 'team' ? 'Teams' : 'IROs',
      heads: [id === 'team' ? 'Team' : 'IRO', 'Figure', 'Measure', ...overWindows],
      rows: slices.flatMap(({ name, lines }) =>
        lines.map((line) => [
          name,
          line.id,
          line.label,
          ...book.windows.flatMap((window) => partCells(line.parts[window.id])),
        ]),
      ),
    })),
    {
      name: 'Months',
      heads: ['Figure', 'Measure', 'Month', 'Value', 'Counting', 'Out of', 'Lower limit', 'Middle', 'Upper limit', 'What the months tell'], // prettier-ignore
      rows: book.lines.flatMap(({ id, label, chart }) =>
        chart === null
          ? []
          : chart.points.map(({ month, value, counting, of, lower, upper }) => [
              id,
              label,
              month,
              value === null ? 'x' : asNumber(value, 1),
              counting,
              of,
              lower === null ? null : asNumber(lower, 1),
              asNumber(chart.centre, 1),
              upper === null ? null : asNumber(upper, 1),
              verdictText(chart.verdict),
            ]),
      ),
    },
    {
      name: 'Definitions',
      heads: ['Figure', 'Measure', 'Definition', 'Version', 'Source'],
      rows: book.lines.flatMap(({ id, label, values }) => {
        const [value] = Object.values(values)
        return value ? [[id, label, value.definition, value.version, value.source]] : []
      }),
    },
  ]
}
