import { officerName } from '../../officers/domain/names.ts'
import type { TeamOn } from '../../access/domain/teams.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import type { World } from '../../children/domain/world.ts'
import type { FigureRecord } from '../../figures/figure.ts'
import { addDays } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'

/** By whom a book divides figures; `key` says whose a record is, null where nobody is known. */
export interface Division {
  id: 'team' | 'officer'
  key: (record: FigureRecord) => string | null
  /** The name of a key. */
  name: (key: string) => string
  /** Only this key; every one unless said. */
  only?: string
}

/** Whose a record was on its own day: the IRO's to whom the child was allocated, or had been up to the day before. */
export const byOfficer = (world: World): Division => {
  return {
    id: 'officer',
    key: ({ child, date }) =>
      child === '' ? null : (officerIdOf(world, child, date) ?? officerIdOf(world, child, addDays(date, -1))),
    name: (key) => officerName(recordsOf(world, officers), key),
  }
}

const byChild = rememberedFor(
  (histories: readonly CareHistory[]) => new Map(histories.map(({ record }) => [record.child, record])),
)

/** With which team a record's child was on the record's own day. */
export const byTeam = (world: World, teamOn: TeamOn): Division => ({
  id: 'team',
  key: ({ child, date }) => {
    const record = byChild(world.histories).get(child)
    return record ? (teamOn(record, date) ?? teamOn(record, addDays(date, -1))) : null
  },
  name: (key) => key,
})
