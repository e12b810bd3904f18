import type { Located } from '../../finding.ts'
import { countColumns, gridsNear, namedBy, namesOf, partsOf, shareColumns } from '../../near.ts'
import { rounded, shown, sumOf } from '../../numbers.ts'
import { type Rule, type Said, type Studied, located } from '../../studied.ts'
import { before, between, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { type ShareInWords, describes, sharesIn } from '../../words/shares.ts'
import { tokensIn } from '../../words/tokens.ts'

/** Shares in words, `two thirds` or `one in five`, that are not what the numbers beside them or the table near them give. */
export const sharesInWords: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index) => {
      if (sentence.passage.kind === 'heading') return []
      return sharesIn(sentence.text).flatMap((share): Located[] => {
        if (isOfChange(sentence, share)) return []
        const wrong =
          withNumbers(studied, sentence, context[index - 1], share) ??
          ofPairBefore(sentence, context[index - 1], share) ??
          (hasNumbers(sentence, share) ? null : ofTables(studied, sentence, share))
        return wrong
          ? [
              located(studied, {
                at: sentence,
                place: sentence.passage.place,
                kind: 'ratio',
                severity: 'warning',
                expected: null,
                ...wrong,
              }),
            ]
          : []
      })
    }),
  )

type Wrong = Pick<Said, 'message' | 'computation' | 'confidence' | 'also'>

/** `fell by a third`, `an increase of half`: a change, no share. */
const isOfChange = ({ text }: Sentence, { at }: ShareInWords): boolean =>
  /\b(?:by|increase of|rise of|fall of|decrease of|reduction of|drop of|growth of|improvement of|more than|from)\s+(?:just |about |around |nearly |almost |over )?$/i.test(
    text.slice(0, at.start),
  ) || /\b(?:increas|decreas|reduc|fell|fall|rose|rise|grew|drop)\w*\b[^.,;]{0,20}$/i.test(text.slice(0, at.start))

function said(share: ShareInWords, part: number, whole: number): Pick<Wrong, 'message' | 'computation'> {
  const exact = rounded((part / whole) * 100, 1)
  return {
    message: `“${share.words}” does not describe ${shown(part)} of ${shown(whole)}, which is ${exact}%.`,
    computation: `${shown(part)} / ${shown(whole)} = ${exact}%`,
  }
}

