import type { Located } from '../../finding.ts'
import { type Rule, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

const LEAST_PRINTED = 5

/** Sentences that count fewer than five children and say of them what few others are. Source: the DfE's rules on small numbers. */
export const smallCounts: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    const told = TELLING.exec(sentence.text)
    const count = told ? countsIn(sentence).find((one) => isSmall(sentence, one)) : undefined
    if (
      !told ||
      !count ||
      NOT_OF_CHILDREN.test(sentence.text) ||
      STORY.test(sentence.passage.place) ||
      sentence.passage.kind === 'heading'
    )
      return []
    // `Three brothers had been placed`: who is counted, and nothing that tells who they are.
    const behind = sentence.text.slice(count.end - sentence.start)
    if (
      /^\s*(?:[a-z]+ )?(?:brothers|sisters|twins|triplets)\b/i.test(behind) &&
      [...sentence.text.matchAll(new RegExp(TELLING, 'gi'))].every(([words]) =>
        /^(?:brothers|sisters|twins|triplets)$/i.test(words),
      )
    )
      return []
    // One child is an example of many, unless it is said where the child is.
    if (count.value === 1 && !ONLY_ONE.test(sentence.text)) return []
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'small-cell',
        message: `A count of ${count.text} with “${told[0]}” beside it can tell who somebody is: hide it or say less before the report is published.`,
        computation: `${count.value} is under ${LEAST_PRINTED}`,
        expected: null,
        severity: 'note',
        confidence: 0.85,
      }),
    ]
  })

/** What tells children apart: origin, faith, health, custody, and who is with them. */
const TELLING =
  /\b(?:gyps(?:y|ies)|roma|travellers?|chinese|bangladeshi|pakistani|indian|vietnamese|albanian|eritrean|ethiopian|somali|sudanese|afghan|kurdish|syrian|iranian|iraqi|polish|romanian|arab|jewish|muslim|sikh|hindu|buddhist|jehovah's witness(?:es)?|secure (?:accommodation|unit|children's home|home|order)|young offenders?|in custody|remand(?:ed)?|pregnant|(?:young|teenage) (?:mothers?|fathers?|parents?)|parent and (?:baby|child)|mother and baby|twins?|triplets?|sisters|brothers|transgender|non-binary|wheelchair|deaf|blind|(?:hearing|visual(?:ly)?)[- ]impair\w*|down'?s syndrome|HIV|died|suicid\w*|sexual(?:ly)? \w+|trafficked|detained|aged (?:under|below) (?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:\w+ ){0,3}(?:placed|lived?|living|moved)|unregistered (?:placement|home|setting)s?)\b/i

/** `2 young people`, `three of the children`, `3 Traveller children`. */
const CHILDREN =
  /^\s*(?:of (?:the|our|these|those) )?(?:[A-Za-z'-]+ ){0,3}?(?:child(?:ren)?|young (?:person|people|wom[ae]n|m[ae]n)|boys?|girls?|bab(?:y|ies)|siblings?|sisters?|brothers?|care leavers?|looked after)\b/i

const NOT_OF_CHILDREN =
  /\b(?:training|trained|workshops?|sessions?|staff|workers?|IROs? (?:is|are|has|have)|for example|case study|good practice|will|should|policy|guidance|survey|target|application|court|EWHC|judgment)\b|\[(?:19|20)\d{2}\]/i

/** Headings of what is told with details changed. */
const STORY = /\b(?:story|stories|case stud\w+|examples?|vignettes?)\b/i

const ONLY_ONE =
  /\b(?:[Oo]nly|[Jj]ust|single)\b|\b(?:in|at|near) (?!January|February|March|April|May|June|July|August|September|October|November|December|Q\d)[A-Z][a-z]{3,}\b/

const isSmall = (sentence: Sentence, count: Quantity): boolean =>
  !count.isApproximate &&
  count.decimals === 0 &&
  count.value >= 1 &&
  count.value < LEAST_PRINTED &&
  CHILDREN.test(sentence.text.slice(count.end - sentence.start))
