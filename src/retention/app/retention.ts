import { birthday } from '../../calendar/age.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import { people as peopleRegister } from '../../children/registers/people.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, addMonths, laterOf } from '../../kernel/dates.ts'
import type { Register, StoredRows } from '../../registers/register.ts'
import { bringingAmong, peopleOfRow } from '../../registers/things.ts'
import type { Settings } from '../../settings/settings.ts'
import { type Judged, type KeptPerson, judgeTimes } from '../domain/passed.ts'
import { type RetentionTimes, retentionSetting } from '../settings.ts'
import type { KindCount, OldRecords, RowKept, ToDelete } from './ports.ts'

/** What is past its time on a day. */
export interface Found extends Judged {
  asAt: PlainDate
  times: RetentionTimes
  counts: readonly KindCount[]
}

/** Finds what has been kept for its time, and deletes it. */
export interface Retention {
  find: (authority: string, day: PlainDate) => Promise<Found>
  delete: (authority: string, day: PlainDate) => Promise<Found>
}

export interface RetentionDeps {
  /** Everyone ever known, as at a day. */
  worldOfAll: (authority: string, day: PlainDate) => Promise<World>
  /** The rows of all registers that are kept now. */
  rowsOf: (authority: string) => Promise<StoredRows>
  registers: readonly Register[]
  settingsOf: (authority: string) => Promise<Settings>
  records: OldRecords
}

export function makeRetention({ worldOfAll, rowsOf, registers, settingsOf, records }: RetentionDeps): Retention {
  async function judged(authority: string, day: PlainDate) {
    const [world, stored, settings] = await Promise.all([
      worldOfAll(authority, day),
      rowsOf(authority),
      settingsOf(authority),
    ])
    const times = retentionSetting.of(settings)
    const about = rowsByPeople(registers, stored)
    const named = about.flatMap(({ people }) => people)
    const judgement = judgeTimes(keptPeople(world, named), times, day)
    return { times, judgement, toDelete: toDeleteOf(judgement, about, stored) }
  }

  return {
    find: async (authority, day) => {
      const { times, judgement, toDelete } = await judged(authority, day)
      return { ...judgement, asAt: day, times, counts: await records.count(authority, times, day, toDelete) }
    },
    delete: async (authority, day) => {
      const { times } = await judged(authority, day)
      const found: Judged[] = []
      const counts = await records.delete(authority, times, day, async () => {
        const now = await judged(authority, day)
        found.push(now.judgement)
        return now.toDelete
      })
      const [judgement = NOBODY] = found
      return { ...judgement, asAt: day, times, counts }
    },
  }
}

const NOBODY: Judged = { past: [], unknown: [], doubtful: [] }

/** A row with everyone it is about, by itself or by what it refers to. */
interface AboutPeople extends RowKept {
  people: readonly string[]
}

function rowsByPeople(registers: readonly Register[], stored: StoredRows): AboutPeople[] {
  const bringing = bringingAmong(registers, ({ name }) => stored.get(name)?.values() ?? [])
  return registers.flatMap((register) =>
    [...(stored.get(register.name) ?? [])].map(([key, content]) => ({
      register: register.name,
      key,
      people: peopleOfRow({ register, content }, bringing),
    })),
  )
}

function toDeleteOf({ past }: Judged, about: readonly AboutPeople[], stored: StoredRows): ToDelete {
  const children = new Set(past.map(({ child }) => child))
  const rows = about.filter(({ people }) => people.length > 0 && people.every((person) => children.has(person)))
  const reviews = rows.flatMap(({ register, key }) => {
    const ref = stored.get(register)?.get(key)?.['review_ref']
    return register === 'reviews' && typeof ref === 'string' ? [ref] : []
  })
  return { children: [...children], rows, reviews }
}

/** Everyone of whom anything is kept: of the returns, of the register of people, and whoever else registers name. */
function keptPeople(world: World, named: readonly string[]): KeptPerson[] {
  const watched = Map.groupBy(peopleRegister.rowsIn(world.registers), ({ child }) => child)
  const inReturns = new Map(world.histories.map((history) => [history.record.child, history]))
  const all = new Set([...inReturns.keys(), ...watched.keys(), ...named])
  return [...all].sort().map((child) => {
    const history = inReturns.get(child) ?? null
    const rows = watched.get(child) ?? []
    const leaver = rows.find(({ kind }) => kind === 'CARE_LEAVER')
    const bornOn =
      history?.record.bornOn ??
      rows.find((row) => row.bornOn !== null)?.bornOn ??
      (leaver ? addMonths(leaver.from, -12 * 18) : null)
    const days = [...rows.flatMap(({ from, to }) => [from, ...(to ? [to] : [])]), ...(history ? daysTold(history) : [])]
    return {
      child,
      bornOn,
      diedOn: history?.periods.findLast(({ reasonCeased }) => reasonCeased === 'E2')?.endedOn ?? null,
      toldUpTo: days.length === 0 ? null : days.reduce(laterOf),
    }
  })
}

/** The days of which a child's record tells; that of the world where an episode is open, unless the child is of age by then. */
function daysTold({ record, asAt }: CareHistory): PlainDate[] {
  return [
    ...record.episodes.flatMap(({ from, to }) => [from, to ?? openUntil(record.bornOn, asAt)]),
    ...record.reviews.map(({ heldOn }) => heldOn),
  ]
}

/** An episode that nobody ended says nothing of after the 18th birthday. */
const openUntil = (bornOn: PlainDate | null, asAt: PlainDate): PlainDate => (bornOn ? birthday(bornOn, 18) : asAt)
