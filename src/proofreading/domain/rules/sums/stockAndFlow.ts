import type { Located } from '../../finding.ts'
import { isSame, shown } from '../../numbers.ts'
import { isSlip } from '../../slips.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { after, countsIn } from '../../words/around.ts'
import { factsOfMeasure } from '../../words/facts.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'
import { keyOf } from '../../words/statement.ts'
import { onlyValues } from '../../words/statements.ts'

/** `214 children came into care and 187 left it`, where the numbers at both ends of the year make it another. */
export const stockAndFlow: Rule = (studied) => {
  const year = studied.period?.startYear
  if (year === undefined || studied.sentences.some(({ text }) => PERIODS.test(text))) return []
  return studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      const came = countsIn(sentence).find((one) => CAME.test(after(sentence, one)))
      const left = countsIn(sentence).find((one) => one !== came && LEFT.test(after(sentence, one)))
      if (!came || !left || came.isApproximate || left.isApproximate || NARROWED.test(sentence.text)) return []
      const [before, now] = endsOf(studied, context.slice(0, index + 1), year)
      if (before === null || now === null) return []
      const net = came.value - left.value
      if (isSame(before + net, now) || !isOneSlip([before, came.value, left.value, now])) return []
      return [said(studied, sentence, before, came, left, now)]
    }),
  )
}

const PERIODS = /\bperiods? of (?:care|being looked after)\b|\btwice in the (?:same )?year\b/i
const CAME =
  /^\s*(?:children |young people |of them )?(?:who )?(?:had )?(?:newly )?(?:came (?:newly )?in ?to|entered|started|began to be looked after|became looked after|were (?:admitted|received))\b/i
const LEFT = /^\s*(?:children |young people |of them )?(?:who )?(?:had )?(?:left|ceased|leaving|exited|ended)\b/i
const NARROWED = /\b(?:aged|under|unaccompanied|UASC|boys|girls|quarter|month|team|locality)\b/i

/** The numbers at the beginning and the end of the year: of the paragraph, else of the report. */
function endsOf(studied: Studied, context: readonly Sentence[], year: number): [number | null, number | null] {
  const counts = context.flatMap((sentence) => countsIn(sentence).map((one) => ({ sentence, one })))
  const began = counts.find(({ sentence, one }) =>
    /\b(?:(?:began|started|opened) (?:the|this) year with|at the (?:start|beginning) of the year (?:there were|we (?:had|looked after)))\s*$/i.test(
      sentence.text.slice(0, one.start - sentence.start),
    ),
  )
  const ended = counts.find(({ sentence, one }) =>
    /\b(?:left us with|ended (?:the|this) year with|leaving|so that (?:there were|we had)|makes|gives|made|at the end of the year there were)\s*$/i.test(
      sentence.text.slice(0, one.start - sentence.start),
    ),
  )
  const known = (of: number): number | null => {
    const values = new Set(
      factsOfMeasure(studied, 'children looked after at the year end', of).map(({ value }) => value),
    )
    const told = onlyValues(studied).get(keyOf({ entity: 'child', narrowed: [] }, 'count', of))?.value ?? null
    return values.size === 1 ? ([...values][0] ?? null) : values.size === 0 ? told : null
  }
  return [began?.one.value ?? known(year - 1), ended?.one.value ?? known(year)]
}

/** Whether the numbers would fit with the digits of one of them in another order, or one digit another. */
const isOneSlip = ([before = 0, came = 0, left = 0, now = 0]: readonly number[]): boolean =>
  isSlip(came, now - before + left) ||
  isSlip(left, before + came - now) ||
  isSlip(before, now - came + left) ||
  isSlip(now, before + came - left)

function said(studied: Studied, at: Sentence, before: number, came: Quantity, left: Quantity, now: number): Located {
  const exact = before + came.value - left.value
  return located(studied, {
    at,
    place: at.passage.place,
    kind: 'sum',
    message: `From ${shown(before)}, with ${came.text} who came and ${left.text} who left, ${shown(exact)} would be left, not ${shown(now)}.`,
    computation: `${shown(before)} + ${shown(came.value)} - ${shown(left.value)} = ${shown(exact)}`,
    expected: null,
    severity: 'error',
    confidence: 0.84,
  })
}
