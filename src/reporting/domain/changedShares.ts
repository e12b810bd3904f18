import type { Block } from '../../documents/block.ts'
import { type Measure, type Shown, valued } from './measure.ts'
import { paragraph } from './phrases.ts'
import type { ReportYear } from './reportYear.ts'
import { changeText, isChangeReal, measureValue } from './sentences.ts'

/** The same of figures by their ids; those without a value say nothing. */
export const changedSharesOf = (year: ReportYear, ids: readonly string[]): Block[] =>
  changedShares(
    year,
    ids.flatMap((id) => valued(year.now, id) ?? []),
  )

/** The shares whose change from last year is more than chance alone would give, or that none is. */
export function changedShares(year: ReportYear, measures: readonly (Measure & { value: Shown })[]): Block[] {
  const compared = measures.flatMap((now) => {
    const before = valued(year.before, now.id)
    const isReal = before && isChangeReal(now, before)
    return before && isReal !== null ? [{ now, before, isReal }] : []
  })
  if (compared.length === 0 || !year.before) return []
  const real = compared.filter(({ isReal }) => isReal)
  const when = `${year.isWholeYear ? 'in' : 'from'} ${year.before.span}`
  if (real.length === 0) {
    return paragraph(
      compared.length === 1
        ? `The share below differs from that ${when} by no more than chance alone could give.`
        : `None of the shares below differs from that ${when} by more than chance alone could give.`,
    )
  }
  return [
    ...paragraph(`Changed by more than chance alone could give since the year before:`),
    {
      kind: 'list',
      items: real.map(
        ({ now, before }) =>
          `${now.label}: ${measureValue(now)}, ${changeText(now, before) ?? ''} than ${when} (${measureValue(before)}).`,
      ),
    },
  ]
}
