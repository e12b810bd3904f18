import { recordsOf } from '../../world/world.ts'
import { people } from '../registers/people.ts'
import { careHistory } from './history.ts'
import type { ChildRecord } from './record.ts'
import type { World } from './world.ts'

const sexes = new Map<string | null, ChildRecord['sex']>([
  ['1', 'male'],
  ['M', 'male'],
  ['2', 'female'],
  ['F', 'female'],
])

/**
 * The world of a child in which someone whom no return names, a care leaver for one, has a history too: without any care
 * that a return tells of. The world itself where it has the child, or where the register of people has not.
 */
export function withWatched(world: World, child: string): World {
  if (world.histories.length > 0) return world
  const rows = recordsOf(world, people).filter((person) => person.child === child)
  if (rows.length === 0) return world
  const bornOn = rows.find((person) => person.bornOn !== null)?.bornOn ?? null
  const sex = rows.map((person) => sexes.get(person.sex)).find((one) => one !== undefined) ?? 'not_known'
  const record: ChildRecord = {
    child,
    sex,
    bornOn,
    ethnicity: '',
    upn: '',
    isMother: false,
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
  }
  return { ...world, histories: [careHistory(record, world.asAt)] }
}
