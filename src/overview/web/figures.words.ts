import type { World } from '../../children/domain/world.ts'
import type { FigureValue } from '../../figures/figure.ts'
import { type ContextFact, context } from '../../children/registers/context.ts'
import { areAlike } from '../../figures/alike.ts'
import { isMoreThanChance } from '../../figures/chance.ts'
import { recordsOf } from '../../world/world.ts'
import { changePrinted, partsPrinted, rounded, valuePrinted } from '../../figures/print.ts'
import { isBefore, longDate } from '../../kernel/dates.ts'

/** `1 April 2022 to 31 March 2023`, or up to the day of the count where the year has not ended. */
export const spanInWords = ({ year, snapshotOn }: World): string =>
  isBefore(snapshotOn, year.lastDay)
    ? `${longDate(year.firstDay)} to ${longDate(snapshotOn)}, a year not yet over`
    : `${longDate(year.firstDay)} to ${longDate(year.lastDay)}`

/** `97.9%, 184 of 188`; the reason where there is no value. */
export function valueInWords(value: FigureValue): string {
  if (value.value === null) return 'not available'
  const parts = partsPrinted(value)
  return `${valuePrinted(value.value, value.unit, value.decimals)}${parts === null ? '' : `, ${parts}`}`
}

/** How the value differs from the year before, in words; empty where one of them is not known. */
export function changeInWords(value: FigureValue, before: FigureValue | null): string {
  if (value.value === null || before?.value === undefined || before.value === null) return ''
  return areAlike(value, before) ? changePrinted(value.value, before.value, value.unit, value.decimals) : NOT_COMPARED
}

/** `2 more than 2021-22`; empty where nothing is compared. */
export function comparisonOf(change: string, lastYear: string): string {
  if (change === '' || change === NOT_COMPARED) return change
  return `${change} ${change === 'no change' ? 'from' : 'than'} ${lastYear}`
}

const NOT_COMPARED = 'not compared: too many are left out'

/** `3 left out, not known`; empty where none is. */
export const leftOutInWords = ({ value, leftOut }: FigureValue): string =>
  value === null || !leftOut ? '' : `${rounded(leftOut, 0)} left out, since it is not known`

/** `Target 98.0% (service plan)`; empty where none is set. */
export const targetInWords = ({ unit, decimals }: FigureValue, target: ContextFact | undefined): string =>
  target ? `Target ${valuePrinted(target.value, unit, decimals)} (${target.source})` : ''

const GROUPS: Readonly<Record<ContextFact['group'], string>> = {
  TARGET: 'Target',
  STATISTICAL_NEIGHBOURS: 'Statistical neighbours',
  REGION: 'The region',
  ENGLAND: 'England',
  AUTHORITY: 'As published for the authority',
}

/** The target of a figure and other authorities' numbers, each with its year and source: this year's, or the latest before. */
export function comparatorsInWords(value: FigureValue, world: World): { key: string; value: string }[] {
  const rows = recordsOf(world, context).filter(({ measure, year }) => measure === value.id && year <= world.year.name)
  const groups = [...new Set(rows.map(({ group }) => group))]
  return groups.flatMap((group) => {
    const latest = rows.filter((row) => row.group === group).reduce((one, other) => (other.year > one.year ? other : one)) // prettier-ignore
    const printed = valuePrinted(latest.value, value.unit, value.decimals)
    return [{ key: GROUPS[group], value: `${printed} (${latest.year}; ${latest.source})` }]
  })
}

/** Whether chance alone could give the change of a share from the year before; empty where nobody can tell. */
export function chanceInWords(value: FigureValue, before: FigureValue | null): string {
  const share = ({ unit, numerator, denominator }: FigureValue) =>
    unit === 'percent' && numerator !== null && denominator !== null ? { numerator, denominator } : null
  const [now, then] = [share(value), before && share(before)]
  if (!now || !then || !before || value.value === before.value || !areAlike(value, before)) return ''
  return isMoreThanChance(now, then) === true
    ? 'A larger change than chance alone would give'
    : 'Chance alone could give this change'
}
