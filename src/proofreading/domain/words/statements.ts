import { prints } from '../numbers.ts'
import type { Studied } from '../studied.ts'
import { isForEach, isOfOneKind } from './around.ts'
import { type Concepts, conceptsIn, narrowedBy, without } from './concepts.ts'
import { startOf, yearOf } from './facts.ts'
import { wholeOf } from './pairs.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'
import { MOST_WORDS, SMALLEST, type Statement, TIMES, keyOf } from './statement.ts'
import { statementsOfChange } from './statementsOfChange.ts'
import { statementsOfGrid } from './statementsOfGrid.ts'

/** What the sentences and the tables of a report say. */
export function statementsOf(studied: Studied): readonly Statement[] {
  const known = statementsOfReports.get(studied)
  if (known) return known
  const reported = studied.period?.startYear ?? 0
  const statements = [
    ...studied.contexts.flatMap((context) =>
      context.flatMap((sentence, at) => {
        const own = statementsIn(sentence, reported)
        const changed = sentence.passage.kind === 'heading' ? [] : statementsOfChange(sentence, own, reported)
        return own.length + changed.length > 0
          ? [...own, ...changed]
          : yearBefore(sentence, statementsIn(context[at - 1] ?? sentence, reported), reported)
      }),
    ),
    ...studied.grids.flatMap((grid) => statementsOfGrid(grid, reported)),
  ]
  statementsOfReports.set(studied, statements)
  return statements
}

const statementsOfReports = new WeakMap<Studied, readonly Statement[]>()

const THEN =
  /^\W*(?:(?:in|for) \S+ |(?:a year|twelve months|the year) (?:before|earlier|ago),? )?(?:there (?:were|had been)|it (?:was|had been)|the (?:number|figure|total) (?:was|had been))\s+$/i
const YEAR_BEFORE = /^\W*(?:a year|twelve months|the year) (?:before|earlier|ago)\b/i

/** `There were 80 in 2020/21.`: last year's number of what the sentence before tells the number of. */
function yearBefore(sentence: Sentence, [one, other]: readonly Statement[], reported: number): Statement[] {
  const [first, second] = sentence.quantities.filter(
    ({ kind }) => kind !== 'period' && kind !== 'year' && kind !== 'date',
  )
  const years = sentence.quantities.flatMap(({ kind, text }) =>
    kind === 'period' || kind === 'year' || kind === 'date' ? [startOf(text)] : [],
  )
  if (!one || other || !first || second || first.kind !== one.unit || first.isApproximate) return []
  const isBefore =
    years.length === 0 ? YEAR_BEFORE.test(sentence.text) : years.length === 1 && years[0] === reported - 1
  if (!isBefore || one.year !== reported) return []
  if (!THEN.test(sentence.text.slice(0, first.start - sentence.start))) return []
  return [
    {
      ...one,
      key: keyOf(one.concepts, one.unit, reported - 1),
      year: reported - 1,
      value: first.value,
      decimals: first.decimals,
      at: sentence,
      place: sentence.passage.place,
      sentence,
    },
  ]
}

/** Of each thing that has one value wherever it is told of, the statement. */
export type Known = ReadonlyMap<string, Statement>

/** The things of a report that have one value. */
export function onlyValues(studied: Studied): Known {
  const known = knownOfReports.get(studied)
  if (known) return known
  const groups = Map.groupBy(statementsOf(studied), ({ key }) => key)
  const values = new Map(
    [...groups].flatMap(([key, all]): [string, Statement][] => {
      const exact = all.toSorted((a, b) => b.decimals - a.decimals)[0]
      return exact && all.every(({ value, decimals }) => prints(exact.value, value, decimals)) ? [[key, exact]] : []
    }),
  )
  knownOfReports.set(studied, values)
  return values
}

const knownOfReports = new WeakMap<Studied, Known>()

/** Of these the whole are reviews of children who can speak for themselves. */
const OF_FOUR = new Set(['took part', 'attended'])

/** The counts that a share is of: a part, and each whole that it may be a part of. */
export function partsOfShare(known: Known, concepts: Concepts, year: number): { part: Statement; whole: Statement }[] {
  const part = known.get(keyOf(concepts, 'count', year))
  if (!part) return []
  return concepts.narrowed.flatMap((name) => {
    const bare = without(concepts, name)
    const whole = known.get(keyOf(OF_FOUR.has(name) ? narrowedBy(bare, 'aged 4 and over') : bare, 'count', year))
    return whole && whole.value >= part.value ? [{ part, whole }] : []
  })
}

