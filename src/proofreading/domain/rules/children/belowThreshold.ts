import type { Located } from '../../finding.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import { valueOfWords } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `three girls of 15 who have babies`, in a report that says that it gives no number of children below five. */
export const belowThreshold: Rule = (studied) => {
  const said = saidIn(studied)
  if (!said) return []
  return studied.sentences.flatMap((sentence): Located[] => {
    // `2 Children.`: a heading with its number.
    if (sentence === said.sentence || sentence.passage.kind === 'heading' || sentence.text.length < SHORTEST) return []
    if (STORY.test(`${sentence.passage.place} ${sentence.text}`) || ELSEWHERE.test(sentence.text)) return []
    const count = countsIn(sentence).find(
      (one) =>
        one.value >= 2 &&
        one.value < said.least &&
        !one.isApproximate &&
        one.decimals === 0 &&
        CHILDREN.test(sentence.text.slice(one.end - sentence.start)) &&
        !/\b(?:the|these|those|every|each|first|last|other|next|all)\s+$/i.test(sentence.text.slice(0, one.start - sentence.start)),
    )
    if (!count) return []
    return [
      located(studied, {
        at: sentence,
        also: said.sentence,
        place: sentence.passage.place,
        kind: 'small-cell',
        message: `${count.text} children are told of, and the report says that it gives no number below ${said.least}.`,
        computation: `${count.value} is under ${said.least}`,
        severity: 'note',
        confidence: 0.82,
      }),
    ]
  })
} // prettier-ignore

const SHORTEST = 25
const SMALLER =
  /\b(?:below|under|fewer than|smaller than|less than|lower than)\s+(\d{1,2}|three|four|five|six|ten|eleven)\b/i
const NOT_GIVEN =
  /\b(?:not|no|never|nor|without|suppress\w*|hidden|withheld)\b[^.;]{0,60}\b(?:show|shown|give|given|publish\w*|print\w*|report\w*|number|group|count|figure)s?\b|\b(?:numbers?|groups?|counts?|figures?)\b[^.;]{0,60}\b(?:suppress\w*|hidden|withheld|left out)\b/i
const OF_NUMBERS = /\b(?:numbers?|groups?|counts?|figures?|totals?|cells?)\b/i

/** The sentence by which a report says which numbers it does not give, and the least that it does. */
function saidIn({ sentences }: Studied): { sentence: Sentence; least: number } | null {
  for (const sentence of sentences) {
    const words = SMALLER.exec(sentence.text)?.[1]
    if (words === undefined || !NOT_GIVEN.test(sentence.text) || !OF_NUMBERS.test(sentence.text)) continue
    const least = /^\d/.test(words) ? Number(words) : words === 'ten' ? 10 : valueOfWords(words)
    if (least >= 3 && least <= 11) return { sentence, least: Math.min(least, 5) }
  }
  return null
}

/** What is told of somebody with details changed, or of a few of many for an example. */
const STORY =
  /\b(?:story|stories|case stud\w+|examples?|instances?|vignettes?|quot\w+|details (?:have been |are |were )?(?:changed|altered)|wrote|says|writes|told us)\b/i
const ELSEWHERE =
  /\b(?:trained|training|members|council|forum|panel|board|interview\w*|inspectors|ambassadors|will|should|would|must|if|when|one in|out of|moves|placements?|or more|at least|sibling groups? of|famil(?:y|ies)|homes? (?:for|of)|beds?|staff|IROs (?:are|have))\b/i
const CHILDREN =
  /^\s+(?:[A-Za-z'-]+ ){0,3}?(?:child(?:ren)?|young (?:person|people|women|men)|boys?|girls?|babies)\b(?!'|’)(?! (?:council|in care council|forum|groups?))/i