const isBeside = (words: string): boolean => words.length <= 60 && /^[^.;()]*\(\s*$|^[^.;(),]*,\s*$/.test(words)

/** `two thirds of our children (736 of 1,104)`, `nearly half, 25, …`: of the numbers that stand beside it. */
function withNumbers(
  studied: Studied,
  sentence: Sentence,
  previous: Sentence | undefined,
  share: ShareInWords,
): Wrong | null {
  const counts = countsIn(sentence)
  const part = counts.find((one) => one.start - sentence.start >= share.at.end)
  if (!part || part.isApproximate || !isBeside(sentence.text.slice(share.at.end, part.start - sentence.start)))
    return null
  const next = counts[counts.indexOf(part) + 1]
  const isOf =
    next !== undefined && /^\s*(?:out\s+)?of\s+(?:the\s+|all\s+|our\s+|these\s+)*$/i.test(between(sentence, part, next))
  const named = counts.find((one) => one.start - sentence.start >= share.at.end - 1 && one.end <= part.start)
  if (isOf && next.value > part.value)
    return describes(share, (part.value / next.value) * 100)
      ? null
      : { ...said(share, part.value, next.value), confidence: 0.88 }
  const ofThem = wholeOfThem(sentence, share, part)
  if (ofThem)
    return describes(share, (part.value / ofThem.value) * 100)
      ? null
      : { ...said(share, part.value, ofThem.value), confidence: 0.85 }
  const cell = wholeOfCell(studied, sentence, part)
  if (
    cell !== null &&
    !countsIn(sentence).some((one) => one.value > part.value && describes(share, (part.value / one.value) * 100))
  )
    return describes(share, (part.value / cell) * 100) || previousFits(previous, share, part)
      ? null
      : { ...said(share, part.value, cell), confidence: 0.83 }
  // A percentage beside it is the other rule's.
  if (named || sentence.quantities.some(({ kind }) => kind === 'percent')) return null
  const wholes = previous ? countsIn(previous).filter((one) => one.value > part.value && !one.isApproximate) : []
  const [whole] = wholes
  const isFirst = sentence.text.slice(0, share.at.start).trim().length <= 12
  if (!whole || !isFirst || wholes.some((one) => describes(share, (part.value / one.value) * 100))) return null
  return { ...said(share, part.value, whole.value), also: previous ?? null, confidence: 0.82 }
}

/** `nearly three quarters of disputes (171)`: the total of the one column near it that has the number in a row that is named. */
function wholeOfCell(studied: Studied, sentence: Sentence, part: Quantity): number | null {
  if (part.value < LEAST_OF_CELL || sentence.quantities.some(({ kind }) => kind === 'percent')) return null
  const totals = gridsNear(studied, sentence).flatMap(({ rows }) => {
    const total = rows.find(({ isTotal }) => isTotal)
    return rows.flatMap((row) =>
      row.isTotal
        ? []
        : row.values.flatMap((value, at) => {
            const whole = total?.values[at]
            return value?.value === part.value && value.unit === 'count' && whole ? [whole.value] : []
          }),
    )
  })
  const [only, other] = new Set(totals)
  return only === undefined || other !== undefined || only <= part.value ? null : only
}

const LEAST_OF_CELL = 20

const previousFits = (previous: Sentence | undefined, share: ShareInWords, part: Quantity): boolean =>
  previous !== undefined &&
  countsIn(previous).some((one) => one.value > part.value && describes(share, (part.value / one.value) * 100))

/** `298 children live with foster carers; more than a quarter of them (84) …`: the count before it in the sentence. */
function wholeOfThem(sentence: Sentence, share: ShareInWords, part: Quantity): Quantity | null {
  const words = sentence.text.slice(share.at.end)
  if (!/^\s*(?:of (?:them|these|those)|of wh(?:om|ich))\s*\(/i.test(words)) return null
  const ahead = countsIn(sentence).filter((one) => one.end - sentence.start <= share.at.start)
  const whole = ahead.at(-1)
  return whole && !whole.isApproximate && whole.value > part.value ? whole : null
}

/** `71 of our 356 children have a disability. That is one in five`: of the pair in the sentence before. */
function ofPairBefore(sentence: Sentence, previous: Sentence | undefined, share: ShareInWords): Wrong | null {
  const [part, whole, other] = previous ? countsIn(previous) : []
  if (
    !previous ||
    !part ||
    !whole ||
    other ||
    !/^\W*(?:that|this|which) (?:is|was|means|equates to)\s+(?:about |around |just |roughly )?$/i.test(
      sentence.text.slice(0, share.at.start),
    )
  )
    return null
  if (
    !/^\s*(?:\w+\s+){0,2}(?:out )?of (?:the |our |all |these )*$/i.test(between(previous, part, whole)) ||
    part.value >= whole.value
  )
    return null
  return describes(share, (part.value / whole.value) * 100)
    ? null
    : { ...said(share, part.value, whole.value), also: previous, confidence: 0.87 }
}

/** Whether a number right after the words says what the share is, or may say what it is of. */
const hasNumbers = (sentence: Sentence, share: ShareInWords): boolean =>
  sentence.quantities.some(
    (one) =>
      (one.kind === 'percent' || one.kind === 'count') &&
      one.start - sentence.start >= share.at.end &&
      one.start - sentence.start - share.at.end < 80 &&
      /[(,]\s*(?:or\s+)?$/.test(before(sentence, one)),
  )

const NARROWED =
  /\b(?:of (?:these|those|whom|which|the(?:se|m))|boys|girls|males?|females?|last year|previous|national\w*|england|region\w*|target|increase|decrease|rise|fall|reduction)\b/i

/** `almost half of the children are subject to a full care order`: of the row that the words name. */
const WHOLE =
  /^\s*of (?:the|our|all|those|these)\b.*?\b(?=(?:live[sd]?|are|were|is|was|have|had|came|took|attended|started|left)\b)/i

function ofTables(studied: Studied, sentence: Sentence, share: ShareInWords): Wrong | null {
  if (NARROWED.test(sentence.text) || sharesIn(sentence.text).length > 1) return null
  const behind = sentence.text.slice(share.at.end).split(/[,;.]|\b(?:and|but|while|whereas)\b/)[0] ?? ''
  // `A quarter of the children in foster care live with kin`: what comes before the verb is the whole.
  const clause = behind.replace(WHOLE, '')
  const words = tokensIn(clause)
  const readings = gridsNear(studied, sentence).flatMap((grid) => {
    const rows = partsOf(grid)
    const [named, second] = namedBy(words, rows, (row) => namesOf(grid, row))
    if (!named || second) return []
    const [column, other] = countColumns(studied, grid, sentence)
    const counted =
      column === undefined || other !== undefined || rows.length < 3
        ? []
        : [
            {
              grid,
              row: named.one,
              part: named.one.values[column]?.value ?? NaN,
              whole:
                grid.rows.find(({ isTotal }) => isTotal)?.values[column]?.value ??
                sumOf(rows.map((row) => row.values[column]?.value ?? 0)),
            },
          ]
    const shares = shareColumns(grid).flatMap((at) =>
      named.one.values[at] ? [{ grid, row: named.one, part: named.one.values[at].value, whole: 100 }] : [],
    )
    return [...counted, ...shares].filter(({ part, whole }) => whole > 0 && part >= 0 && part <= whole)
  })
  const [reading] = readings
  if (!reading || readings.some(({ part, whole }) => describes(share, (part / whole) * 100))) return null
  return { ...said(share, reading.part, reading.whole), also: reading.row.row, confidence: 0.82 }
}
