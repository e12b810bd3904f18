import { type Grid, type GridRow, isYearLike } from '../grid.ts'
import { type Span, alike } from '../reportText.ts'
import type { Studied } from '../studied.ts'
import { before, isForEach, isListed, isOfOneKind } from './around.ts'
import type { Measure } from './measure.ts'
import { measures } from './measures.ts'
import type { Quantity } from './quantities.ts'
import type { Sentence } from './sentences.ts'

/** What a report says that a measure is, in a year. */
export interface Fact {
  measure: string
  /** The year of the report's kind that it is of, by its beginning. */
  year: number
  value: number
  decimals: number
  at: Span
  place: string
  isTable: boolean
}

/** Words that make a number one of another time, place or group. */
const ELSEWHERE =
  /\b(?:last year|previous(?:ly)?|prior year|year before|a year (?:ago|earlier)|compar\w*|than|target|aim\w*|ambition|nation\w*|region\w*|england|neighbours?|north|south|per month|a month|each month|monthly|month of|quarter\w*|q[1-4]|(?<!went )up to|range\w*|between|average of (?:the )?month|from|(?:increase|decrease|reduction|rise|fall|trend|improvement|gain|growth|drop) of|increased by|decreased by|reduced by|rose by|fell by|up by|down by|additional|further|another|more|fewer|less|of these|of those|of whom|aged|under the age|boys|girls|males?|females?|white|black|asian|mixed|disab\w*|unaccompanied|UASC|team|locality|north|sampl\w*|survey\w*|questionnaire|proportion of|would|should|will|if|expect\w*|want)\b/i
/** `Children chaired 74 reviews`: of some of them. */
const BY_CHILDREN = /\bchild(?:ren)?\b[^.;]{0,30}\bchaired\b/i
/** `All but 39 were in time`, `the other six children who started`: of those that are not of it, or not in another number. */
const OTHERS =
  /\b(?:all (?:but|bar|except)|except(?: for)?|other|remaining|apart from|(?:run|series|batch|handful|set) of)\s+$/i
/** `a 15% increase from last year, taking the final figure to`: what comes before is of the change. */
const IS_FIGURE =
  /\b(?:taking|bringing|making|giving|to give) (?:it|this|the (?:[a-z]+ )?(?:figure|total|number|rate|share|percentage|proportion))(?: up| down)?(?: to| of)?\s*$/i
/** `One late review of four makes a child late, and three reviews in time`: how something is counted; and what is told of several years together. */
const RULE =
  /\b(?:makes? a child|counts? (?:once|twice|\w+ times))\b|\b(?:over|in|during|for) (?:the |these |those )?(?:last |past )?(?:two|three|four|five) years\b/i
/** Headings under which numbers are aims. */
const AHEAD =
  /\b(?:priorit\w*|next (?:year|steps)|looking ahead|going forward|plans? for|action plan|aims|targets|recommendations)\b/i
const OTHER_MONTH = /\b(?:April|May|June|July|August|September|October|November|December|January|February)\b/

/** What sentences and tables say of the measures. */
export function factsOf(studied: Studied): readonly Fact[] {
  const known = factsOfReports.get(studied)
  if (known) return known
  const reported = studied.period?.startYear ?? 0
  const facts = [
    ...studied.sentences.flatMap((sentence) => factsIn(sentence, reported)),
    ...studied.grids.flatMap((grid) => factsOfGrid(grid, reported)),
  ]
  factsOfReports.set(studied, facts)
  return facts
}

/** The facts of one measure in one year. */
export function factsOfMeasure(studied: Studied, measure: string, year: number): readonly Fact[] {
  const known = byMeasure.get(studied) ?? Map.groupBy(factsOf(studied), (fact) => `${fact.measure} ${fact.year}`)
  byMeasure.set(studied, known)
  return known.get(`${measure} ${year}`) ?? []
}

const byMeasure = new WeakMap<Studied, Map<string, Fact[]>>()

/** The facts of one sentence, by where it begins. */
export function factsAt(studied: Studied, start: number): readonly Fact[] {
  const known = byPlace.get(studied) ?? Map.groupBy(factsOf(studied), ({ at }) => at.start)
  byPlace.set(studied, known)
  return known.get(start) ?? []
}

const byPlace = new WeakMap<Studied, Map<number, Fact[]>>()

/** Several rules ask for the facts of one report, some for each sentence. */
const factsOfReports = new WeakMap<Studied, readonly Fact[]>()