/** Headings under which numbers are aims or those of others. */
const AHEAD =
  /\b(?:priorit\w*|next (?:year|steps)|looking (?:ahead|forward)|going forward|plans? for|action plan|aims|targets|recommendations|what (?:we plan|next))\b/i
/** Words that make a number one of another time or place, or no number of what is. */
const OTHERWISE =
  /\b(?:last year|previous\w*|prior year|year before|a year (?:ago|earlier)|compar\w*|than|target\w*|aim\w*|ambition|nation\w*|region\w*|england|neighbours?|average\w*|monthly|(?:per|a|each|every) month|quarter\w*|q[1-4]|range\w*|between|from|by|further|additional|rest|half|quarter|third|together|sum|aim|another|more|fewer|less|these|those|them|whom|which|would|should|will|if|expect\w*|want\w*|rule|since|remaining|other|others|sampl\w*|survey\w*|respon\w*|all but|at least|against|minus|plus|rate|ratio|both|difference)\b/i
const LONGEST = 140
/** `Children whose reviews were all on time`: of children by all of their reviews, which is a measure of its own. */
const ALL_OF_THEIRS =
  /\b(?:whose (?:\w+ )?reviews|all (?:of )?their reviews|(?:all|each|every one) of whose reviews|reviews were all)\b/i

/** `Among those of 16 and 17 …`, `over the three years …`: all that the sentence tells is of those, or of several years. */
const OF_SOME =
  /^\W*(?:among|amongst|of|for) (?:those|the|our|children|young people)\b[^,;]{0,40}\b(?:of|aged?|over|under|from)\s+\d|\b(?:over|in|during|for) (?:the |these |those )?(?:last |past )?(?:two|three|four|five) years\b|\b(?:[a-z]+|\d+) times(?: or more| at least)?\b/i

function statementsIn(sentence: Sentence, reported: number): Statement[] {
  if (sentence.passage.kind === 'heading' || AHEAD.test(sentence.passage.place)) return []
  return sentence.quantities.flatMap((quantity): Statement[] => {
    if (
      (quantity.kind !== 'count' && quantity.kind !== 'percent') ||
      quantity.isApproximate ||
      isForEach(sentence, quantity) ||
      (quantity.kind === 'count' && (quantity.value < SMALLEST || quantity.decimals > 0))
    )
      return []
    const words = wordsAround(sentence, quantity)
    const year = yearOf(sentence, quantity, reported)
    if (words === null || words.length > LONGEST || OTHERWISE.test(words) || year === null) return []
    if (ALL_OF_THEIRS.test(sentence.text) || OF_SOME.test(sentence.text)) return []
    const concepts = ofReviews(conceptsIn(words), quantity, sentence)
    if (concepts.entity === null || concepts.narrowed.length > MOST_WORDS) return []
    if (concepts.narrowed.length === 0 && !isWholeSaid(sentence, quantity)) return []
    return [
      {
        key: keyOf(concepts, quantity.kind, year),
        concepts,
        unit: quantity.kind,
        year,
        value: quantity.value,
        decimals: quantity.decimals,
        of: quantity.kind === 'percent' ? ofWhat(sentence, quantity) : null,
        at: sentence,
        place: sentence.passage.place,
        sentence,
      },
    ]
  })
}

