import { ageOn } from '../../calendar/age.ts'
import type { World } from '../../children/domain/world.ts'
import type { Figure, FigureRecord } from '../../figures/figure.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { recordsOf } from '../../world/world.ts'
import { type OfficerFact, officers } from '../registers/officers.ts'

/** Where the overview shows figures of the service's own people. */
export const AREA = 'The service'
/** The source of these figures. */
export const OFFICERS = 'Register of officers'
/** Why there is no such figure. */
export const NO_OFFICERS = 'No register of officers is kept here.'

/** An officer as a record of a figure. */
export const officerRecord = (officer: OfficerFact, world: World, more: Partial<FigureRecord> = {}): FigureRecord => ({
  child: '',
  kind: 'officer',
  date: world.snapshotOn,
  due: null,
  counts: true,
  key: null,
  detail: () => ({ Officer: officer.officerId, Role: officer.role, 'Full-time equivalent': officer.fte }),
  ...more,
})

const bands = ['0-4', '5-9', '10-14', '15-19', '20-24', '25+', 'not_recorded']

function bandOf(since: PlainDate | null, day: PlainDate): string {
  if (!since) return 'not_recorded'
  const years = ageOn(since, day)
  const from = Math.min(Math.floor(years / 5) * 5, 25)
  return from === 25 ? '25+' : `${from}-${from + 4}`
}

const bandLabel = (key: string) => (key === 'not_recorded' ? 'Not recorded' : `${key.replace('-', ' to ')} years`)

/** Officers by whole years since a day in the life of each, in bands of five. */
export function byYears(
  figure: Pick<Figure<World>, 'id' | 'label' | 'definition'>,
  officersCounted: (world: World) => readonly OfficerFact[],
  since: (officer: OfficerFact) => PlainDate | null,
): Figure<World> {
  return {
    ...figure,
    area: AREA,
    unit: 'count',
    source: OFFICERS,
    betterWhen: null,
    countedOver: 'day',
    breakdown: { order: bands, label: bandLabel },
    records: (world) =>
      recordsOf(world, officers).length === 0
        ? NO_OFFICERS
        : officersCounted(world).map((officer) =>
            officerRecord(officer, world, { key: bandOf(since(officer), world.snapshotOn) }),
          ),
  }
}
