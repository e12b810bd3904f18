import { addDays, dateOf, isAfter, isOnOrBefore, isWithin } from '../../../kernel/dates.ts'
import type { Life } from '../life.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import type { ChallengeRows } from './challengeRows.ts'

const THEME = 332

/** One challenge of a theme each October, about a few of those in care on its day. */
export function themedRows(lives: readonly Life[], { since, today }: Span): ChallengeRows {
  const rows: ChallengeRows = { challenges: [], stages: [], children: [] }
  for (let year = since.year; year <= today.year; year++) {
    const on = dateOf(year, 10, 5)
    if (!isWithin(on, since, today)) continue
    const among = lives.filter(
      (life) =>
        life.periods.some(({ from, to }) => isOnOrBefore(from, on) && isAfter(to, on)) &&
        randomOf(...life.seeds, THEME, year).isTrue(0.05),
    )
    if (among.length === 0) continue
    const ref = `C-THEME-${year}`
    rows.challenges.push({
      challengeRef: ref,
      child: null,
      raisedOn: on,
      route: 'THEMED',
      officerId: null,
      themes: ['Health assessment late'],
      agency: null,
      resolvedOn: isAfter(addDays(on, 24), today) ? null : addDays(on, 24),
      withdrawnOn: null,
      outcome: isAfter(addDays(on, 24), today) ? null : 'A nurse sees them each month',
      changedForChild: isAfter(addDays(on, 24), today) ? null : 'All of them have been seen',
      cafcass: null,
      cafcassOn: null,
      concern: 'Several children wait for their health assessment',
      household: null,
      legalAdviceOn: null,
      courtToldOn: null,
      fedBackOn: null,
    })
    rows.stages.push({ challengeRef: ref, stage: 1, step: null, startedOn: on, endedOn: null, withRole: 'head of service', skippedWhy: null, answer: null, answeredBy: null }) // prettier-ignore
    rows.children.push(...among.map(({ child }) => ({ challengeRef: ref, child })))
  }
  return rows
}
