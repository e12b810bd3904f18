import { yearsIn, yearShown } from '../../period.ts'
import type { Passage } from '../../reportText.ts'
import { type Rule, type Studied, isInContents, located } from '../../studied.ts'

/** `It covers April 2021 to March 2022` in the annual report 2022/23, its title with two years, a heading of an old year: years that a report bears and that are not one. */
export const yearOfReport: Rule = (studied) =>
  [...ofTitles(studied), ...ofHeadings(studied), ...toldAlone(studied)].map(({ at, also, message, confidence }) =>
    located(studied, { at, also, place: at.place, kind: 'date', message, severity: 'warning', confidence }),
  )

interface Wrong {
  at: Passage
  also: Passage | null
  message: string
  confidence: number
}

const EARLY = 25
const LONGEST_TITLE = 120
const TITLE = /\bannual report\b/i
const OF_OTHERS = /\b(?:last|previous|prior|priorit\w+|plan|strategy|progress|since|and|compar\w+|appendix)\b/i
const COVERS =
  /\b(?:(?:it|(?:the|this)(?: annual)? report) (?:covers?|is (?:for|about)|relates to|reports on)|reporting period)\b[^.;]{0,40}?\b(?:period|year|from|of)?\b/i

/** The years of the titles and of the sentence that says what is covered, where they are not one. */
function ofTitles(studied: Studied): Wrong[] {
  const early = studied.passages
    .slice(0, EARLY)
    .filter((one) => !isInContents(studied, one))
  const titles = early.flatMap((passage) => {
    const [year, other] = passage.text.length < LONGEST_TITLE && TITLE.test(passage.text) && !OF_OTHERS.test(passage.text) ? yearsIn(passage.text) : []
    return year === undefined || other !== undefined ? [] : [{ passage, year }]
  })
  const covered = early.flatMap((passage) => {
    const sentence = passage.text.split(/(?<=\.)\s/).find((one) => COVERS.test(one) && !/\b(?:last|previous)\b/i.test(one))
    const years = new Set(yearsIn(sentence ?? ''))
    const [year] = years
    return year === undefined || years.size > 1 ? [] : [{ passage, year }]
  })
  const [title] = titles
  if (!title) return []
  const wrong = [...titles.slice(1), ...covered].find(({ year }) => year !== title.year)
  if (!wrong) return []
  return [
    {
      at: wrong.passage,
      also: title.passage,
      message: `The report is called one of ${yearShown(title.year)}, and here one of ${yearShown(wrong.year)}.`,
      confidence: 0.86,
    },
  ]
} // prettier-ignore

const OF_THE_YEAR =
  /\b(?:achievements?|performance|data|profile|activity|activities|key facts|demographics|headlines?|highlights|what we did|our work|the year)\b/i
const OF_OTHER_YEARS =
  /\b(?:progress|priorit\w+|targets?|review of|last|previous|comparison|compared|plans?|we said|against|since|trend|from|between|strategy|act|framework|published|national)\b/i
const MOST_BELOW = 12
const YEAR = /\b(?:19|20)\d{2}\s?[-/]\s?(?:(?:19|20)\d{2}|\d{2})\b/

/** `Achievements of 2020-21` above what tells of 2022-23, with no word of that year below. */
function ofHeadings(studied: Studied): Wrong[] {
  const { passages, period } = studied
  if (!period) return []
  return passages.flatMap((heading, at): Wrong[] => {
    if (heading.kind !== 'heading' || !YEAR.test(heading.text) || OF_OTHER_YEARS.test(heading.text)) return []
    if (!OF_THE_YEAR.test(heading.text) || isInContents(studied, heading)) return []
    const years = yearsIn(heading.text)
    const [year, other] = years
    if (year === undefined || other !== undefined || year >= period.startYear) return []
    const below = passages.slice(at + 1, at + 1 + MOST_BELOW).map(({ text }) => text).join(' ')
    const isOfThen = new RegExp(`\\b${year}\\b|\\b(?:that|previous|last) year\\b`).test(below)
    return isOfThen || below.length < 200
      ? []
      : [{ at: heading, also: null, message: `The heading names ${yearShown(year)}; the report is about ${yearShown(period.startYear)}.`, confidence: 0.81 }]
  })
} // prettier-ignore

const TOLD =
  /^\W*(?:in|during|throughout|over|for) (?:the )?(?:(?:financial |reporting )?year )?((?:19|20)\d{2}\s?[-/]\s?(?:(?:19|20)\d{2}|\d{2})),? (?:there (?:were|was)|we |the (?:service|team|IROs?)|IROs?|a total of|[\d,]+ )/i
const COMPARED =
  /\b(?:compar\w+|previous\w*|last year|since|rise|rose|risen|increas\w*|decreas\w*|fell|fall\w*|reduc\w*|higher|lower|more than|fewer|less|whereas|then|now|by contrast|up from|down from|trend|baseline|figures? (?:for|of)|national\w*|England|first|began|introduced|launched|started|set up|established|new|pilot\w*|change[ds]?|years?)\b/i

/** `In 2020/21 there were 27 escalations`, in a report of 2022-23 that says nothing else of then. */
function toldAlone({ passages, period }: Studied): Wrong[] {
  if (!period) return []
  return passages.flatMap((passage): Wrong[] => {
    if (passage.kind === 'heading') return []
    const sentences = passage.text.split(/(?<=[.!?])\s+/)
    return sentences.flatMap((text, at): Wrong[] => {
      const words = TOLD.exec(text)?.[1]
      const [year, other] = words === undefined ? [] : yearsIn(words)
      if (year === undefined || other !== undefined || year > period.startYear - 2) return []
      const around = `${text.replace(words ?? '', ' ').replace(/\byear\b/i, ' ')} ${sentences[at + 1] ?? ''}`
      if (COMPARED.test(around) || /\b(?:19|20)\d{2}\b/.test(`${sentences[at - 1] ?? ''} ${around}`)) return []
      return [{ at: passage, also: null, message: `${yearShown(year)} is told of alone; the report is about ${yearShown(period.startYear)}.`, confidence: 0.8 }]
    }).slice(0, 1)
  })
} // prettier-ignore
