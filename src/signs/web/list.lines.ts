import { missingFrom } from '../../children/domain/figures/missing.ts'
import { type World, lookedAfter } from '../../children/domain/world.ts'
import type { Subject } from '../../clocks/clock.ts'
import { explain } from '../../clocks/explain.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { addDays, compareDates, isAfter, isWithin, longDate } from '../../kernel/dates.ts'
import { missingProtocolSetting } from '../../missingChildren/settings.ts'
import { openStagesIn } from '../../missingChildren/domain/deadlines.ts'
import { entriesOf } from '../../oversight/domain/entries.ts'
import { quarterOf } from '../../oversight/domain/quarters.ts'
import { cycleOf } from '../../reviews/domain/world.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import { acknowledgementOf } from '../domain/acknowledged.ts'
import { changesWithoutReview } from '../domain/changes.ts'
import { wordsOfSign } from '../domain/kinds.ts'
import type { AnySign } from '../domain/sign.ts'
import { allSignsIn, signsBeside, signsIn } from '../domain/signs.ts'
import { whyWords } from './signs.table.ts'

/** A line of a list. */
export interface Line {
  /** Empty where it is of a household. */
  child: string
  /** What it is of, where that is no child. */
  subject: Subject | null
  /** The kind of sign, or the time limit: what the list is narrowed by. */
  kind: string
  what: string
  since: string
  why: string
  /** What was said of it; empty where nothing was. */
  said: string
  isNew: boolean
}

/** The signs, those marked that the import before did not show; those of households for who may see these. */
export function signLines(world: World, before: ReadonlySet<string> | null, maySeeHouseholds: boolean): Line[] {
  const all: readonly AnySign[] = maySeeHouseholds ? allSignsIn(world) : signsIn(world)
  const fresh = new Set(before ? signsBeside(all, before) : [])
  return all.map((sign) => {
    const said = acknowledgementOf(world, sign)
    return {
      child: sign.child ?? '',
      subject: sign.child === null ? sign.subject : null,
      kind: sign.kind,
      what: wordsOfSign(sign.kind),
      since: longDate(sign.since),
      why: whyWords(sign),
      said: said ? `${longDate(said.on)}: ${said.word}` : '',
      isNew: fresh.has(sign),
    }
  })
}

/** Children looked after of whom neither an entry nor a review is recorded in the quarter. */
export function quarterLines(world: World): Line[] {
  const { firstDay, words } = quarterOf(world.asAt)
  return lookedAfter(world).flatMap(({ history }) => {
    const { child } = history.record
    const isNow = (on: Parameters<typeof isWithin>[0]) => isWithin(on, firstDay, world.asAt)
    const last = entriesOf(world, child).findLast(({ on }) => !isAfter(on, world.asAt))
    if ((last && isNow(last.on)) || cycleOf(world, history).held.some(({ heldOn }) => isNow(heldOn))) return []
    return [
      { ...line(child), kind: 'quarter', what: `No entry and no review in ${words}`, since: last ? longDate(last.on) : 'None recorded', why: 'The day of the last entry.' },
    ]
  }) // prettier-ignore
}

const line = (child: string): Line => ({
  child,
  subject: null,
  kind: '',
  what: '',
  since: '',
  why: '',
  said: '',
  isNew: false,
})

/** The open deadlines of some clocks. */
export const deadlineLines = (world: World, clocks: readonly string[], isOverdueOnly: boolean): Line[] =>
  openDeadlines(world)
    .filter(({ clock, state }) => clocks.includes(clock.id) && (!isOverdueOnly || state === 'overdue'))
    .flatMap((deadline) =>
      deadline.child === null
        ? []
        : [
            {
              ...line(deadline.child),
              kind: deadline.clock.id,
              what: deadline.clock.title,
              since: `${longDate(deadline.due)}, ${whenDue(deadline, world.asAt)}`,
              why: explain(deadline, world.holidays),
            },
          ],
    )

/** Children who were missing in the last seven days, with the count that the protocol goes by. */
export function missingLines(world: World): Line[] {
  const { windowDays } = missingProtocolSetting.of(world.settings)
  return lookedAfter(world).flatMap(({ history }) => {
    const { child } = history.record
    const episodes = missingFrom(history)
    const week = episodes.filter(
      ({ from, to }) => !isAfter(from, world.asAt) && (to === null || isAfter(to, addDays(world.asAt, -7))),
    )
    const latest = week.at(-1)
    if (!latest) return []
    const counted = episodes.filter(({ from }) =>
      isWithin(from, addDays(world.asAt, 1 - windowDays), world.asAt),
    ).length
    const { stage1, stage2 } = openStagesIn(world, child)
    const stage = stage2
      ? 'A second-stage meeting is to be held.'
      : stage1
        ? 'A first-stage meeting is to be held.'
        : ''
    return [
      {
        ...line(child),
        kind: 'missing',
        what: latest.to === null ? 'Missing now' : 'Was missing',
        since: longDate(latest.from),
        why: `${counted} in the last ${windowDays} days. ${stage}`.trim(),
      },
    ]
  })
}

/** Moves, orders and ends of care that no review considered, of which nobody has said why. */
export const changeLines = (world: World): Line[] =>
  world.histories
    .flatMap((history) => changesWithoutReview(world, history))
    .filter(({ reason }) => reason === null)
    .sort((a, b) => compareDates(b.on, a.on) || a.child.localeCompare(b.child))
    .map(({ child, on, what }) => ({
      ...line(child),
      kind: 'changes',
      what,
      since: longDate(on),
      why: 'No review was held in the days before it, and no reason is recorded.',
    }))
