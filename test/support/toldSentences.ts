import type { World } from '../../src/children/domain/world.ts'
import { longDate } from '../../src/kernel/dates.ts'
import { allFigures } from '../../src/main/rooms.ts'

/** The records of a figure in a world, counted anew. */
interface Recount {
  counting: number
  all: number
  leftOut: number
  byLabel: ReadonlyMap<string, number>
  /** The figure's own sum or mean, where it is no count of records. */
  amount: number | null
}

function recounted(world: World, id: string): Recount | null {
  const figure = allFigures.ofId(id)
  const records = figure?.records(world) ?? ''
  if (!figure || typeof records === 'string') return null
  const counting = records.filter(({ counts }) => counts)
  const byKey = Map.groupBy(counting, ({ key }) => key ?? '')
  return {
    counting: counting.length,
    all: records.length,
    leftOut: figure.leftOut?.(world) ?? 0,
    byLabel: new Map([...byKey].map(([key, own]) => [figure.breakdown?.label(key) ?? key, own.length])),
    amount: figure.aggregate && records.length > 0 ? figure.aggregate(records) : null,
  }
}

/** What a sentence tells: which figure, and which number of it each number in the sentence is. */
interface Told {
  says: RegExp
  /** How it is said where the exact share is hidden: `90% or more of 52 reviews were held on time`. */
  saysBound?: RegExp
  figure: string
  /** `count`: how many count; `share`: so many of so many. The numbers stand in the groups of `says`, in this order. */
  gives: 'count' | 'share' | 'rest' | 'left out' | 'amount'
  key?: string
}

const N = '([\\d,]+|No|no)'
const SHARE = '([\\d,]+) of ([\\d,]+) [^(]*\\(([\\d.]+)%\\)'
const BOUND = '(\\d+)% or (more|less) of ([\\d,]+) [^(]*?'
const count = (says: string, figure: string, more: Partial<Told> = {}): Told => ({
  says: new RegExp(says.replace('#', N)),
  figure,
  gives: 'count',
  ...more,
})
const share = (says: string, figure: string): Told => ({
  says: new RegExp(says.replace('#', SHARE)),
  saysBound: new RegExp(says.replace('#', BOUND)),
  figure,
  gives: 'share',
})

const told: readonly Told[] = [
  count('^There (?:was|were) # .* on [^.]*\\.$', 'cla.count'),
  count('^The number of children looked after is #', 'cla.count'),
  count('^# (?:child was|children were) looked after at (?:some|any) time', 'cla.any_in_year'),
  count('^# child(?:ren)? became looked after', 'cla.started'),
  count('there were # starts? in all', 'cla.started_periods'),
  count('^# starts? (?:was|were) of (?:a young person|young people) aged 14 to 17', 'cla.started_by_need'),
  count('^# child(?:ren)? ceased to be looked after', 'cla.ceased'),
  count('# periods? of care ended in all', 'cla.ceased_periods'),
  count('^# child(?: was|ren were) adopted from care', 'cla.adoptions'),
  count('^# child(?:ren)? left care under a special guardianship', 'cla.sgos'),
  count('^# reviews? (?:was|were) held in the year', 'reviews.held'),
  count('^(?:# |None )(?:was|were) late\\.$', 'reviews.on_time', { gives: 'rest' }),
  count('^# reviews? that had fallen due', 'reviews.overdue'),
  count('^# review was overdue', 'reviews.overdue'),
  count('^# child(?: is|ren are) in neither part', 'children.reviews_on_time', { gives: 'left out' }),
  count('^# child(?: is|ren are) left out, since the code', 'children.participated', { gives: 'left out' }),
  count('was told late of # child', 'reviews.late_notifications'),
  count('^# reviews? (?:was|were) of (?:a child|children) under 4', 'reviews.by_participation', { key: 'PN0' }),
  count('^For # reviews? the return does not say how', 'reviews.by_participation', { key: 'not_recorded' }),
  count('^# child(?:ren)? went missing (?:in|from)', 'missing.children'),
  count('^# child is recorded as having gone missing', 'missing.episodes'),
  count('^There (?:was|were) # episodes? of being missing', 'missing.episodes'),
  count('^# child(?:ren)? went missing five times', 'missing.stage1'),
  count('there (?:was|were) # IROs? in post', 'iros.headcount'),
  count('# IRO was in post', 'iros.headcount'),
  {
    says: /there (?:were|was) ([\d.]+) child(?:ren)? for each full-time IRO/,
    figure: 'iros.caseload_per_fte',
    gives: 'amount',
  },
  share('^# (?:was|were) held on time', 'reviews.on_time'),
  share('^# had every review in the year on time', 'children.reviews_on_time'),
  share('^Children aged 4 or over took part in #', 'reviews.participated'),
  share('^Children aged 4 or over attended #', 'reviews.attended'),
  share('^Counted by child, # gave their views', 'children.participated'),
  { says: /^([\d,]+) of [\d,]+ .*(?:was|were) unaccompanied and seeking asylum/, figure: 'cla.uasc', gives: 'count' },
  count('^# child .* was an unaccompanied', 'cla.uasc'),
  share('^# had lived in three or more placements', 'cla.three_plus_placements'),
  share('^# had lived in the same placement', 'cla.same_placement_2y'),
  share('^# had a health assessment', 'health.assessment_current'),
  share('^# had their teeth checked', 'health.dental_current'),
  share('^A score was recorded for #', 'health.sdq_current'),
  share('^# whose activity is recorded', 'education.eet'),
  share('^# aged 16 to 18 whose accommodation', 'cla.suitable_accommodation_16_18'),
  share('^# (?:was|were) moved to another day', 'reviews.rearranged'),
  share('^The social worker’s report was there for #', 'reviews.sw_report_available'),
  share('^Decisions were issued within 5 working days after #', 'reviews.decisions_in_5wd'),
  share('^The record was completed within 15 working days after #', 'reviews.record_in_15wd'),
]

