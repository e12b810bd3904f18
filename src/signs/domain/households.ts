import type { World } from '../../children/domain/world.ts'
import type { Deadline } from '../../clocks/clock.ts'
import { lastUnannouncedVisit, visitEveryMonths } from '../../fostering/domain/checks.ts'
import { fosteringClocks } from '../../fostering/domain/clocks.ts'
import { householdsOf, isApprovedOn } from '../../fostering/domain/households.ts'
import { HOUSEHOLD } from '../../fostering/domain/reviewRuns.ts'
import { addDays, addMonths, compareDates, isBefore, isOnOrBefore, longDate } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { type HouseholdSignKind, householdSignKinds } from './kinds.ts'
import { type Found, type HouseholdSign, found } from './sign.ts'

/** The kind of sign that an overdue deadline makes. One after an investigation is asked for only where that is a rule here. */
const kindsByClock: Readonly<Partial<Record<string, HouseholdSignKind>>> = {
  [fosteringClocks.first.id]: 'foster_review_overdue',
  [fosteringClocks.later.id]: 'foster_review_overdue',
  [fosteringClocks.afterInvestigation.id]: 'foster_allegation_unreviewed',
}

const { compare } = new Intl.Collator('en-GB')

/** Every sign of the households of a world, on its day: one a kind and household, in order of `since`, then household. */
export const householdSignsIn = rememberedFor((world: World): readonly HouseholdSign[] => {
  const all = [...openDeadlines(world).flatMap(overdueReview), ...overdueVisits(world)]
  const first = new Map<string, HouseholdSign>()
  for (const sign of all.sort(inOrder)) {
    const key = `${sign.kind} ${sign.subject.ref}`
    if (!first.has(key)) first.set(key, sign)
  }
  return [...first.values()]
})

const signOf = (kind: HouseholdSignKind, ref: string, what: Found): HouseholdSign => ({
  kind,
  child: null,
  subject: { kind: HOUSEHOLD, ref },
  ...what,
})

const inOrder = (a: HouseholdSign, b: HouseholdSign): number =>
  compareDates(a.since, b.since) ||
  compare(a.subject.ref, b.subject.ref) ||
  householdSignKinds.indexOf(a.kind) - householdSignKinds.indexOf(b.kind)

function overdueReview({ clock, subject, state, due }: Deadline): HouseholdSign[] {
  const kind = kindsByClock[clock.id]
  if (kind === undefined || subject?.kind !== HOUSEHOLD || state !== 'overdue') return []
  const why = `${clock.title} was due on ${longDate(due)}, ${clock.rule}.`
  return [signOf(kind, subject.ref, found(addDays(due, 1), why))]
}

/** No unannounced visit in a year, where such visits are recorded at all. National Minimum Standards for fostering, 21.8. */
function overdueVisits(world: World): HouseholdSign[] {
  const lastVisit = lastUnannouncedVisit(world)
  if (lastVisit.size === 0) return []
  return householdsOf(world).flatMap(({ carer }): HouseholdSign[] => {
    const { carerRef, approvedOn } = carer
    if (!isApprovedOn(carer, world.asAt)) return []
    const last = lastVisit.get(carerRef) ?? null
    const from = last && isBefore(approvedOn, last) ? last : approvedOn
    const since = addDays(addMonths(from, visitEveryMonths), 1)
    if (!isOnOrBefore(since, world.asAt)) return []
    const why = last ? `The last unannounced visit was on ${longDate(last)}.` : `No unannounced visit is recorded since the approval on ${longDate(approvedOn)}.` // prettier-ignore
    return [signOf('unannounced_visit_overdue', carerRef, found(since, `${why} One is due every year.`))]
  })
}
