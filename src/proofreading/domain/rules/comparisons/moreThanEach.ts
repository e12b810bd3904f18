import type { Located } from '../../finding.ts'
import { isSame, prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Said, located } from '../../studied.ts'
import { before, between, countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/**
 * `268, eleven more than the 257 of last year and 23 fewer than the 291 of August`: each must be so many more or fewer; `boys
 * outnumber girls by 148 to 120`: the first must be more; `it remains below the 17 of 2020/21`: the number just told must be.
 */
export const moreThanEach: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, at): Located[] =>
      sentence.passage.kind === 'heading'
        ? []
        : [...byHowMany(sentence), ...outnumbers(sentence), ...remains(sentence, context[at - 1])].map((wrong) =>
            located(studied, { at: sentence, place: sentence.passage.place, severity: 'error', ...wrong }),
          ),
    ),
  )

type Wrong = Pick<Said, 'kind' | 'message' | 'computation' | 'confidence' | 'expected' | 'also'>

const THAN =
  /^\s*(?:(more|higher)|(?:fewer|less|lower)) than (?:the |our |last year's )?(?:(?:peak|high|low|figure|total|number|level) of )?$/i

/** Of several in one sentence: a single one is a change like any other. */
function byHowMany(sentence: Sentence): Wrong[] {
  const counts = countsIn(sentence).filter(({ isApproximate }) => !isApproximate)
  const structures = counts.flatMap((by, at) => {
    const old = counts[at + 1]
    const match = old ? THAN.exec(between(sentence, by, old)) : null
    return old && match ? [{ by, old, isMore: match[1] !== undefined }] : []
  })
  const [first] = structures
  const used = structures.flatMap(({ by, old }) => [by, old])
  const subjects = counts.filter((one) => !used.includes(one) && first !== undefined && one.end <= first.by.start)
  const [subject] = subjects
  if (structures.length < 2 || !subject || subjects.length > 1) return []
  return structures.flatMap(({ by, old, isMore }): Wrong[] => {
    const change = isMore ? subject.value - old.value : old.value - subject.value
    if (isSame(change, by.value) || change <= 0) return []
    return [
      {
        kind: 'growth',
        message: `The change from ${shown(old.value)} to ${shown(subject.value)} is ${shown(change)}, not ${by.text}.`,
        computation: `${shown(subject.value)} - ${shown(old.value)} = ${shown(subject.value - old.value)}`,
        expected: shown(change),
        confidence: 0.86,
      },
    ]
  })
}

const OUTNUMBER =
  /\boutnumber(?:s|ed)?\b[^.;\d]{0,60}\bby (\d[\d,]*) to (\d[\d,]*)(?:\s*\((\d+(?:\.\d+)?)% (?:and|to|against) (\d+(?:\.\d+)?)%\))?/i

function outnumbers(sentence: Sentence): Wrong[] {
  const match = OUTNUMBER.exec(sentence.text)
  if (!match) return []
  const [one = 0, other = 0] = [match[1], match[2]].map((digits = '') => Number(digits.replaceAll(',', '')))
  if (one < other)
    return [
      {
        kind: 'text-text',
        message: `What outnumbers the other is ${shown(one)} here, and the other ${shown(other)}.`,
        computation: `${shown(one)} < ${shown(other)}`,
        confidence: 0.86,
      },
    ]
  const share = match[3]
  const exact = (one / (one + other)) * 100
  const decimals = share?.split('.')[1]?.length ?? 0
  if (share === undefined || prints(exact, Number(share), decimals)) return []
  return [
    {
      kind: 'percentage',
      message: `${shown(one)} of ${shown(one + other)} is ${rounded(exact, decimals)}%, not ${share}%.`,
      computation: `${shown(one)} / ${shown(one + other)} = ${rounded(exact, decimals + 2)}%`,
      expected: `${rounded(exact, decimals)}%`,
      confidence: 0.86,
    },
  ]
}

const REMAINS =
  /\b(?:it|this|that|the (?:number|figure|total)|they|numbers) (?:still )?(?:remains?|remained|is|was|are|were|stays?|stayed) (?:still |well |slightly |just )?(?:(above|higher than|more than)|below|lower than|fewer than|less than) (?:the |our )?$/i

/** Of the one count of the sentence before. */
function remains(sentence: Sentence, previous: Sentence | undefined): Wrong[] {
  const [told, other] = previous ? countsIn(previous) : []
  if (!previous || !told || other || told.isApproximate) return []
  return countsIn(sentence).flatMap((bound: Quantity): Wrong[] => {
    const match = REMAINS.exec(before(sentence, bound))
    if (!match || bound.isApproximate || isSame(told.value, bound.value)) return []
    const isAbove = told.value > bound.value
    if (
      isAbove === (match[1] !== undefined) ||
      !/^\s*(?:of|in|at|a year|last)\b/i.test(sentence.text.slice(bound.end - sentence.start))
    )
      return []
    return [
      {
        kind: 'text-text',
        also: previous,
        message: `${told.text} is ${isAbove ? 'above' : 'below'} ${bound.text}.`,
        computation: `${shown(told.value)} ${isAbove ? '>' : '<'} ${shown(bound.value)}`,
        confidence: 0.82,
      },
    ]
  })
}