/** Sentences with numbers that are rules, not figures: limits, ages, sections of acts. */
const OF_RULES = [
  /^The (?:return asks|first review is due|two percentages|first counts|second counts|share below)/,
  /^(?:These are|One late review|Carers fill in|A score of|Three placements|A child counts|Every child|Source:|Where a|Nothing here)/,
  /aged 4 or over\.$|Handbook estimates|for at least \d+ days|months? without a break|section 2[05]/,
  /^Bars, one for each of|section \d+\(\d\)|chapter \d+|^The (?:IRO )?Handbook|Regulations \d{4}|Act \d{4}/,
  /\((?:OC2|OC3)\) rows|less than 12 months|^No (?:return|register)/,
  /^Each child’s proceedings count|^The court may extend/,
  /: no number is shown, since each is small or would give a small one away\.$/,
  /^Targets (?:not )?met: “|^None of the shares|^Changed by more than|^A rate for every|^No population|fewer than 10 is given|under 18 is not given/,
]

const numberIn = (text: string): number => (/^no$/i.test(text) ? 0 : Number(text.replaceAll(',', '')))

/** A share rounded half up by whole numbers alone; of fewer than 10 without decimals. */
function percentOf(part: number, whole: number): string {
  const decimals = whole < 10 ? 0 : 1
  const scaled = (2n * BigInt(part) * 100n * 10n ** BigInt(decimals) + BigInt(whole)) / (2n * BigInt(whole))
  const digits = String(scaled).padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -1)}.${digits.slice(-1)}`
}

export const sentencesOf = (text: string): string[] => text.split(/(?<=\.) (?=[A-Z0-9“])|(?<=:) (?=[A-Z“])/)

/** What does not hold of the sentences of a text, each set against the records of its figure; also those that nobody knows. */
export function untrueIn(text: string, now: World, before: World | null): string[] {
  const latest: { told: Told | null } = { told: null }
  return sentencesOf(text).flatMap((sentence) => {
    const compared = latest.told && comparison(sentence, latest.told, now, before)
    if (compared !== null) return compared
    const rate = rateIn(sentence, now, before)
    if (rate !== null) return rate
    const bound = boundIn(sentence, now)
    if (bound !== null) return bound
    const ofMonth = monthIn(sentence, now)
    if (ofMonth !== null) return ofMonth
    const changed = changedItem(sentence, now, before)
    if (changed !== null) return changed
    const groups = groupsIn(sentence, now)
    if (groups !== null) return groups
    const found = told.find(({ says }) => says.test(sentence))
    if (!found) return hasOwnNumber(sentence) ? [`nobody knows: ${sentence}`] : []
    latest.told = found
    return isTrue(found, sentence, now) ? [] : [`untrue: ${sentence}`]
  })
}

/** `Of the months with 10 reviews or more, May 2022 had the lowest share on time: 33 of 37 reviews (89.2%).` Null: it is no such sentence. */
function monthIn(sentence: string, world: World): string[] | null {
  const said = /^Of the months with 10 reviews or more, ([A-Z][a-z]+ \d{4}) had the (lowest|highest) share on time: (\d+) of (\d+) reviews \(([\d.]+)%\)\.$/.exec(sentence) // prettier-ignore
  if (!said) return null
  const [, month = '', which, part, whole, percent] = said
  const records = allFigures.ofId('reviews.on_time')?.records(world) ?? ''
  if (typeof records === 'string') return [`untrue: ${sentence}`]
  const months = [...Map.groupBy(records, ({ date }) => longDate(date).replace(/^\d+ /, ''))]
    .map(([name, own]) => ({ name, onTime: own.filter(({ counts }) => counts).length, of: own.length }))
    .filter(({ of }) => of >= 10)
  const own = months.find(({ name }) => name === month)
  const isFurthest = months.every(({ name, onTime, of }) => {
    const difference = own ? onTime / of - own.onTime / own.of : Number.NaN
    return name === month || (which === 'lowest' ? difference > 0 : difference < 0)
  })
  const holds = own && isFurthest && String(own.onTime) === part && String(own.of) === whole && percent === percentOf(own.onTime, own.of) // prettier-ignore
  return holds ? [] : [`untrue: ${sentence}`]
}

const RATE = 'cla.rate_per_10k'

/** The children that count, for every 10,000 residents; null where there is no population. */
function rateOf(world: World): number | null {
  const population = allFigures.ofId(RATE)?.denominator?.(world)
  const known = recounted(world, RATE)
  return known && typeof population === 'object' ? (known.counting * 10_000) / population.value : null
}

/** `The rate is 49.2 for every 10,000 residents under 18.`, and what it was before. Null: the sentence tells no rate. */
function rateIn(sentence: string, now: World, before: World | null): string[] | null {
  const is =
    /^The rate is ([\d.]+) for every 10,000 residents under 18(?:, of whom there were [\d,]+ \([^)]*\))?\.$/.exec(
      sentence,
    )
  const changed = /^That is ([\d.]+) (higher|lower) than .* \(([\d.]+)\)\.$/.exec(sentence)
  const same = /^That is (?:about )?the same as .* \((\d+\.\d)\)\.$/.exec(sentence)
  if (!is && !changed && !same) return null
  const [rate, was] = [rateOf(now), before && rateOf(before)]
  const isPrinted = (text: string | undefined, exact: number | null) =>
    exact !== null && Math.abs(Number(text) - exact) <= 0.0500001
  const difference = rate !== null && was !== null ? rate - was : null
  const holds = is
    ? isPrinted(is[1], rate)
    : changed
      ? isPrinted(changed[3], was) &&
        isPrinted(changed[1], difference && difference * (changed[2] === 'higher' ? 1 : -1))
      : isPrinted(same?.[1], was) && isPrinted('0', difference)
  return holds ? [] : [`untrue: ${sentence}`]
}

/** A figure's name, as where the report says which it can't give, tells no number. */
const names: ReadonlySet<string> = new Set(allFigures.all.map(({ label }) => label))

const hasOwnNumber = (sentence: string): boolean =>
  !sentence.split('; ').every((name) => names.has(name.replace(/\.$/, ''))) &&
  !OF_RULES.some((rule) => rule.test(sentence)) &&
  /\d/.test(
    sentence
      .replaceAll(/\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d{2}|“[^”]*”|10,000|SSDA903|\(ADR \d+\)/g, '')
      .replaceAll(/aged \d+ (?:or over|to \d+)|under \d+|within \d+ (?:days|working days)|20\d\d/g, ''),
  )

function isTrue({ says, figure, gives, key }: Told, sentence: string, world: World): boolean {
  const known = recounted(world, figure)
  const [, first = '0', second = '0', percent = ''] = says.exec(sentence) ?? []
  if (!known) return false
  switch (gives) {
    case 'count':
      return numberIn(first) === (key === undefined ? known.counting : keyCount(world, figure, key))
    case 'rest':
      return numberIn(first) === known.all - known.counting
    case 'left out':
      return numberIn(first) === known.leftOut
    case 'amount':
      return known.amount !== null && Math.abs(Number(first) - known.amount) <= 0.5
    case 'share':
      return (
        numberIn(first) === known.counting &&
        numberIn(second) === known.all &&
        percent === percentOf(known.counting, known.all)
      )
  }
}

/** A share of which only a bound is told: it must hold, of as many. Null: the sentence tells none. */
function boundIn(sentence: string, world: World): string[] | null {
  const found = told.find(({ saysBound }) => saysBound?.test(sentence))
  const [, percent = '', side, whole = ''] = found?.saysBound?.exec(sentence) ?? []
  if (!found) return null
  const known = recounted(world, found.figure)
  const exact = known ? (100 * known.counting) / known.all : Number.NaN
  const holds = side === 'more' ? exact >= Number(percent) : exact <= Number(percent)
  return holds && known?.all === numberIn(whole) ? [] : [`untrue: ${sentence}`]
}

function keyCount(world: World, id: string, key: string): number {
  const records = allFigures.ofId(id)?.records(world) ?? ''
  return typeof records === 'string' ? Number.NaN : records.filter((one) => one.counts && one.key === key).length
}

/** `“Returned home” (11 of 40, 27.5%)`: some figure must have so many under that label. Null: the sentence has no groups. */
function groupsIn(sentence: string, world: World): string[] | null {
  const groups = [...sentence.matchAll(/“([^”]+)” \(([\d,]+) of ([\d,]+), ([\d.]+)%\)/g)]
  if (groups.length === 0) return null
  return groups.flatMap(([text, label = '', part = '', whole = '', percent]) => {
    const [number, of] = [numberIn(part), numberIn(whole)]
    const isKnown = allFigures.all.some(({ id, breakdown }) => {
      const known = breakdown ? recounted(world, id) : null
      return known?.counting === of && known.byLabel.get(label) === number
    })
    return isKnown && percent === percentOf(number, of) ? [] : [`untrue: ${text}`]
  })
}

/** `Children with an entry: 93.8%, 35.4 percentage points higher than in 2022-23 (58.3%).` Null: it is no such item. */
function changedItem(sentence: string, now: World, before: World | null): string[] | null {
  const said = /^(.+): ([\d.]+)%, ([\d.]+) percentage points? (higher|lower) than .* \(([\d.]+)%\)\.$/.exec(sentence)
  if (!said) return null
  const [, label = '', is = '', points = '', way = '', was = ''] = said
  const holds = allFigures.all.some((figure) => {
    const { label: own } = { ...figure, ...figure.wording?.(now) }
    const [one, other] = own === label ? [recounted(now, figure.id), before && recounted(before, figure.id)] : []
    if (!one || !other) return false
    const difference = (100 * one.counting) / one.all - (100 * other.counting) / other.all
    const isRight = Math.abs(difference * (way === 'higher' ? 1 : -1) - Number(points)) <= 0.0500001
    return isRight && is === percentOf(one.counting, one.all) && was === percentOf(other.counting, other.all)
  })
  return holds ? [] : [`untrue: ${sentence}`]
}

/** A sentence that sets the figure told last beside the year before. Null: it is none. */
function comparison(sentence: string, { figure, gives, key }: Told, now: World, before: World | null): string[] | null {
  const counts = /^That is ([\d,]+) (more|fewer) than .* \(([\d,]+)\)\.$/.exec(sentence)
  const same = /^That is (?:about )?the same as .* \(([\d,]+)\)\.$/.exec(sentence)
  const shares = /^The share is ([\d.]+) percentage points? (higher|lower) than .* \(([\d.]+)%, ([\d,]+) of ([\d,]+)\)\.$/.exec(sentence) // prettier-ignore
  const sameShare = /^The share is (?:about )?the same as .* \(([\d.]+)%, ([\d,]+) of ([\d,]+)\)\.$/.exec(sentence)
  if (!counts && !same && !shares && !sameShare) return null
  const [is, was] = [recounted(now, figure), before && recounted(before, figure)]
  if (!is || !was || gives === 'left out' || key !== undefined) return [`nothing to compare with: ${sentence}`]
  const difference = is.counting - was.counting
  const points = (100 * is.counting) / is.all - (100 * was.counting) / was.all
  const holds =
    (counts !== null &&
      numberIn(counts[3] ?? '') === was.counting &&
      difference === numberIn(counts[1] ?? '') * (counts[2] === 'more' ? 1 : -1)) ||
    (same !== null && numberIn(same[1] ?? '') === was.counting && difference === 0) ||
    (shares !== null &&
      numberIn(shares[4] ?? '') === was.counting &&
      numberIn(shares[5] ?? '') === was.all &&
      shares[3] === percentOf(was.counting, was.all) &&
      Math.abs(points * (shares[2] === 'higher' ? 1 : -1) - Number(shares[1])) <= 0.0500001) ||
    (sameShare !== null && numberIn(sameShare[2] ?? '') === was.counting && numberIn(sameShare[3] ?? '') === was.all && Math.abs(points) < 0.0500001) // prettier-ignore
  return holds ? [] : [`untrue: ${sentence}`]
}
