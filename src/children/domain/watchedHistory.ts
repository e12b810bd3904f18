import { sexOf } from './codes.ts'
import { careHistory } from './history.ts'
import type { ChildRecord } from './record.ts'
import { watchedRowsOf } from './watched.ts'
import type { World } from './world.ts'

/**
 * The world of a child in which someone whom no return names, a care leaver for one, has a history too: without any care
 * that a return tells of. The world itself where it has the child, or where the register of people has not.
 */
export function withWatched(world: World, child: string): World {
  if (world.histories.length > 0) return world
  const rows = watchedRowsOf(world, child)
  if (rows.length === 0) return world
  const bornOn = rows.find((person) => person.bornOn !== null)?.bornOn ?? null
  const sex = rows.map((person) => sexOf(person.sex ?? '')).find((one) => one !== null) ?? 'not_known'
  const record: ChildRecord = {
    ...nothingReturned,
    child,
    sex,
    bornOn,
  }
  return { ...world, histories: [careHistory(record, world.asAt)] }
}

/** What a record holds of someone of whom no return tells. */
export const nothingReturned = {
  sex: 'not_known',
  ethnicity: '',
  upn: '',
  isMother: false,
  hasBlankStart: false,
  episodes: [],
  reviews: [],
  missing: [],
  unaccompanied: [],
  health: [],
  careLeaver: [],
  adoption: [],
  placedForAdoption: [],
  previousPermanence: [],
  socialWorkers: [],
} as const satisfies Omit<ChildRecord, 'child' | 'bornOn'>
