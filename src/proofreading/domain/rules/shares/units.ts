import type { Located } from '../../finding.ts'
import { prints, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'
import { after, before } from '../../words/around.ts'
import { changesIn } from '../../words/changes.ts'
import type { Quantity } from '../../words/quantities.ts'
import { type Sentence, withJoined } from '../../words/sentences.ts'

/** Differences of percentages printed in per cent, and percentages without their sign. */
export const units: Rule = (studied) => {
  const all = withJoined(studied.sentences).flatMap((sentence) => points(sentence).map((one) => ({ sentence, one })))
  // A sentence alone may not say what it says together with the one before.
  const better = ({ sentence, one }: (typeof all)[number]) =>
    all.find(
      (other) =>
        other.one.confidence > one.confidence &&
        other.sentence.start <= sentence.start &&
        other.sentence.end >= sentence.end,
    ) ??
    all.find(
      (other) =>
        other.sentence !== sentence &&
        other.one.message === one.message &&
        other.sentence.start >= sentence.start &&
        other.sentence.end <= sentence.end,
    )
  return [
    ...all.filter((one) => !better(one)),
    ...studied.sentences.flatMap((sentence) => unsigned(sentence).map((one) => ({ sentence, one }))),
  ].map(({ sentence, one }): Located =>
    located(studied, { at: sentence, place: sentence.passage.place, kind: 'unit', ...one }),
  )
}

interface Wrong {
  message: string
  expected: string
  severity: 'warning' | 'note'
  confidence: number
  computation?: string
}

function points(sentence: Sentence): Wrong[] {
  return changesIn(sentence).flatMap(({ from, to, byPercent }): Wrong[] => {
    if (byPercent?.kind !== 'percent' || to?.kind !== 'percent' || (from && from.kind !== 'percent')) return []
    // `by 10.3% in one year and by 17.2% in the next`: two changes.
    if (/\bby\s*$/i.test(before(sentence, to))) return []
    // `rose by 28.1% this year (32 to 41)`: of the old number, as it says.
    if (/^[^.;()]{0,30}\([\d,]+ to [\d,]+\)/.test(sentence.text.slice(byPercent.end - sentence.start))) return []
    if (!from) {
      const message = `It is not said whether ${byPercent.text} is in percentage points or per cent of the old percentage.`
      return [{ message, expected: `${shown(byPercent.value)} percentage points`, severity: 'note', confidence: 0.75 }]
    }
    const change = Math.abs(to.value - from.value)
    if (!prints(change, byPercent.value, byPercent.decimals)) return []
    return [
      {
        message: `The difference between ${from.text} and ${to.text} is ${shown(change)} percentage points, not ${byPercent.text}.`,
        expected: `${shown(change)} percentage points`,
        computation: `${shown(to.value)} - ${shown(from.value)} = ${shown(to.value - from.value)}`,
        severity: 'warning',
        confidence: 0.9,
      },
    ]
  })
}

/** What follows a number that is no percentage. */
const OTHER_UNIT =
  /^\s*(?:%|FTE|WTE|posts?|per\b|p\/|days?|weeks?|months?|years?|hours?|miles?|km|children|young|cases|reviews|IROs?|officers?|staff|million|thousand|£|out of|of the|for (?:each|every)|each\b|times\b|a (?:child|month|week)\b|on average|points?|or (?:more|less))/i

function unsigned(sentence: Sentence): Wrong[] {
  const percents = sentence.quantities.filter(
    ({ kind, text }) => kind === 'percent' || (kind === 'range' && text.includes('%')),
  )
  if (percents.length === 0) return []
  const found = sentence.quantities.find(
    (one) =>
      one.kind === 'count' &&
      one.decimals > 0 &&
      one.value < 100 &&
      !OTHER_UNIT.test(after(sentence, one, false)) &&
      isMeasure(sentence, one),
  )
  if (!found) return []
  return [
    {
      message: `${found.text} stands among percentages without a unit.`,
      expected: `${found.text}%`,
      severity: 'warning',
      confidence: 0.85,
    },
  ]
}

const isMeasure = (sentence: Sentence, one: Quantity): boolean =>
  /\b(?:average|mean|figure|performance|total|overall|rate) of\s*$|\b(?:was|is|at|stands at|stood at|to|from)\s*$/i.test(
    before(sentence, one, false),
  ) && !/\b(?:ratio|caseload|score|age|population)\b/i.test(sentence.text)
