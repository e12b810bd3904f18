import { type PlainDate, addDays, isBefore } from '../../kernel/dates.ts'
import type { Life, MadeUpSocialWorker, PeriodOfCare } from './life.ts'
import type { Random } from './random.ts'
import { type ReturnScope, cellIfKnown, cellOf, isListed } from './scope.ts'

/** About how many looked-after children a social worker has. */
export const CHILDREN_A_SOCIAL_WORKER = 16
const DAYS_WITH_ONE = 560
const reasonsToChange = { LEFTRL: 40, ORGRST: 12, TSPROC: 28, ABSENC: 8, MANAGE: 8, CHCHAN: 2, OTHERS: 2 }

/** Those who were a child's social workers in a period of care, one after the other, the last until care begins again, or for as long as anything is told; `SW1` to `SW` and the number of them. */
export function socialWorkersOf(
  { from, to }: Pick<PeriodOfCare, 'from' | 'to'>,
  nextPeriodFrom: PlainDate | null,
  howMany: number,
  random: Random,
): MadeUpSocialWorker[] {
  const workers: MadeUpSocialWorker[] = []
  let number = random.between(1, howMany)
  for (let since = from; ;) {
    const until = addDays(since, 120 + random.waiting(DAYS_WITH_ONE))
    const reason = workers.length === 0 ? 'FCONTA' : random.weighted(reasonsToChange)
    const isLast = !isBefore(until, addDays(to, -30))
    workers.push({ workerId: `SW${number}`, from: since, to: isLast ? nextPeriodFrom : until, reason })
    if (isLast) return workers
    since = until
    number = ((number + random.between(0, Math.max(0, howMany - 2))) % howMany) + 1
  }
}

/** Returns have told of social workers since that of 2023-24. */
const FIRST_YEAR_ASKED = 2023

/** SWEpisodes: the social workers of the year. */
export function socialWorkerRows(life: Life, scope: ReturnScope): string[][] {
  if (scope.year.startYear < FIRST_YEAR_ASKED) return []
  return life.periods
    .flatMap(({ socialWorkers }) => socialWorkers)
    .filter(({ from, to }) => isListed(from, to ?? scope.knownOn, scope))
    .map(({ workerId, from, to, reason }) => [
      life.child,
      cellOf(life.bornOn),
      workerId,
      cellOf(from),
      cellIfKnown(to, scope),
      reason,
    ])
}
