import { valuePrinted } from '../../figures/print.ts'
import { type Measure, keyShown } from './measure.ts'
import type { ReportYear } from './reportYear.ts'
import { changeText, measureValue, numberText, partsText } from './sentences.ts'

/** `{reviews.on_time}`, `{reviews.on_time counts}`, `{cla.by_age/16+}`: where a figure stands in what somebody wrote. */
const PLACE = /\{([a-z][a-z0-9]*(?:[._][a-z0-9_]+)+)(?:\/([^{}]+?))?(?: +(counts|last year|change))?\}/g

/** What of a figure may be inserted, by the word that asks for it. */
export const insertable = {
  '': 'its value',
  counts: 'of a percentage, how many of how many',
  'last year': 'last year’s value',
  change: 'the difference from last year, in words',
} as const

/** A name that stands in braces and is no figure of the year, or no part of one. */
export interface NotInserted {
  /** As it was typed: `{reviews.on_tme}`. */
  place: string
  figure: string
}

/** What somebody wrote with the figures that it names, as they may be shown. What names none stays as it was typed. */
export const withFigures = (text: string, year: ReportYear): string =>
  text.replaceAll(PLACE, (place: string, id: string, key?: string, part?: string) => {
    const measure = year.now.measures.get(id)
    return measure ? insertedText(measure, year, key, part) : place
  })

/** The places of a text that name no figure: to be corrected before it is kept. */
export const notInserted = (text: string, year: ReportYear): NotInserted[] =>
  [...text.matchAll(PLACE)].flatMap(([place, id = '', key]) => {
    const measure = year.now.measures.get(id)
    const isKnown = measure && (key === undefined || measure.breakdown.length > 0)
    return isKnown ? [] : [{ place, figure: id }]
  })

function insertedText(now: Measure, year: ReportYear, key: string | undefined, part: string | undefined): string {
  if (key !== undefined) return keyText(now, key)
  const before = year.before?.measures.get(now.id) ?? null
  switch (part) {
    case 'counts':
      return now.unit === 'percent' && now.value !== null ? partsText(now) : measureValue(now)
    case 'last year':
      return before ? measureValue(before) : 'not available'
    case 'change':
      return changeText(now, before) ?? 'not compared'
    default:
      return measureValue(now)
  }
}

/** Of a share that is divided, the part is a share too. */
function keyText(measure: Measure, key: string): string {
  const value = keyShown(measure, key)
  return measure.unit === 'percent' && value !== 'c'
    ? valuePrinted(value, 'percent', measure.decimals)
    : numberText(value)
}
