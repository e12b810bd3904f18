import { ageOn } from '../../../calendar/age.ts'
import type { Figure, FigureRecord } from '../../../figures/figure.ts'
import type { CareLeaverFact, ChildRecord } from '../record.ts'
import type { World } from '../world.ts'

const AREA = 'Care leavers'
const OC3 = 'SSDA903 return, OC3'

function leavers(
  world: World,
  isAsked: (fact: CareLeaverFact, record: ChildRecord) => boolean,
  counts: (fact: CareLeaverFact) => boolean,
): FigureRecord[] | string {
  const rows = world.histories.flatMap(({ record }) =>
    record.careLeaver.filter((fact) => fact.year === world.year.startYear).map((fact) => ({ record, fact })),
  )
  if (rows.length === 0) return `The return for ${world.year.name} has no care leaver (OC3) rows yet.`
  return rows
    .filter(({ fact, record }) => isAsked(fact, record))
    .map(({ fact, record }) => ({
      child: record.child,
      kind: 'care leaver',
      date: world.snapshotOn,
      due: null,
      counts: counts(fact),
      key: null,
      detail: () => ({ 'In touch': fact.inTouch, Activity: fact.activity, Accommodation: fact.accommodation }),
    }))
}

const isRecorded = (code: string) => code !== '' && code !== '0'

function isAged16To18(record: ChildRecord, world: World): boolean {
  if (record.bornOn === null) return false
  const age = ageOn(record.bornOn, world.snapshotOn)
  return age >= 16 && age <= 18
}

/** Figures of care leavers from the return's OC3 table. `kpi-definitions` section 9. */
export const careLeaverFigures: readonly Figure<World>[] = [
  {
    id: 'education.eet',
    area: AREA,
    label: 'Care leavers in education, employment or training',
    unit: 'percent',
    definition:
      'Of the care leavers in the return whose activity is recorded, those in education, employment or training (F, P).',
    source: OC3,
    records: (world) =>
      leavers(
        world,
        (fact) => isRecorded(fact.activity),
        (fact) => /^[FP]/.test(fact.activity),
      ),
    betterWhen: 'higher',
  },
  {
    id: 'education.neet',
    area: AREA,
    label: 'Care leavers not in education, employment or training',
    unit: 'percent',
    definition:
      'Of the care leavers in the return whose activity is recorded, those not in education, employment or training (G).',
    source: OC3,
    records: (world) =>
      leavers(
        world,
        (fact) => isRecorded(fact.activity),
        (fact) => !/^[FP]/.test(fact.activity),
      ),
    betterWhen: 'lower',
  },
  {
    id: 'cla.suitable_accommodation_16_18',
    area: AREA,
    label: 'Care leavers aged 16 to 18 in suitable accommodation',
    unit: 'percent',
    definition:
      'Of the care leavers in the return aged 16 to 18 at the year end whose accommodation is recorded, those in suitable accommodation (codes ending in 1).',
    source: OC3,
    records: (world) =>
      leavers(
        world,
        (fact, record) => isRecorded(fact.accommodation) && isAged16To18(record, world),
        (fact) => fact.accommodation.endsWith('1'),
      ),
    betterWhen: 'higher',
  },
]