/** Whether the words tell of all there are: `there were 924 children`, `96 disputes were raised`. */
function isWholeSaid(sentence: Sentence, { kind, start, end }: Quantity): boolean {
  const lead = sentence.text.slice(0, start - sentence.start)
  const behind = sentence.text.slice(end - sentence.start)
  if (kind !== 'count' || /^\s*of\b/i.test(behind) || /\bof (?:the|all|our|these|those)?\s*$/i.test(lead)) return false
  return (
    /\b(?:there (?:were|are|was)(?: currently| now| then)?|(?:we|service|IROs?|officers|team|council|county|borough|city) (?:\w+ )?(?:held|chaired|raised|made|looked after|looking after|look after|cared for|was responsible for|started|recorded|received)|responsible for|total of|number of \w+(?: \w+){0,2} (?:was|were|is|stood at)|we)\s+(?:a total of )?$/i.test(
      lead,
    ) ||
    /^\s*(?:[\w'-]+\s+){1,4}?(?:were|was) (?:held|chaired|raised|made|started|recorded|received|looked after|in (?:our )?care)\b/i.test(
      behind,
    ) ||
    /^\s*(?:[\w'-]+\s+){1,3}?took place\b/i.test(behind)
  )
}

/** What is told of reviews, or of children and their reviews, by whatever word. */
const OF_REVIEWS = new Set(['took part', 'attended', 'in time', 'late', 'not taking part'])
/** What is in time as well, and what is attended. */
const OTHER_THINGS =
  /\b(?:visit\w*|health|PEPs?|education|plans?|minutes|records?|letters?|pathway|foster\w*|conferences?|complain\w*|referral\w*|resol\w*|respon\w*|training|school|survey|parents?|carers?|audit\w*)\b/i

/**
 * Shares of children who took part, of reviews in which they did, and `participation was 94%` are one; a count of children is
 * no count of reviews.
 */
function ofReviews({ entity, narrowed }: Concepts, quantity: Quantity, sentence: Sentence): Concepts {
  const isOfReviews = narrowed.some((name) => OF_REVIEWS.has(name))
  const isTakenPart = narrowed.some((name) => name === 'took part' || name === 'attended')
  const bare = isTakenPart ? narrowed.filter((name) => name !== 'aged 4 and over') : narrowed
  if (!isOfReviews || entity === 'review') return { entity, narrowed: bare }
  if (quantity.kind !== 'percent' || (entity !== null && entity !== 'child')) return { entity, narrowed }
  const isPlain = !OTHER_THINGS.test(`${sentence.text} ${sentence.passage.place}`) && !isOfOneKind(sentence, quantity)
  return isPlain ? { entity: 'review', narrowed: bare } : { entity: null, narrowed }
}

const ofWhat = (sentence: Sentence, { end }: Quantity): string | null => {
  const words = /^\s*of (?:all |the |our |these )*((?:[\w'-]+ ){0,3}?(?:reviews?|children|young people))\b/i.exec(
    sentence.text.slice(end - sentence.start),
  )?.[1]
  return words === undefined ? null : /reviews?$/i.test(words) ? 'review' : 'child'
}

/** Where a number is the whole of which others are parts. */
const OF_IT = /\b(?:out )?(?:of|among|amongst)\s+(?:(?:the|all|our|these|those|its|their|a|total|of)\s+)*$/i
/** What begins to tell something of a whole, and is no name of it. */
const VERB =
  /\b(?:were|was|are|is|had|have|has|who|which|that|took|came|gave|did|attended|participated|contributed|where|in which|left|became|held)\b/i

/**
 * The words that say of what a number is, with dates left out; null where they can't be told from those of another number.
 * A percentage in brackets is of what the number before it is.
 */
function wordsAround(sentence: Sentence, quantity: Quantity): string | null {
  const { quantities, text, start } = sentence
  const lead = text.slice(0, quantity.start - start)
  const numbers = quantities.filter(({ kind }) => ['count', 'percent', 'fte', 'money', 'points', 'rate'].includes(kind))
  const at = numbers.indexOf(quantity)
  const previous = numbers[at - 1]
  if (
    previous &&
    /^[^().;:,]{0,50}\(\s*(?:or |i\.e\. )?$/.test(text.slice(previous.end - start, quantity.start - start))
  )
    return previous.kind === quantity.kind || !/^\s*%?\)/.test(text.slice(quantity.end - start))
      ? null
      : wordsAround(sentence, previous)
  // `moved on at 18`: an age.
  if (/\([^()]*$/.test(lead) || /\b(?:at|aged?|turn(?:ed|ing))\s+$/i.test(lead)) return null
  // What stands in a bracket of its own, `866 (94.5%) had …`, is passed over.
  const bracket = /^\s*\([^()]*\)/.exec(text.slice(quantity.end - start))?.[0].length ?? 0
  const next = numbers.find((one) => one.start >= quantity.end + bracket && one !== quantity)
  // `46% of all 903`: of another whole than the measure's.
  if (
    quantity.kind === 'percent' &&
    next &&
    OF_IT.test(text.slice(quantity.end - start, next.start - start).slice(bracket))
  )
    return null
  // `48 were adopted, 26.7% of all leavers`: the words are of the whole.
  if (
    quantity.kind === 'percent' &&
    /^\s*of (?:all|the|our)\b/i.test(text.slice(quantity.end - start)) &&
    !VERB.test(text.slice(quantity.end - start))
  )
    return null
  const isWhole = OF_IT.test(lead)
  const behindAll = text.slice(quantity.end - start).replace(/^\s*\([^()]*\)/, '')
  const behind = isWhole
    ? (upTo(behindAll, VERB) ?? behindAll)
    : next
      ? withoutLast(text.slice(quantity.end - start + bracket, next.start - start), text.slice(next.end - start))
      : behindAll
  const reach = (/^[^.;:,()]*/.exec(behind.replaceAll(/\([^()]*\)/g, ' '))?.[0] ?? '').trim()
  const led = isWhole ? '' : aheadOf(sentence, quantity, previous)
  // `61 late reviews concern 57 children`: what stands before is the other number's, where this one has a noun of its own.
  const isOfPrevious = previous !== undefined && conceptsIn(led).entity !== null && conceptsIn(reach).entity !== null
  const ahead = isOfPrevious ? '' : led
  if (isWhole && (wholeOf(sentence) !== quantity || isNarrowedAround(sentence, quantity))) return null
  const whole = wholeOf(sentence)
  const wholeWords =
    whole &&
    whole !== quantity &&
    whole.end <= quantity.start &&
    whole.value >= quantity.value &&
    quantity.kind === 'count'
      ? (upTo(text.slice(whole.end - start), /[,;]/) ?? '')
      : ''
  // `Of the 916 reviews …, the child was there in 511`: without a word for it, what narrows it is not known.
  if (wholeWords !== '' && conceptsIn(`${ahead} ${reach}`).narrowed.length === 0) return null
  return withoutDates(sentence, `${wholeWords} ${ahead} # ${reach.replace(FOR_CHILDREN, ' ')}`)
}

/** `148 challenges on behalf of children`: of whom else? */
const FOR_CHILDREN =
  /\b(?:on behalf of|for|about) (?:our |the |all )*(?:children|young people)(?:'s (?:plans?|cases?|care))?(?: and young people)?(?: (?:in (?:our )?care|looked after|we look after))?$/i

/** Whether the sentence says more of a whole than that some of it were in time: what it says may be of the whole too. */
const isNarrowedAround = ({ text, start }: Sentence, { end }: Quantity): boolean => {
  const behind = text.slice(end - start)
  const ahead = text.slice(0, end - start)
  const own = upTo(behind, VERB) ?? ''
  return conceptsIn(`${ahead} ${behind.slice(own.length)}`.replaceAll(/\d[\d,.]*%?/g, ' ')).narrowed.some(
    (name) => !name.startsWith('~') && name !== 'in time' && name !== 'late',
  )
}

const upTo = (text: string, stop: RegExp): string | null => {
  const at = text.search(stop)
  return at === -1 ? null : text.slice(0, at)
}

/** `1,187 of the 1,236 reviews were in time`: what follows the whole; else the words up to the last `and` before the next number. */
function withoutLast(gap: string, after: string): string {
  if (/^\s*(?:[\w'-]+\s+){0,3}?(?:out )?of\s+(?:(?:the|all|our|these|those|its|their|a|total|of)\s+)*$/i.test(gap))
    return `${gap.replace(/\b(?:out )?of\b.*$/i, ' ')} ${after}`
  return gap.replace(/(?:,|\b(?:and|or|but|with|while)\b)(?!.*(?:,|\b(?:and|or|but|with|while)\b)).*$/i, '')
}

/** The words before a number that may narrow it: back to the last stop or number, with what the sentence begins with. */
function aheadOf(sentence: Sentence, quantity: Quantity, previous: Quantity | undefined): string {
  const words = sentence.text.slice((previous?.end ?? sentence.start) - sentence.start, quantity.start - sentence.start)
  // `… improvements, with 67% now attending`: what goes before is told of something else.
  const isWith = /\bwith\s*$/i.test(words)
  const bare = previous ? words : words.replace(/^\W*(?:o\s+|\d{1,2}(?:\.\d{1,2})*[.)]?\s+)/, '')
  const pieces = bare.split(previous ? /[.;:,()]|\b(?:and|or|but|with|while)\b/ : /[.;:()]|,\s/)
  const [first = ''] = pieces
  const last = pieces.at(-1) ?? ''
  const isPlace =
    !previous && (pieces.length > 1 || isWith) && /^\W*(?:in|at|for|among|amongst|within|by|of)\b/i.test(first)
  return isWith ? (isPlace ? first : '') : isPlace ? `${first} ${last}` : last
}

const DURING = /\b(?:during|over|throughout|in the course of|at any (?:time|point))\b/i

/** Words with their times left out: they say of what something is. */
export const conceptsOf = (words: string): Concepts =>
  conceptsIn(
    words
      .replace(/^\W*o\s+/, '')
      .replaceAll(TIMES, ' ')
      .replaceAll(/(?<![\w-])\d[\d,.]*%?(?![\w-])/g, ' '),
  )

/** The words without times; where children are told of over a year, that is kept. */
const withoutDates = (sentence: Sentence, words: string): string => {
  const isOverYear = DURING.test(sentence.text) && /\b(?:looked after|in (?:our )?care|cared for)\b/i.test(words)
  return `${words.replaceAll(TIMES, ' ')}${isOverYear ? ' overyear' : ''}`
}
