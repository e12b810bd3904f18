import { inviteDaysSetting } from '../../booking/settings.ts'
import { isInYear } from '../../calendar/reportingYear.ts'
import { ofReturns } from '../../children/domain/figures/ofReturns.ts'
import { byCode } from '../../children/domain/figures/records.ts'
import type { World } from '../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import { addDays, isOnOrBefore } from '../../kernel/dates.ts'
import { officers } from '../../officers/registers/officers.ts'
import { reviewsHeldInYear } from '../../reviews/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import { consultations, parties } from '../registers/consultations.ts'
import { type FeedbackFact, feedback, feedbackFrom } from '../registers/feedback.ts'
import { makers, statements } from '../registers/statements.ts'
import { askedIn, firstAskedOn } from './asked.ts'

const AREA = 'Reviews'
const REGISTER = 'Register of consultations'
const NO_CONSULTATIONS = 'No register of consultations is kept here.'

/** Forms sent in the year, and those that came back. `kpi-definitions` sections 2 and 12. */
const returned: Figure<World> = {
  id: 'consultations.returned',
  area: AREA,
  label: 'Consultation forms returned',
  unit: 'percent',
  definition: 'Of the forms sent in the year before reviews of children, those that came back, by whom they asked.',
  source: REGISTER,
  betterWhen: 'higher',
  breakdown: byCode(parties),
  records: (world) => {
    if (recordsOf(world, consultations).length === 0) return NO_CONSULTATIONS
    return askedIn(world)
      .filter(({ sentOn }) => isInYear(sentOn, world.year))
      .map(({ review, party, sentOn, returnedOn }) => ({
        child: review.child,
        kind: 'consultation form',
        date: sentOn,
        due: null,
        counts: returnedOn !== null,
        key: party,
        detail: () => ({ Review: review.reviewRef, 'Came back on': returnedOn?.toString() ?? null }),
      }))
  },
}

/** Children invited in time for their review. CLK-PRE-1; `kpi-definitions` sections 3 and 12. */
const invitedOnTime: Figure<World> = {
  id: 'reviews.invitations_on_time',
  area: AREA,
  label: 'Children invited to their review in time',
  unit: 'percent',
  definition:
    'Of the reviews held in the year, other than the first of a period of care, for which a form was sent to the child, those where it was sent at least 42 days before.',
  wording: (world) => {
    const { label, definition } = invitedOnTime
    return { label, definition: definition.replace('42', String(inviteDaysSetting.of(world.settings))) }
  },
  source: REGISTER,
  betterWhen: 'higher',
  records: (world) => {
    if (recordsOf(world, consultations).length === 0) return NO_CONSULTATIONS
    const days = inviteDaysSetting.of(world.settings)
    return reviewsHeldInYear(world).flatMap(({ child, heldOn, position, details }) => {
      const sentOn = details && firstAskedOn(world, details.reviewRef, 'CHILD')
      if (!details || !sentOn || position === 'first') return []
      const due = addDays(heldOn, -days)
      return [
        {
          child,
          kind: 'review',
          date: heldOn,
          due,
          counts: isOnOrBefore(sentOn, due),
          key: null,
          detail: () => ({ Reference: details.reviewRef, 'Invited on': sentOn.toString() }),
        },
      ]
    })
  },
}

/** Statements that children, and workers for them, made in an app. `kpi-definitions` sections 2 and 12. */
const digitalStatements: Figure<World> = {
  id: 'digital.statements',
  area: AREA,
  label: 'Statements made in an app',
  unit: 'count',
  definition: 'Statements made in the year in an app or a form, by who made them.',
  source: 'Register of statements',
  betterWhen: 'higher',
  breakdown: byCode(makers),
  records: (world) => {
    const all = recordsOf(world, statements)
    if (all.length === 0) return 'No register of statements is kept here.'
    return all
      .filter(({ on }) => isInYear(on, world.year) && isOnOrBefore(on, world.asAt))
      .map(({ child, on, madeBy, statementRef }) => ({
        child,
        kind: 'statement',
        date: on,
        due: null,
        counts: true,
        key: madeBy,
        detail: () => ({ Reference: statementRef }),
      }))
  },
}

/** Feedback of a kind that came in the year; the reason where none is kept. */
const receivedIn = (world: World, kind: FeedbackFact['kind']): FeedbackFact[] | string => {
  const all = recordsOf(world, feedback)
  if (all.length === 0) return 'No register of feedback is kept here.'
  return all.filter((one) => one.kind === kind && isInYear(one.on, world.year) && isOnOrBefore(one.on, world.asAt))
}

const feedbackRecord = (
  { feedbackRef, on, aboutOfficer }: FeedbackFact,
  more: Pick<FigureRecord, 'kind' | 'key'>,
): FigureRecord => ({
  child: '',
  date: on,
  due: null,
  counts: true,
  detail: () => ({ Reference: feedbackRef, Officer: aboutOfficer }),
  ...more,
})

/** Complaints about an IRO. `kpi-definitions` sections 9 and 12. */
const complaints: Figure<World> = {
  id: 'feedback.complaints',
  area: 'The service',
  label: 'Complaints about an IRO',
  unit: 'count',
  definition: 'Complaints received in the year that are about an independent reviewing officer.',
  source: 'Register of feedback',
  betterWhen: 'lower',
  records: (world) => {
    const received = receivedIn(world, 'COMPLAINT')
    if (typeof received === 'string') return received
    const roleOf = new Map(recordsOf(world, officers).map(({ officerId, role }) => [officerId, role]))
    const isAboutIro = (officerId: string | null) =>
      ['IRO', 'IRO_AND_CP_CHAIR'].includes((officerId !== null && roleOf.get(officerId)) || '')
    return received
      .filter(({ aboutOfficer }) => isAboutIro(aboutOfficer))
      .map((one) => feedbackRecord(one, { kind: 'complaint', key: null }))
  },
}

const NOT_SAID = 'not_recorded'

/** Compliments: what published reports print beside complaints. */
const compliments: Figure<World> = {
  id: 'feedback.compliments',
  area: 'The service',
  label: 'Compliments about the service',
  unit: 'count',
  definition: 'Compliments received in the year about the service or its officers, by who gave them.',
  source: 'Register of feedback',
  betterWhen: 'higher',
  breakdown: byCode({ ...feedbackFrom, [NOT_SAID]: 'Not recorded' }),
  records: (world) => {
    const received = receivedIn(world, 'COMPLIMENT')
    if (typeof received === 'string') return received
    return received.map((one) => feedbackRecord(one, { kind: 'compliment', key: one.from ?? NOT_SAID }))
  },
}

/** What was asked before reviews, and what children say. */
export const consultingFigures: readonly Figure<World>[] = [returned, ...ofReturns([invitedOnTime]), digitalStatements]

/** What is said about the service. */
export const feedbackFigures: readonly Figure<World>[] = [complaints, compliments]