function factsIn(sentence: Sentence, reported: number): Fact[] {
  if (sentence.passage.kind === 'heading' || AHEAD.test(sentence.passage.place)) return []
  return sentence.quantities.flatMap((quantity): Fact[] => {
    // "One late review is enough": a rule, not a count.
    if (
      quantity.isApproximate ||
      /^one$/i.test(quantity.text) ||
      RULE.test(sentence.text) ||
      isListed(sentence, quantity) ||
      !['count', 'percent', 'rate', 'fte'].includes(quantity.kind)
    )
      return []
    const clause = clauseAround(sentence, quantity)
    const lead = before(sentence, quantity)
    if (
      (!IS_FIGURE.test(lead) && ELSEWHERE.test(lead.slice(-45))) ||
      OTHERS.test(lead) ||
      /^\s*(?:more|fewer|less|lower|higher|increase|decrease|per month|a month|last year|in the previous|the previous)\b/i.test(
        sentence.text.slice(quantity.end - sentence.start),
      )
    )
      return []
    const year = yearOf(sentence, quantity, reported)
    const matching = measures.filter(
      (measure) => measure.unit === quantity.kind && isSaid(measure, clause, sentence.passage.place),
    )
    const [measure] = matching
    if (
      !measure ||
      (measure.id !== 'children per officer' && isForEach(sentence, quantity)) ||
      isPartOfMore(sentence, quantity, measure) ||
      matching.length > 1 ||
      (OF_REVIEWS.test(measure.id) && (OF_A_KIND.test(sentence.text) || isOfOneKind(sentence, quantity))) ||
      (OF_REVIEWS.test(measure.id) && BY_CHILDREN.test(sentence.text)) ||
      (OF_REVIEWS.test(measure.id) && OTHER_REVIEWS.test(`${sentence.text} ${sentence.passage.place}`)) ||
      year === null ||
      isNarrowed(clause, measure)
    )
      return []
    return [
      {
        measure: measure.id,
        year,
        value: quantity.value,
        decimals: quantity.decimals,
        at: sentence,
        place: sentence.passage.place,
        isTable: false,
      },
    ]
  })
}

const OF_REVIEWS = /^(?:reviews held|late reviews)/
/** `Of the second reviews 184 were in time`: of one kind of them. */
const OF_A_KIND =
  /^\W*(?:of|among|for) (?:the|our|all|these)? ?(?:first|second|third|initial|later|subsequent|other|further)\b/i
/** `212 fostering households, 205 reviews of them, 190 in time`: what else is reviewed. */
const OTHER_REVIEWS =
  /\b(?:foster(?:ing)? (?:carers?|households?|families)|pathway plans?|child protection|approvals?)\b/i

const isSaid = ({ said, under, not }: Measure, clause: string, place: string): boolean =>
  (said.some((words) => words.test(clause)) ||
    (under !== undefined && under.heading.test(place) && under.said.some((words) => words.test(clause)))) &&
  !(not?.test(clause) ?? false)

/** `the theme of 35 challenges`, `in 35 challenges`: of those alone something is told. */
const OF_SOME = /\b(?:in|behind|(?:theme|subject|cause|focus|topic|basis|reason|result|outcome) of)\s*$/i

