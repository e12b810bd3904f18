import type { Located } from '../../finding.ts'
import { gridsNear, namedBy, namesOf, partsOf, shareColumns } from '../../near.ts'
import { shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import type { Sentence } from '../../words/sentences.ts'
import { type ShareInWords, describes, sharesIn } from '../../words/shares.ts'
import { tokensIn } from '../../words/tokens.ts'

/** `Probation and the police each attended fewer than half of the conferences`: rows named before a share in words, which their percentages are not. */
export const namedShares: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading' || ELSEWHERE.test(sentence.text)) return []
    const [share, other] = sharesIn(sentence.text)
    return share && !other ? checked(studied, sentence, share) : []
  })

const ELSEWHERE =
  /\b(?:national\w*|england|region\w*|neighbours?|target|last year|previous\w*|by (?:a|one|almost|nearly|about|over)|together|combined|between them|account\w* for|make up|made up)\b/i
const EACH = /\b(?:each|both|all)\b/i

/** Whether a percentage is under or over what the words say, or about it. */
const isSaid = (share: ShareInWords, percent: number): boolean =>
  /^(?:fewer|less) than|^under/i.test(share.words)
    ? percent < share.most + 0.5
    : /^(?:more than|over|above)/i.test(share.words)
      ? percent > share.least - 0.5
      : describes(share, percent)

function checked(studied: Studied, sentence: Sentence, share: ShareInWords): Located[] {
  const lead = sentence.text.slice(0, share.at.start).split(/[.;:]|,\s(?:but|while|whereas)\s/).at(-1) ?? ''
  if (!EACH.test(lead) || /\d/.test(lead)) return []
  const words = tokensIn(lead)
  const readings = gridsNear(studied, sentence).flatMap((grid) => {
    const [column, other] = shareColumns(grid)
    const named = namedBy(words, partsOf(grid), (row) => namesOf(grid, row)).map(({ one }) => one)
    if (column === undefined || other !== undefined || named.length < 2) return []
    return [named.flatMap((row) => (row.values[column] ? [{ row, percent: row.values[column].value, place: grid.table.place }] : []))]
  })
  const [reading] = readings
  if (!reading || readings.some((rows) => rows.every(({ percent }) => isSaid(share, percent)))) return []
  const wrong = reading.find(({ percent }) => !isSaid(share, percent))
  if (!wrong) return []
  return [
    located(studied, {
      at: sentence,
      also: wrong.row.row,
      place: sentence.passage.place,
      kind: 'text-table',
      message: `“${share.words}” does not describe “${wrong.row.label}”, which is ${shown(wrong.percent)}% (${wrong.place}).`,
      computation: `${shown(wrong.percent)}%`,
      severity: 'error',
      confidence: 0.84,
    }),
  ]
} // prettier-ignore
