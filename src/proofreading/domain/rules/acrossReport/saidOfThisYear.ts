import type { Located } from '../../finding.ts'
import { prints } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'

/** `settle 90% in time (82% this year)`: a percentage of this year that the report gives nowhere else. */
export const saidOfThisYear: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    const said = sentence.quantities.find(
      ({ kind, start, end }) =>
        kind === 'percent' &&
        /\(\s*$/.test(sentence.text.slice(0, start - sentence.start)) &&
        /^\s*(?:this year|now|at present|currently|in this year)\s*\)/i.test(sentence.text.slice(end - sentence.start)),
    )
    if (!said || said.isApproximate) return []
    const elsewhere = [
      ...studied.sentences.flatMap((one) => (one === sentence ? [] : one.quantities)),
      ...studied.grids.flatMap(({ rows }) => rows.flatMap(({ values }) => values.flatMap((value) => value ?? []))),
    ]
    const isThere = elsewhere.some(
      (one) => prints(one.value, said.value, said.decimals) || prints(said.value, one.value, one.decimals),
    )
    return isThere
      ? []
      : [
          located(studied, {
            at: sentence,
            place: sentence.passage.place,
            kind: 'text-text',
            message: `${said.text} is said of this year, and stands nowhere else in the report.`,
            expected: null,
            severity: 'warning',
            confidence: 0.82,
          }),
        ]
  })
