import type { CaseloadRules } from '../settings.ts'
import type { OfficerFact } from '../../officers/registers/officers.ts'
import type { Item } from '../../platform/web/forms/choices.ts'
import { bandOf, bands } from '../domain/load.ts'

type Guide = CaseloadRules['guide']

/** A number to one decimal: `62.5`. */
export const oneDecimal = (value: number): string =>
  value.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** A number with no more decimals than it has, two at most: `0.8`, `12`. */
export const plainNumber = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 })

/** A load for each full-time equivalent and where it stands beside the guide, in words. */
export const besideGuide = (load: number | null, guide: Guide) =>
  load === null
    ? { value: 'None', band: 'nobody in post', isOver: false }
    : { value: oneDecimal(load), band: bands[bandOf(load, guide)], isOver: bandOf(load, guide) === 'over' }

/** The guide in words: `50 to 70`. */
export const guideWords = ({ from, to }: Guide): string => `${plainNumber(from)} to ${plainNumber(to)}`

/** Officers to choose from, as a field of a form takes them. */
export const officerItems = (officers: readonly OfficerFact[]): Item[] =>
  officers.map(({ officerId, name }) => ({ value: officerId, text: name }))
