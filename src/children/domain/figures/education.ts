import { isOfSchoolAge, schoolTermOf } from '../../../calendar/schoolTerms.ts'
import type { Figure } from '../../../figures/figure.ts'
import { type PlainDate, isOnOrBefore, laterOf, longDate } from '../../../kernel/dates.ts'
import { recordsOf } from '../../../world/world.ts'
import { checks } from '../../registers/checks.ts'
import { checksOf, daysOfChecks } from '../checks.ts'
import { isUnaccompaniedOn } from '../unaccompanied.ts'
import { type LookedAfterChild, type World, lookedAfter } from '../world.ts'
import { ageIfKnown, childRecord } from './records.ts'

const REGISTER = 'Register of checks'

/** Whether the register of checks has any of a kind. */
const hasChecksOf = (world: World, kind: string): boolean =>
  recordsOf(world, checks).some((check) => check.kind === kind)

/** The day of the latest extract of another system that told of checks of a kind, by the day of the world; null for none. */
const lastExtract = (world: World, kind: string): PlainDate | null =>
  recordsOf(world, checks).reduce<PlainDate | null>(
    (last, check) =>
      check.kind === kind && check.extractedOn && isOnOrBefore(check.extractedOn, world.asAt)
        ? last === null
          ? check.extractedOn
          : laterOf(last, check.extractedOn)
        : last,
    null,
  )

/** A share of the children looked after on the day of the count, by a check that is kept of each. */
function shareWithCheck(
  figure: Pick<Figure<World>, 'id' | 'area' | 'label' | 'definition' | 'source'>,
  kind: 'PEP' | 'LIFE_STORY',
  missing: string,
  isAsked: (child: LookedAfterChild, world: World) => boolean,
  counts: (child: LookedAfterChild, world: World) => boolean,
): Figure<World> {
  return {
    ...figure,
    unit: 'percent',
    betterWhen: 'higher',
    wording: (world) => {
      const on = lastExtract(world, kind)
      return on === null ? {} : { definition: `${figure.definition} By the extract of ${longDate(on)}.` }
    },
    records: (world) =>
      hasChecksOf(world, kind)
        ? lookedAfter(world)
            .filter((child) => isAsked(child, world))
            .map((child) => childRecord(child, world, counts(child, world)))
        : missing,
  }
}

const NO_PLANS = 'No register of personal education plans is kept here.'

const hasPlanThisTerm = ({ history: { record } }: LookedAfterChild, world: World): boolean =>
  daysOfChecks(checksOf(world, record.child), ['PEP'], schoolTermOf(world.snapshotOn).firstDay, world.snapshotOn)
    .length > 0

/** Figures of education and identity that the register of checks tells of. `kpi-definitions` section 9 and 12. */
export const educationFigures: readonly Figure<World>[] = [
  shareWithCheck(
    {
      id: 'education.pep_current',
      area: 'Education',
      label: 'Personal education plan this term, reception to year 11',
      definition:
        'Of the children looked after on the day of the count who are in reception to year 11 by their date of birth, those with a personal education plan since the term began: on 1 September, on 1 January, or on the day after the week of Easter Monday.',
      source: REGISTER,
    },
    'PEP',
    NO_PLANS,
    ({ history: { record } }, { snapshotOn }) => record.bornOn !== null && isOfSchoolAge(record.bornOn, snapshotOn),
    hasPlanThisTerm,
  ),
  shareWithCheck(
    {
      id: 'education.pep_current_post16',
      area: 'Education',
      label: 'Personal education plan this term, aged 16 or 17',
      definition:
        'Of the children looked after on the day of the count who are 16 or 17 then, those with a personal education plan since the term began.',
      source: REGISTER,
    },
    'PEP',
    NO_PLANS,
    ({ history: { record } }, { snapshotOn }) => [16, 17].includes(ageIfKnown(record, snapshotOn) ?? 0),
    hasPlanThisTerm,
  ),
  shareWithCheck(
    {
      id: 'identity.life_story',
      area: 'Identity',
      label: 'Life story work since becoming looked after',
      definition:
        'Of the children looked after on the day of the count, unaccompanied asylum-seeking children and short breaks left out, those with life story work recorded since they became looked after.',
      source: REGISTER,
    },
    'LIFE_STORY',
    'No register of life story work is kept here.',
    ({ history: { record } }, { snapshotOn }) => !isUnaccompaniedOn(record, snapshotOn),
    ({ history: { record }, period }, world) =>
      daysOfChecks(checksOf(world, record.child), ['LIFE_STORY'], period.startedOn, world.snapshotOn).length > 0,
  ),
]