/** `3 children (3%) who left care`: a count with its percentage is a part of another, but for reviews in time and late. */
const isPartOfMore = (sentence: Sentence, quantity: Quantity, { id }: Measure): boolean =>
  // `84 of the 2,802 reviews were late`: so many were not.
  ((id === 'late reviews' || id === 'reviews held in time, counted') &&
    /^\s*(?:out )?of (?:the|all|our|these)?\s*$/i.test(before(sentence, quantity))) ||
  (quantity.kind === 'count' &&
    id !== 'reviews held in time, counted' &&
    id !== 'late reviews' &&
    (OF_SOME.test(before(sentence, quantity)) ||
      /^[^.;()]{0,40}\(\s*\d[\d.]*\s*%/.test(sentence.text.slice(quantity.end - sentence.start))))

/** Whether the words make it a part of the measure. */
const isNarrowed = (clause: string, { id }: Measure): boolean =>
  /\b(?:aged|under the age|boys|girls|males?|females?|white|black|asian|mixed|disab\w*|team|locality|sampl\w*|quarter|q[1-4]|initial|first(?! time)|target|national\w*|region\w*|england|neighbours?)\b/i.test(
    clause,
  ) &&
  !/target/i.test(id) &&
  !(
    /\bover (?:the age of )?(?:4|four)\b/.test(clause) ||
    (/took part|attended/.test(id) && /\baged (?:4|four) (?:and|or) over\b/.test(clause))
  )

/** The words around a number, other numbers left out, with `#` in its place: to the next stop, `and` with a verb, or semicolon. */
function clauseAround(sentence: Sentence, quantity: Quantity): string {
  const text = sentence.text
  const [from, to] = [quantity.start - sentence.start, quantity.end - sentence.start]
  const ahead =
    text
      .slice(0, from)
      .split(/;|,\s(?:and|with|while|but|of which|of whom)\s|\.\s|\bwhile\b|\bwhereas\b/)
      .at(-1) ?? ''
  const behind =
    text
      .slice(to)
      .replaceAll(/\s*\([^)]*\)/g, '')
      .split(/[;:]|,\s|\(|\.\s|\bwhile\b|\bwhereas\b|\bcompared\b|\bup from\b|\bdown from\b|\band\s+\d/)[0] ?? ''
  const cut = (words: string) =>
    words
      .replaceAll(/\d[\d,.]*%?/g, (number) => (/^(?:31|1|4|16|18|20\d\d)$/.test(number) ? number : ''))
      .replaceAll(/\s+/g, ' ')
  return `${cut(ahead).slice(-120)}# ${cut(behind).trim().slice(0, 90)}`.replace(/\s*#\s*/, ' # ').trim()
}

/** What leads to a year that a number is set beside: `better than in 2023-24`. */
const COMPARED = /\b(?:(on)|than|from|since|against|compared (?:with|to))\s+(?:in |at |on |that of )?(?:the )?(?:\(?)$/i

/** Whether a time is one that a number is set beside. `In care on 31 March 2023` sets it beside nothing. */
function isComparedWith({ text, start }: Sentence, time: Quantity): boolean {
  const match = COMPARED.exec(text.slice(0, time.start - start))
  return match !== null && !(match[1] !== undefined && time.kind === 'date')
}

/** `from 56% to 59% and now to 62%`: what was between the first and the last. */
const IS_PASSED = /^[^.;\d]{0,12}?(?:,|\band\b)\s*(?:and )?(?:(?:now|then|later|finally)\s+)?to\s+\d/i

/** `51 2022-23: 52`: a time that the next number is of. */
const LEADS = /^\s*:\s*\d/

/** `… for 2023/24, and this year 91% …`: a time that comes nearer than the year named. */
const THIS_YEAR =
  /\b(?:this (?:reporting |financial |current )?(?:year|period)|(?:in|within|during) the reporting (?:year|period))\b/i

/** The year that a number is of: the one named nearest before it or right after it, else the report's; null where that is not plain. */
export function yearOf(sentence: Sentence, quantity: Quantity, reported: number): number | null {
  if (IS_PASSED.test(sentence.text.slice(quantity.end - sentence.start))) return null
  const times = sentence.quantities.filter(
    (one) =>
      !(
        one.end < quantity.start &&
        THIS_YEAR.test(sentence.text.slice(one.end - sentence.start, quantity.start - sentence.start))
      ) &&
      (one.kind === 'period' || one.kind === 'year' || one.kind === 'date') &&
      !(
        one.start > quantity.end &&
        (isComparedWith(sentence, one) || LEADS.test(sentence.text.slice(one.end - sentence.start)))
      ),
  )
  const years = times.map(({ text }) => startOf(text))
  if (times.some(({ text }) => OTHER_MONTH.test(text)) && !/\bapril\b.*\bmarch\b/i.test(sentence.text)) return null
  const known = [...new Set(years.filter((year) => year !== null))]
  if (known.length === 0) return reported
  if (known.length === 1) {
    // `24 escalations in the year (18 in 2023/24)`: the year is another number's.
    const [time] = times
    const isAnothers =
      time !== undefined &&
      time.start > quantity.end &&
      sentence.quantities.some(
        (one) => one.start > quantity.end && one.start < time.start && (one.kind === 'count' || one.kind === 'percent'),
      )
    return isAnothers ? reported : (known[0] ?? null)
  }
  const nearest = times.filter(({ end }) => end <= quantity.start).at(-1)
  return nearest &&
    /^[^,;]{0,60}$/.test(sentence.text.slice(nearest.end - sentence.start, quantity.start - sentence.start)) &&
    sentence.quantities.every((one) => one === quantity || one.start >= quantity.end || one.start <= nearest.start)
    ? startOf(nearest.text)
    : null
}

/** The year, by its beginning, of `2022-23`, `31 March 2023` or `2022/2023`; null for other times. */
export function startOf(text: string): number | null {
  const pair = /((?:19|20)\d{2})\s?[-/]\s?(?:\d{2})?(\d{2})$/.exec(text.trim())
  if (pair) return Number(pair[1])
  const short = /^(\d{2})\/(\d{2})$/.exec(text.trim())
  if (short) return 2000 + Number(short[1])
  const march = /march\s+((?:19|20)\d{2})$/i.exec(text.trim()) ?? /^(?:31\/)?0?3\/((?:19|20)\d{2})$/.exec(text.trim())
  if (march) return Number(march[1]) - 1
  const april = /^(?:1(?:st)? )?april\s+((?:19|20)\d{2})$/i.exec(text.trim())
  return april ? Number(april[1]) : null
}

function factsOfGrid(grid: Grid, reported: number): Fact[] {
  const caption = alike(`${grid.table.caption ?? ''} ${grid.corner}`).trim()
  const captionYear = [
    ...caption.matchAll(/(?:31(?:st)? )?March (?:19|20)\d{2}|(?:19|20)\d{2}\s?[-/]\s?(?:\d{2})?\d{2}/gi),
  ].flatMap(([text]) => startOf(text) ?? [])[0]
  return grid.rows.flatMap((row) =>
    row.values.flatMap((value, column): Fact[] => {
      if (!value || (value.unit !== 'count' && value.unit !== 'percent')) return []
      const head = grid.heads[column] ?? ''
      const ofRow = isYearLike(row.label) ? yearOfLabel(row.label) : null
      const year = ofRow ?? (isYearLike(head) ? yearOfLabel(head) : (captionYear ?? reported))
      if (ofRow !== null && OF_YEARS.test(`${caption} ${head}`) && value.unit === 'count')
        return [
          {
            measure: 'children looked after at the year end',
            year: ofRow,
            value: value.value,
            decimals: value.decimals,
            at: row.row,
            place: grid.table.place,
            isTable: true,
          },
        ]
      if (year === null || ofRow !== null || (!isYearLike(head) && isSplit(grid, column))) return []
      const unit = /%|per\s?cent/i.test(`${row.label} ${head}`) ? 'percent' : value.unit
      const measure = measureOf(unit, row, caption)
      return measure
        ? [
            {
              measure: measure.id,
              year,
              value: value.value,
              decimals: value.decimals,
              at: row.row,
              place: grid.table.place,
              isTable: true,
            },
          ]
        : []
    }),
  )
}

/** The measure of a row: one that has its label, before those whose words it holds. */
const measureOf = (unit: string, row: GridRow, caption: string): Measure | undefined => {
  const ofUnit = measures.filter((one) => one.unit === unit)
  return ofUnit.find((one) => one.row?.test(row.label.trim())) ?? ofUnit.find((one) => names(one, row, caption))
}

/** Rows that are years: the column of children at the end of each. */
const OF_YEARS =
  /(?:march|end of (?:the|each) year|year end)\b[^\t]* (?:children|number|looked after|CLA|children (?:looked after|in (?:our )?care))$/i

/** The year of a row: a bare year is that in which it ends. */
const yearOfLabel = (label: string): number | null =>
  startOf(label) ?? (/^(?:19|20)\d{2}$/.test(label.trim()) ? Number(label) - 1 : null)

/** Whether the column is one of several groups, not the whole. */
const isSplit = (grid: Grid, column: number): boolean =>
  !/^(?:total|number|no\.?|count|all|children|reviews|%|per\s?cent|percentage|this year|value|total number|held|chaired|reviews held)?$/i.test(
    (grid.heads[column] ?? '').trim(),
  )

const names = ({ row, total, not, said }: Measure, { label, isTotal, texts }: GridRow, caption: string): boolean =>
  (row?.test(label.trim()) ?? false) ||
  (label.length < 60 &&
    !isTotal &&
    !(not?.test(label) ?? false) &&
    said.some((words) => words.test(`# ${label.trim().toLowerCase()}`))) ||
  (isTotal &&
    texts.length <= 8 &&
    (total?.test(caption) ?? false) &&
    !/aged|\d+\+|under \d|starters aged/i.test(caption) &&
    !(not?.test(caption) === true && /aged/i.test(caption)))
