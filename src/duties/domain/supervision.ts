import { started } from '../../clocks/started.ts'
import type { World } from '../../children/domain/world.ts'
import { type Clock, type ClockRun, deadlineKind } from '../../clocks/clock.ts'
import { type PlainDate, compareDates, isAfter, isOnOrAfter, isOnOrBefore, laterOf } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { counted } from '../../kernel/words.ts'
import { type OfficerFact, officers } from '../../officers/registers/officers.ts'
import { isInPost } from '../../officers/domain/service.ts'
import { recordsOf } from '../../world/world.ts'
import { duties } from '../registers/duties.ts'
import { supervisionSetting } from '../settings.ts'

/** What a deadline about an officer says it is about. */
export const OFFICER = 'officer'

/** Deadlines of officers themselves. */
export const supervisionKind = deadlineKind({ id: 'supervision', words: 'Supervision of IROs' })

const clockOf = (months: number, source: string): Clock => ({
  id: 'CLK-IRO-8',
  kind: supervisionKind,
  title: 'Supervision',
  limit: { amount: months, unit: 'months' },
  rule: `within ${counted(months, 'month')} of the last supervision, or of starting in post`,
  source: source === '' ? 'The authority’s own rule' : source,
  confidence: 'local practice',
})

/** Whether someone reviews in this post on a day: managers supervise, and are supervised elsewhere. */
const isReviewing = (officer: OfficerFact, day: PlainDate): boolean =>
  officer.role !== 'MANAGER' && isInPost(officer, day)

/**
 * Of each officer in post, from the last supervision, or from the first day in post where there was none since: CLK-IRO-8.
 * Each restarts the clock from its own day. Where no supervision of anyone is recorded, nobody knows whether it was held.
 */
export const supervisionRuns = rememberedFor((world: World): readonly ClockRun[] => {
  const { months, source } = supervisionSetting.of(world.settings)
  if (months === 0) return []
  const held = supervisionsOf(world)
  return recordsOf(world, officers)
    .filter((officer) => isReviewing(officer, world.asAt))
    .map(({ officerId, startedOn }) => {
      const last = held.filter((one) => one.officerId === officerId && isOnOrAfter(one.on, startedOn)).at(-1)
      const startedBy = last
        ? { what: 'the last supervision', on: last.on }
        : { what: 'starting in post', on: startedOn }
      const subject = { kind: OFFICER, ref: officerId }
      return started(clockOf(months, source), null, startedBy, { subject, isSatisfactionRecorded: held.length > 0 })
    })
})

/** The latest supervision that is recorded: what fell due after it is not known to be missed by the records alone. */
export const supervisionsToldUpTo = (world: World): PlainDate | null => {
  const [first, ...others] = recordsOf(world, duties)
    .map(({ on }) => on)
    .filter((on) => !isAfter(on, world.asAt))
  return first === undefined ? null : others.reduce(laterOf, first)
}

const supervisionsOf = (world: World) =>
  recordsOf(world, duties)
    .filter(({ kind, on }) => kind === 'SUPERVISION' && isOnOrBefore(on, world.asAt))
    .toSorted((a, b) => compareDates(a.on, b.on))
