import { allocations } from '../../officers/registers/allocations.ts'
import { recordsOf } from '../../world/world.ts'
import { birthday } from '../../calendar/age.ts'
import { isOpen } from '../../children/domain/allocations.ts'
import { type World, historyOf, lookedAfterOn } from '../../children/domain/world.ts'
import { type PlainDate, addDays, isBefore, laterOf } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { type WorkKind, watchedOn, workOf } from './work.ts'

/** A child of the service now, and until when as far as is known. */
export interface KnownChild {
  child: string
  work: WorkKind
  /** The 18th birthday, or the end that a register names; null where none is known. */
  endsOn: PlainDate | null
}

/** The children with an officer now, and those looked after who wait for one: all whom the service has to see to. */
export const knownChildren = rememberedFor((world: World): readonly KnownChild[] => {
  const today = world.asAt
  const allocated = recordsOf(world, allocations)
    .filter((one) => isOpen(one, today))
    .map(({ child }) => child)
  const looked = lookedAfterOn(world, today).map(({ history }) => history.record.child)
  return [...new Set([...allocated, ...looked])].flatMap((child) => {
    const work = workOf(world, child, today)
    return work === null ? [] : [{ child, work, endsOn: endOf(world, child, work) }]
  })
})

function endOf(world: World, child: string, work: WorkKind): PlainDate | null {
  const watched = watchedOn(world, child, world.asAt)
  const bornOn = historyOf(world, child)?.record.bornOn ?? watched?.bornOn ?? null
  const limit = work === 'careLeaver' ? 25 : 18
  const grown = bornOn && birthday(bornOn, limit)
  const isOfReturn = work === 'lookedAfter' || work === 'adoption' || work === 'shortBreaks'
  const end = isOfReturn ? grown : (watched?.to ?? grown)
  // Who is past it and still in the records leaves them any day now.
  return end && laterOf(end, addDays(world.asAt, 1))
}

/** Whether the child is still the service's work on a later day, as far as is known. */
export const isStillKnown = ({ endsOn }: KnownChild, day: PlainDate): boolean =>
  endsOn === null || isBefore(day, endsOn)
