import type { Cell, Row, Table } from '../../documents/block.ts'
import type { FigureValue } from '../../figures/figure.ts'
import { rounded, valuePrinted } from '../../figures/print.ts'
import type { BookLine, Part, Slice } from './book.ts'
import type { Window, WindowId } from './windows.ts'
import { inSentence } from '../../kernel/words.ts'

/** A share of fewer than this, or a count of fewer than `FEW_COUNTED`, is shown pale: one more or fewer moves it a lot. */
export const FEW_SHARED = 10
export const FEW_COUNTED = 6

const isFewCounted = (count: number): boolean => count > 0 && count < FEW_COUNTED

/** A dash, where a figure does not count over these days, or nothing is known of them. */
const NONE: Cell = { text: '–', isNumber: true, from: null }

const number = (text: string, isFew: boolean): Cell => ({ text, isNumber: true, from: null, ...(isFew && { isFew }) })

/** `95.0% (38 of 40)`, `40`, or a dash. */
function valueCell(value: FigureValue | undefined): Cell {
  if (!value || value.value === null) return NONE
  const printed = valuePrinted(value.value, value.unit, value.decimals)
  if (value.unit === 'percent') {
    const of = value.denominator ?? 0
    return number(`${printed} (${rounded(value.numerator ?? 0, 0)} of ${rounded(of, 0)})`, of < FEW_SHARED)
  }
  return number(printed, value.unit === 'count' && isFewCounted(value.value))
}

function partCell(part: Part | undefined, decimals = 1): Cell {
  if (!part) return NONE
  const { counting, of } = part
  if (of === null) return number(rounded(counting, 0), isFewCounted(counting))
  return number(
    `${rounded((100 * counting) / of, decimals)}% (${rounded(counting, 0)} of ${rounded(of, 0)})`,
    of < FEW_SHARED,
  )
}

/**
 * Figures one below the other over the windows in which any of them counts, with what stands beside them. Null where none
 * has a value.
 */
export function linesTable(
  caption: string,
  lines: readonly BookLine[],
  windows: readonly Window[],
  beside: readonly { label: string; textOf: (id: string) => string | null }[] = [],
): Table | null {
  const shown = lines.filter(({ values }) => Object.values(values).some(({ value }) => value !== null))
  if (shown.length === 0) return null
  const used = windows.filter(({ id }) => shown.some(({ values }) => values[id] !== undefined))
  const compared = beside.filter(({ textOf }) => shown.some(({ id }) => textOf(id) !== null))
  return {
    kind: 'table',
    caption,
    headings: ['Measure', ...used.map(({ label }) => label), ...compared.map(({ label }) => label)],
    rows: shown.map(({ id, label, values }): Row => ({
      heading: label,
      cells: [
        ...used.map((window) => valueCell(values[window.id])),
        ...compared.map(({ textOf }) => ({ ...NONE, text: textOf(id) ?? NONE.text })),
      ],
      isTotal: false,
    })),
    notes: [],
  }
}

/** How a figure divides, over the windows in which it counts. Null where it has nothing to divide. */
export function keysTable({ label, values }: BookLine, windows: readonly Window[]): Table | null {
  const used = windows.filter(({ id }) => values[id] !== undefined && values[id].value !== null)
  const labels = new Map(
    used.toReversed().flatMap(({ id }) => values[id]?.breakdown.map((item) => [item.key, item.label]) ?? []),
  )
  if (labels.size === 0) return null
  const cellOf = (id: WindowId, key: string): Cell => {
    const item = values[id]?.breakdown.find((one) => one.key === key)
    if (item?.denominator !== undefined) return partCell({ counting: item.numerator ?? 0, of: item.denominator })
    return partCell({ counting: item?.value ?? 0, of: null })
  }
  return {
    kind: 'table',
    caption: label,
    headings: ['Of which', ...used.map((window) => window.label)],
    rows: [
      ...[...labels].map(([key, text]): Row => ({
        heading: text,
        cells: used.map(({ id }) => cellOf(id, key)),
        isTotal: false,
      })),
      { heading: 'In all', cells: used.map(({ id }) => valueCell(values[id])), isTotal: true },
    ],
    notes: [],
  }
}

/** One team's or officer's figures over the windows. Null where there are none. */
export function sliceTable({ name, lines: all }: Slice, windows: readonly Window[]): Table | null {
  const lines = all.filter(({ divides }) => !divides)
  if (lines.length === 0) return null
  const used = windows.filter(({ id }) => lines.some(({ parts }) => parts[id] !== undefined))
  return {
    kind: 'table',
    caption: name,
    headings: ['Measure', ...used.map(({ label }) => label)],
    rows: lines.map(({ label, parts }): Row => ({
      heading: label,
      cells: used.map(({ id }) => partCell(parts[id])),
      isTotal: false,
    })),
    notes: [],
  }
}

/** Some measures of one window, a row a team or IRO in their order: nobody is ranked. Null where none has any. */
export function acrossTable(
  caption: string,
  slices: readonly Slice[],
  ids: readonly string[],
  window: Pick<Window, 'id' | 'label'>,
): Table | null {
  const shown = ids.filter((id) =>
    slices.some(({ lines }) => lines.some((line) => line.id === id && line.parts[window.id])),
  )
  if (shown.length === 0 || slices.length < 2) return null
  const labelOf = (id: string) => slices.flatMap(({ lines }) => lines).find((line) => line.id === id)?.label ?? id
  return {
    kind: 'table',
    caption: `${caption}, ${inSentence(window.label)}`,
    headings: ['Name', ...shown.map(labelOf)],
    rows: slices.map(({ name, lines }): Row => ({
      heading: name,
      cells: shown.map((id) => partCell(lines.find((line) => line.id === id)?.parts[window.id])),
      isTotal: false,
    })),
    notes: [],
  }
}
