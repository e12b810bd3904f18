import type { OfficerFact } from '../../officers/registers/officers.ts'
import type { Settings } from '../../settings/settings.ts'
import { bandOf, bands } from '../domain/load.ts'

type Guide = Settings['caseload']['guide']

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

/** What GOV.UK's select takes for officers, the chosen one marked, below a first choice. */
export const officerItems = (first: string, officers: readonly OfficerFact[], chosen: string) => [
  { value: '', text: first },
  ...officers.map(({ officerId, name }) => ({ value: officerId, text: name, selected: officerId === chosen })),
]

/** Problems as the error summary and the fields show them. */
export function errorsOf<Problem>(
  problems: readonly Problem[],
  fieldOf: (problem: Problem) => string,
  textOf: (problem: Problem) => string,
) {
  const found = problems.map((problem) => ({ field: fieldOf(problem), text: textOf(problem) }))
  // One field shows one fault: the summary lists them all.
  const first = new Map([...found].reverse().map(({ field, text }) => [field, { text }]))
  return {
    errors: found.map(({ field, text }) => ({ text, href: `#${field}` })),
    errorOf: Object.fromEntries(first),
  }
}
