import { type Rule, located } from '../../studied.ts'
import { numberOf } from '../../words/quantities.ts'

/** `nine IROs, five full time and three part time`, `71 families (52 children)`, `4 siblings (of 3)`: people told in two ways that do not fit. */
export const peopleTold: Rule = (studied) =>
  studied.sentences.flatMap((sentence) => {
    const wrong = sentence.passage.kind === 'heading' ? null : (fullAndPart(sentence.text) ?? families(sentence.text) ?? ofFewer(sentence.text))
    return wrong
      ? [
          located(studied, {
            at: sentence,
            place: sentence.passage.place,
            kind: 'sum',
            message: wrong.message,
            computation: wrong.computation,
            severity: 'error',
            confidence: 0.85,
          }),
        ]
      : []
  }) // prettier-ignore

interface Wrong {
  message: string
  computation: string
}

const N = String.raw`(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)(?!\.\d|,\d|-?\d|%|\s?FTE|\s?WTE)`

const STAFF = String.raw`(?:IROs?|(?:independent )?(?:reviewing )?officers?|members of staff|staff members|people|chairs|workers)`
const FULL_AND_PART = new RegExp(
  String.raw`(?<![\d.,])\b${N} (?:[a-z-]+ ){0,2}?${STAFF}\b([^.;\d]{0,40}?)(?<![\d.,])\b${N}(?: (?!and\b)[\w']+){0,5}? (full|part)[- ]time(?: [a-z]+){0,2}?,? and (?:the other |another )?${N}(?: [a-z]+){0,3}? (full|part)[- ]time\b([^.;]{0,40})`,
  'i',
)

/** `The team has nine IROs, five full time and three part time`. */
function fullAndPart(text: string): Wrong | null {
  const match = FULL_AND_PART.exec(text)
  if (!match) return null
  const [, whole, gap = '', one, way = '', other, otherWay = '', rest = ''] = match
  if (way.toLowerCase() === otherWay.toLowerCase() || /\b(?:plus|and|as well as|with a|in addition|of whom (?:only|at least))\s*$/i.test(gap)) return null
  if (/\b(?:and|plus|with) (?:\d|one|two|three|four|an?) /i.test(rest)) return null
  const [all, first, second] = [numberOf(whole), numberOf(one), numberOf(other)]
  if (all < 1 || first + second === all) return null
  return { message: `${first} and ${second} are ${first + second}, and the whole is given as ${all}.`, computation: `${first} + ${second} = ${first + second}` }
} // prettier-ignore

const IN_FAMILIES = [
  /(?<![\d.,])(\d{1,4}) famil(?:y|ies) \((?:with |of )?(\d{1,4}) children(?: in all| altogether)?\)/i,
  /(?<![\d.,])(\d{1,4}) (?:families|households) (?:with|of|and) (?:a total of |in all |altogether )?(\d{1,4}) children\b/i,
]
const FROM_FAMILIES = /(?<![\d.,])(\d{1,4}) children (?:from|of|in) (\d{1,4}) (?:different )?families\b/i

/** `71 families (52 children)`: each of them has one at least. */
function families(text: string): Wrong | null {
  const match = IN_FAMILIES.map((form) => form.exec(text)).find((one) => one !== null)
  const turned = match ? null : FROM_FAMILIES.exec(text)
  const [homes, children] = match ? [Number(match[1]), Number(match[2])] : [Number(turned?.[2]), Number(turned?.[1])]
  if (!(homes > children)) return null
  return { message: `${homes} families cannot have only ${children} children.`, computation: `${homes} > ${children}` }
} // prettier-ignore

const OF = new RegExp(String.raw`(?<![\d.,])\b${N} (?:(?!and\b)[a-z-]+ ){0,2}?\((?:out )?of (?:a total of |a group of )?${N}\)`, 'gi') // prettier-ignore

/** `4 siblings (of 3)`. */
function ofFewer(text: string): Wrong | null {
  const match = [...text.matchAll(OF)].find(([, part, whole]) => numberOf(part) > numberOf(whole))
  return match ? { message: `“${match[0]}” is more than all of them.`, computation: `${numberOf(match[1])} > ${numberOf(match[2])}` } : null
} // prettier-ignore
