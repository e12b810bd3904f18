import { isSame, shown } from '../../numbers.ts'
import { type Rule, ofSentences } from '../../studied.ts'
import { between, countsIn } from '../../words/around.ts'

/** `268, eleven more than the 257 of last year and 23 fewer than the 291 of August`: each must be so many more or fewer. */
export const moreThanEach: Rule = (studied) =>
  ofSentences(studied, (sentence) => {
    const counts = countsIn(sentence).filter(({ isApproximate }) => !isApproximate)
    const comparisons = counts.flatMap((by, at) => {
      const old = counts[at + 1]
      const match = old ? THAN.exec(between(sentence, by, old)) : null
      return old && match ? [{ by, old, isMore: match[1] !== undefined }] : []
    })
    const [first] = comparisons
    const used = comparisons.flatMap(({ by, old }) => [by, old])
    const subjects = counts.filter((one) => !used.includes(one) && first !== undefined && one.end <= first.by.start)
    const [subject] = subjects
    // A single comparison is a change like any other.
    if (comparisons.length < 2 || !subject || subjects.length > 1) return []
    return comparisons.flatMap(({ by, old, isMore }) => {
      const change = isMore ? subject.value - old.value : old.value - subject.value
      if (isSame(change, by.value) || change <= 0) return []
      return [
        {
          kind: 'growth',
          message: `The change from ${shown(old.value)} to ${shown(subject.value)} is ${shown(change)}, not ${by.text}.`,
          computation: `${shown(subject.value)} - ${shown(old.value)} = ${shown(subject.value - old.value)}`,
          expected: shown(change),
          severity: 'error',
          confidence: 0.86,
        },
      ]
    })
  })

const THAN =
  /^\s*(?:(more|higher)|(?:fewer|less|lower)) than (?:the |our |last year's )?(?:(?:peak|high|low|figure|total|number|level) of )?$/i
