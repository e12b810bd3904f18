import type { Located } from '../../finding.ts'
import type { Grid } from '../../grid.ts'
import { gridsNear, partsOf } from '../../near.ts'
import { isSame, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `No officer had more than 68`, `caseloads ranged from 52 to 68`: an end of a column that has another. */
export const extremes: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading') return []
    // `The handbook recommends 50 to 70, and no officer had more than 68`: of another clause.
    const clauses = sentence.text.split(/;|,\s(?:and|but|while|although)\s/)
    return clauses
      .filter((text) => !ELSEWHERE.test(text))
      .flatMap((text) => claimsIn({ ...sentence, text }).flatMap((claim) => checked(studied, sentence, claim)))
  })

const ELSEWHERE =
  /\b(?:last year|previous|handbook|recommend\w*|guidance|national\w*|should|will|target|aged?|years? old|days?|weeks?|months?)\b/i

interface Claim {
  words: string
  least: number | null
  most: number | null
}

const N = String.raw`(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)`
const NO_MORE = new RegExp(
  `\\b(?:no|none|nobody|neither|no one)\\b[^.;\\d]{0,50}\\b(?:ha[ds]|have|held|carried|carries|carry|more than one|saw|reached|was responsible for|with|of) (?:(more|higher)|(?:fewer|less)) than ${N}(?!\\s?%|\\s*(?:days|weeks|months|years))`,
  'i',
)
const RANGE = new RegExp(
  `\\b(?:rang(?:e|ed|es|ing)|var(?:y|ied|ies|ying)) (?:from|between) ${N} (?:to|and) ${N}(?!\\s?%)`,
  'i',
)
const ENDS: readonly (readonly [RegExp, boolean])[] = [
  [
    new RegExp(
      `\\b(?:highest|largest|maximum|heaviest) (?:\\w+ )?(?:caseload|number|figure|total)\\b[^.;\\d]{0,30}\\b(?:was|is|being|of) ${N}(?!\\s?%)`,
      'i',
    ),
    true,
  ],
  [
    new RegExp(
      `\\b(?:lowest|smallest|minimum|lightest) (?:\\w+ )?(?:caseload|number|figure|total)\\b[^.;\\d]{0,30}\\b(?:was|is|being|of) ${N}(?!\\s?%)`,
      'i',
    ),
    false,
  ],
]

const numberOf = (words: string | undefined): number => Number((words ?? '').replaceAll(',', ''))

function claimsIn({ text }: Sentence): Claim[] {
  const none = NO_MORE.exec(text)
  const range = RANGE.exec(text)
  const ends = ENDS.flatMap(([form, isMost]): Claim[] => {
    const match = form.exec(text)
    const value = numberOf(match?.[1])
    return match ? [{ words: match[0], least: isMost ? null : value, most: isMost ? value : null }] : []
  })
  const isMost = none?.[1] !== undefined
  return [
    ...(none
      ? [{ words: none[0], least: isMost ? null : numberOf(none[2]), most: isMost ? numberOf(none[2]) : null }]
      : []),
    ...(range ? [{ words: range[0], least: numberOf(range[1]), most: numberOf(range[2]) }] : []),
    ...ends,
  ]
}

const FEWEST = 3

/** The columns of which the claim may be: those that hold one of its numbers. */
function checked(studied: Studied, sentence: Sentence, { words, least, most }: Claim): Located[] {
  const columns = gridsNear(studied, sentence).flatMap((grid) => valuesOf(grid).map((values) => ({ grid, values })))
  const isOf = ({ values }: { values: readonly number[] }) =>
    values.length >= FEWEST && [least, most].some((end) => end !== null && values.some((value) => isSame(value, end)))
  const isRight = ({ values }: { values: readonly number[] }) =>
    (least === null || isSame(Math.min(...values), least)) && (most === null || isSame(Math.max(...values), most))
  const own = columns.filter(isOf)
  const [first, second] = own
  if (!first || second || columns.some((column) => column.values.length >= FEWEST && isRight(column))) return []
  const ends = `${shown(Math.min(...first.values))} to ${shown(Math.max(...first.values))}`
  return [
    located(studied, {
      at: sentence,
      place: sentence.passage.place,
      kind: 'text-table',
      message: `“${words}”: the numbers of ${first.grid.table.place} go from ${ends}.`,
      computation: ends,
      expected: null,
      severity: 'error',
      confidence: 0.84,
    }),
  ]
}

const valuesOf = (grid: Grid): number[][] =>
  grid.heads.map((_, at) =>
    partsOf(grid).flatMap(({ values }) => (values[at]?.unit === 'count' ? [values[at].value] : [])),
  )
