import { MONTHS } from './months.ts'

/** A month or a day that a text names, with its year. */
export interface Named {
  text: string
  at: number
  end: number
  /** Months since the year nought. */
  month: number
  /** Null where the month alone is named. */
  day: number | null
}

const NAMES = `${MONTHS.join('|')}|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec`
const FORM = new RegExp(
  `(?<![\\w/])(?:(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+)?\\b(${NAMES})\\b\\.?,?\\s+(?:((?:19|20)\\d{2})|'?([012]\\d)(?![\\d%/:]|[.,]\\d|\\s?%|\\s+(?:children|reviews|to|and)\\b))(?![\\d%])`,
  'gi',
)

/** The months and days with a year that a text names, in its order. */
export const daysNamed = (text: string): Named[] =>
  [...text.matchAll(FORM)].map((match) => {
    const [words, day, name = '', year, short = '0'] = match
    const month = MONTHS.findIndex((one) => one.startsWith(name.toLowerCase().slice(0, 3)))
    return {
      text: words,
      at: match.index,
      end: match.index + words.length,
      month: Number(year ?? 2000 + Number(short)) * 12 + month,
      day: day === undefined ? null : Number(day),
    }
  })

/** The month in which a year from April to March begins. */
export const firstMonthOf = (startYear: number): number => startYear * 12 + 3
