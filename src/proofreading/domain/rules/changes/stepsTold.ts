import type { Located } from '../../finding.ts'
import type { Grid } from '../../grid.ts'
import { gridsNear, namedBy, namesOf, partsOf, yearNamed } from '../../near.ts'
import { shown } from '../../numbers.ts'
import type { Span } from '../../reportText.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { MONTHS } from '../../words/months.ts'
import type { Sentence } from '../../words/sentences.ts'
import { tokensIn } from '../../words/tokens.ts'

/** `better in each quarter but the third`, `having risen the year before`: steps of a table's quarters or years that went the other way. */
export const stepsTold: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading' || ELSEWHERE.test(sentence.text)) return []
    return [...ofQuarters(studied, sentence), ...ofYearBefore(studied, sentence)]
  })

const ELSEWHERE = /\b(?:national\w*|england|region\w*|neighbours?|target|will|should|would|expect\w*)\b/i
const UP = 'rose|risen|rising|rise|increased?|grew|grown|growing|gone up|went up|improv\\w+|better|higher|more'
const DOWN = 'fell|fallen|falling|fall|decreased?|declin\\w+|dropped|gone down|went down|worse|worsened|lower|fewer'
const EACH = new RegExp(
  `\\b(?:(${UP})|(${DOWN}))\\b[^.;]{0,50}?\\b(?:each|every) (quarter|month)\\b(?:,? (?:but|except|apart from|bar|save|other than)(?: for| in)? (?:the )?([a-z]+))?`,
  'i',
)
const ORDINALS = ['first', 'second', 'third', 'fourth']

interface Series {
  name: string
  values: readonly number[]
  at: Span
  place: string
}

/** The columns of a table whose rows are quarters or months, in their order. */
function seriesOf(grid: Grid, unit: string): Series[] {
  const form = unit === 'quarter' ? /^q(?:uarter)?\s?[1-4]|\b(?:to|-)\b|^(?:first|second|third|fourth)/i : new RegExp(`^(?:${MONTHS.map((month) => month.slice(0, 3)).join('|')})`, 'i')
  const rows = partsOf(grid).filter(({ label }) => form.test(label))
  const [first] = rows
  if (!first || rows.length < 3 || (unit === 'quarter' && rows.length > 4)) return []
  return grid.heads.flatMap((name, at) => {
    const values = rows.flatMap((row) => row.values[at]?.value ?? [])
    return values.length === rows.length ? [{ name, values, at: first.row, place: grid.table.place }] : []
  })
} // prettier-ignore

function ofQuarters(studied: Studied, sentence: Sentence): Located[] {
  const [words = '', up, , unit = '', but] = EACH.exec(sentence.text) ?? []
  if (words === '') return []
  const except = but === undefined ? null : ORDINALS.indexOf(but.toLowerCase())
  if (except === -1) return []
  const isRight = ({ values }: Series) =>
    values.every((value, at) => at === 0 || value !== values[at - 1] && (value > (values[at - 1] ?? 0)) === ((up !== undefined) !== (at === except)))
  const all = gridsNear(studied, sentence).flatMap((grid) => seriesOf(grid, unit.toLowerCase()))
  // Counts and shares may both be meant; numbers of the sentence say which.
  const numbers = sentence.quantities.map(({ value }) => value)
  const own = all.filter(({ values }) => values.some((value) => numbers.includes(value)))
  const [series] = own.length > 0 ? own : all
  if (!series || all.some(isRight)) return []
  return [said(studied, sentence, words, series)]
} // prettier-ignore

const BEFORE = new RegExp(
  `\\b(?:having|after|which had|had) (?:(${UP})|(${DOWN})) (?:in )?the (?:year before|previous year)\\b`,
  'i',
)

/** `The East has fallen for the first time, having risen the year before`. */
function ofYearBefore(studied: Studied, sentence: Sentence): Located[] {
  const match = BEFORE.exec(sentence.text)
  const year = studied.period?.startYear
  if (!match || year === undefined) return []
  const clause = sentence.text.slice(0, match.index).split(/\bwhile\b|\bwhereas\b|;/).at(-1) ?? ''
  const readings = gridsNear(studied, sentence).flatMap((grid): Series[] => {
    const [row, other] = namedBy(tokensIn(clause), partsOf(grid), (one) => namesOf(grid, one))
    const [from, to] = [year - 2, year - 1].map((each) => grid.heads.findIndex((head) => yearNamed(head) === each))
    if (!row || other || from === undefined || to === undefined || from === -1 || to === -1) return []
    const [one, next] = [row.one.values[from]?.value, row.one.values[to]?.value]
    return one === undefined || next === undefined ? [] : [{ name: row.one.label, values: [one, next], at: row.one.row, place: grid.table.place }]
  })
  const [series] = readings
  if (!series || readings.some(({ values: [one = 0, next = 0] }) => match[1] === undefined ? next < one : next > one)) return []
  return [said(studied, sentence, match[0], series)]
} // prettier-ignore

const said = (studied: Studied, at: Sentence, words: string, { name, values, at: also, place }: Series): Located =>
  located(studied, {
    at,
    also,
    place: at.passage.place,
    kind: 'text-table',
    message: `“${words}”: “${name}” went ${values.map((value) => shown(value)).join(', ')} (${place}).`,
    computation: values.map((value) => shown(value)).join('; '),
    severity: 'error',
    confidence: 0.84,
  })
