import type { Located } from '../../finding.ts'
import { rounded, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { after, countsIn, isForEach } from '../../words/around.ts'
import { factsOf } from '../../words/facts.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** Average caseloads that don't follow from the children and the full-time posts that the paragraph gives. */
export const caseloads: Rule = (studied) => studied.contexts.flatMap((context) => ofContext(studied, context))

const IN_TURN = /\bin the (?:first|second|third|last)\b|\brespectively\b/i
const isAverage = ({ decimals }: Quantity): boolean => decimals > 0

const CASELOAD =
  /\b(?:average|mean) (?:number of (?:children|cases)|caseloads?)\b[^;\d]{0,80}$|\bcaseloads? (?:per|for each|average\w*)\b[^;\d]{0,40}$/i
/** `each full-time IRO has 58 children`, `each FTE had an average of 65`. */
const EACH_HAS =
  /\beach (?:FTE|WTE|IRO|officer|full[- ]time (?:IRO|officer|reviewing officer|post|equivalent))\b[^;,\d]{0,30}\b(?:has|had|held|reviewed|looks? after|looked after|carr(?:y|ies|ied)|(?:is|was) responsible for)\s+(?:an average of\s+)?$/i
/** Of another time, place or kind. */
const ELSEWHERE =
  /\b(?:last year|previous\w*|handbook|recommend\w*|guidance|national\w*|region\w*|london|england|should|target|aim|years ago|range\w*|highest|lowest|maximum|minimum)\b/i
const POSTS =
  /^\s*(?:posts|IROs?|officers|equivalents?)\b|^\s*(?:\w+\s+){0,2}?(?:full|whole)[- ]time[- ](?:equivalents?|posts)\b|^\s*(?:FTEs?|WTEs?)\b/i
const NO_REVIEWING = /\b(?:manager|business|admin\w*|support|fostering|FIRO|vacan\w*|chairs?)\b/i

/** The posts of a full week: the posts of other work may be among them where the words name some. */
function postsIn(sentence: Sentence): Quantity[] {
  return sentence.quantities.filter(
    (one) =>
      (one.kind === 'fte' ||
        (one.kind === 'count' && (one.decimals > 0 || one.value < 60) && POSTS.test(after(sentence, one)))) &&
      one.value >= 1,
  )
}

type Posts = Pick<Quantity, 'kind' | 'value' | 'decimals'>

/** The officers' posts where the report tells one number of them, wherever that stands. */
function postsElsewhere(studied: Studied): Posts[] {
  const year = studied.period?.startYear
  const facts = factsOf(studied).filter(
    (fact) => fact.year === year && /^(?:full-time equivalent officers|posts of the establishment)$/.test(fact.measure),
  )
  const [first] = facts
  return first && facts.every(({ value }) => value === first.value)
    ? [{ kind: 'fte', value: first.value, decimals: first.decimals }]
    : []
}

/** Room for posts that were rounded, and for an average over the year beside the children at its end. */
const ROOM = 0.06
/** Room where the sentence gives children, posts and an average with a decimal. */
const EXACT = 0.6

function ofContext(studied: Studied, context: readonly Sentence[]): Located[] {
  const here: readonly Posts[] = context.flatMap(postsIn)
  const posts = here.length > 0 ? here : postsElsewhere(studied)
  if (posts.length === 0) return []
  const isOfYears = new Set(posts.map(({ value }) => value)).size > 1
  const own = context.flatMap((sentence) =>
    countsIn(sentence)
      .filter(
        (one) =>
          /^\s*(?:looked after |cared for )?(?:children|CLA|LAC|young people|children in care)\b/i.test(
            after(sentence, one),
          ) &&
          one.value > 20 &&
          !one.isApproximate &&
          !isForEach(sentence, one),
      )
      .map(({ value }) => value),
  )
  const known = factsOf(studied).flatMap(({ measure, year, value }) =>
    measure === 'children looked after at the year end' && year === studied.period?.startYear ? [value] : [],
  )
  const children = [...new Set([...own, ...known])]
  if (children.length === 0) return []
  return context.flatMap((sentence): Located[] => {
    const said = countsIn(sentence).find(
      (one) =>
        CASELOAD.test(sentence.text.slice(0, one.start - sentence.start)) ||
        /^\s*(?:children |cases )?(?:each|per (?:FTE|IRO|post|officer))\b/i.test(after(sentence, one)) ||
        EACH_HAS.test(sentence.text.slice(0, one.start - sentence.start)),
    )
    // Posts and averages of several years, one after the other.
    if ((isOfYears || IN_TURN.test(sentence.text)) && countsIn(sentence).filter(isAverage).length > 1) return []
    // Of posts that stand elsewhere an average without decimals may be a rough one.
    if (here.length === 0 && said?.decimals === 0) return []
    // `came down from 72.6 to 65.5`: the first is of the year before.
    if (said && /\bfrom\s+$/i.test(sentence.text.slice(0, said.start - sentence.start))) return []
    if (!said || said.value < 10 || ELSEWHERE.test(clauseOf(sentence, said))) return []
    const isOfFte = /\b(?:full|whole)[- ]time\b|\b[FW]TEs?\b/i.test(clauseOf(sentence, said))
    const fte = posts.filter(({ kind, decimals }) => kind === 'fte' || decimals > 0)
    const fits = children.some((each) =>
      (fte.length > 0 && (isOfFte || fte.length < posts.length) ? fte : posts).some(
        (post) =>
          Math.abs(each / post.value - said.value) <=
          (isExact(said, each) ? EXACT : Math.max(1, (each / post.value) * ROOM)),
      ),
    )
    function isExact({ decimals }: Quantity, each: number): boolean {
      return decimals > 0 && countsIn(sentence).some(({ value }) => value === each)
    }
    // Managers or chairs among the posts make the number of officers another.
    if (fits || (context.some(({ text }) => NO_REVIEWING.test(text)) && own.length === 0)) return []
    const [each = 0] = own.length > 0 ? own : known
    const post = fte.at(-1) ?? posts.at(-1)
    if (!post || each === 0 || each / post.value > said.value * 3) return []
    const exact = each / post.value
    return [
      located(studied, {
        at: sentence,
        place: sentence.passage.place,
        kind: 'ratio',
        message: `${shown(each)} children and ${shown(post.value)} full-time posts make an average of ${rounded(exact, said.decimals)}, not ${said.text}.`,
        computation: `${shown(each)} / ${shown(post.value)} = ${rounded(exact, said.decimals + 1)}`,
        expected: rounded(exact, said.decimals),
        severity: 'warning',
        confidence: 0.8,
      }),
    ]
  })
}

const clauseOf = ({ text, start }: Sentence, one: Quantity): string => {
  const ahead =
    text
      .slice(0, one.start - start)
      .split(/[;(]|,\s(?:and|while|but)\s/)
      .at(-1) ?? ''
  return ahead + (/^[^.;,(]{0,50}/.exec(text.slice(one.end - start))?.[0] ?? '')
}
