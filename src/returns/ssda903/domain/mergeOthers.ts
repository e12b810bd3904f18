import type {
  AdoptionFact,
  CareLeaverFact,
  HealthFact,
  MissingFact,
  PlacedForAdoptionFact,
  PreviousPermanenceFact,
  ReviewFact,
  SocialWorkerFact,
  UnaccompaniedFact,
} from '../../../children/domain/record.ts'
import { type PlainDate, date, longDate } from '../../../kernel/dates.ts'
import { placesIn, valueAt } from './content.ts'
import { type KnownReturns, firstDayOf } from './knownReturns.ts'
import { type Note, type Part, distinctRows, fullestRow, rowsByDay } from './parts.ts'

const inReviews = placesIn('Reviews')
const [REVIEW, REVIEW_CODE] = [inReviews('REVIEW'), inReviews('REVIEW_CODE')]
const inMissing = placesIn('Missing')
const [MISSING, MIS_START, MIS_END] = [inMissing('MISSING'), inMissing('MIS_START'), inMissing('MIS_END')]
const DUC = placesIn('UASC')('DUC')
const inOc2 = placesIn('OC2')
const [SDQ_SCORE, SDQ_REASON, CONVICTED] = [inOc2('SDQ_SCORE'), inOc2('SDQ_REASON'), inOc2('CONVICTED')]
const [HEALTH_CHECK, IMMUNISATIONS] = [inOc2('HEALTH_CHECK'), inOc2('IMMUNISATIONS')]
const [TEETH_CHECK, HEALTH_ASSESSMENT] = [inOc2('TEETH_CHECK'), inOc2('HEALTH_ASSESSMENT')]
const SUBSTANCE_MISUSE = inOc2('SUBSTANCE_MISUSE')
const inOc3 = placesIn('OC3')
const [IN_TOUCH, ACTIV, ACCOM] = [inOc3('IN_TOUCH'), inOc3('ACTIV'), inOc3('ACCOM')]
const inAd1 = placesIn('AD1')
const [DATE_INT, DATE_MATCH] = [inAd1('DATE_INT'), inAd1('DATE_MATCH')]
const inPlaced = placesIn('PlacedAdoption')
const [DATE_PLACED, DATE_PLACED_CEASED] = [inPlaced('DATE_PLACED'), inPlaced('DATE_PLACED_CEASED')]
const REASON_PLACED_CEASED = inPlaced('REASON_PLACED_CEASED')
const inPrevPerm = placesIn('PrevPerm')
const [PREV_PERM, LA_PERM, DATE_PERM] = [inPrevPerm('PREV_PERM'), inPrevPerm('LA_PERM'), inPrevPerm('DATE_PERM')]
const inWorkers = placesIn('SWEpisodes')
const [SW_ID, SW_DECOM, SW_DEC] = [inWorkers('SW_ID'), inWorkers('SW_DECOM'), inWorkers('SW_DEC')]

const dateOrNull = (iso: string): PlainDate | null => (iso === '' ? null : date(iso))

/** A day's review once: where a return states several codes for it, a recorded one, of those the lowest. */
export function reviewsOf(parts: readonly Part[], returns: KnownReturns, note: Note): ReviewFact[] {
  const reviews: ReviewFact[] = []
  let before = ''
  for (const row of rowsByDay(parts, 'Reviews', REVIEW, returns, note)) {
    const [day, participation] = [valueAt(row, REVIEW), valueAt(row, REVIEW_CODE)]
    // In the stored order the one without a code comes first, then the lowest code.
    if (day === before && reviews.at(-1)?.participation === '') reviews.pop()
    else if (day === before) continue
    reviews.push({ heldOn: date(day), participation, source: row.source })
    before = day
  }
  return reviews
}

/** Missing episodes; one left open that the next return does not have ends on that return's first day. */
export function missingOf(parts: readonly Part[], returns: KnownReturns, note: Note): MissingFact[] {
  return rowsByDay(parts, 'Missing', MIS_START, returns, note).map((row) => {
    const { source } = row
    const [kind, from, stated] = [valueAt(row, MISSING), valueAt(row, MIS_START), valueAt(row, MIS_END)]
    // An end before the start is a slip; nothing says how long the child was away.
    const to = stated !== '' && stated < from ? from : stated
    const next = returns.nextFirstDay(source.year)
    if (to !== '' || next === null || from > next) return { from: date(from), to: dateOrNull(to), kind, source }
    note?.({
      code: 'not_carried_on',
      source,
      what: `The child is missing from ${longDate(date(from))} and not back at the end of the return, and the next return does not have it.`,
      counted: `It is counted as ending on ${longDate(date(next))}.`,
    })
    return { from: date(from), to: date(next), kind, source }
  })
}

/**
 * Unaccompanied status as the latest return that lists the child says. A later return with episodes of the child that
 * does not list it there ends the status on its first day.
 */
export function unaccompaniedOf(parts: readonly Part[], note: Note): UnaccompaniedFact[] {
  let unlistedFrom: string | null = null
  for (const part of parts) {
    const rows = distinctRows(part, 'UASC')
    if (rows.length === 0) {
      // A return that speaks of a care leaver does not list unaccompanied children.
      if (part.content.Episodes && !part.content.OC3) unlistedFrom = firstDayOf(part.year)
      continue
    }
    return rows.map((row) => {
      const { source } = row
      const ceases = valueAt(row, DUC)
      if (unlistedFrom === null || (ceases !== '' && ceases <= unlistedFrom))
        return { ceasesOn: dateOrNull(ceases), source }
      note?.({
        code: 'not_carried_on',
        source,
        what: 'The child is unaccompanied in one return and not in the next.',
        counted: `The child is counted as unaccompanied until ${longDate(date(unlistedFrom))}.`,
      })
      return { ceasesOn: date(unlistedFrom), source }
    })
  }
  return []
}

const yesOrNo = (value: string): boolean | null => (value === '1' ? true : value === '0' ? false : null)

const HIGHEST_SDQ_SCORE = 40

/** Whether this is a strengths and difficulties score: 0 to 40. */
export const isSdqScore = (value: string): boolean => value !== '' && Number(value) <= HIGHEST_SDQ_SCORE

/** One OC2 row a year, the fullest where a return has several. */
export function healthOf(parts: readonly Part[]): HealthFact[] {
  return parts.flatMap((part) => {
    const row = fullestRow(distinctRows(part, 'OC2'))
    if (!row) return []
    const score = valueAt(row, SDQ_SCORE)
    return {
      year: part.year,
      sdqScore: isSdqScore(score) ? Number(score) : null,
      sdqReason: valueAt(row, SDQ_REASON),
      isConvicted: yesOrNo(valueAt(row, CONVICTED)),
      hadDevelopmentCheck: yesOrNo(valueAt(row, HEALTH_CHECK)),
      isImmunised: yesOrNo(valueAt(row, IMMUNISATIONS)),
      hadTeethCheck: yesOrNo(valueAt(row, TEETH_CHECK)),
      hadHealthAssessment: yesOrNo(valueAt(row, HEALTH_ASSESSMENT)),
      hasSubstanceMisuse: yesOrNo(valueAt(row, SUBSTANCE_MISUSE)),
      source: row.source,
    }
  })
}

/** One OC3 row a year, the fullest where a return has several. */
export function careLeaverOf(parts: readonly Part[]): CareLeaverFact[] {
  return parts.flatMap((part) => {
    const row = fullestRow(distinctRows(part, 'OC3'))
    if (!row) return []
    const [inTouch, activity, accommodation] = [valueAt(row, IN_TOUCH), valueAt(row, ACTIV), valueAt(row, ACCOM)]
    return { year: part.year, inTouch, activity, accommodation, source: row.source }
  })
}

/** AD1 rows by the day of the decision. */
export const adoptionOf = (parts: readonly Part[], returns: KnownReturns, note: Note): AdoptionFact[] =>
  rowsByDay(parts, 'AD1', DATE_INT, returns, note).map((row) => ({
    decidedOn: dateOrNull(valueAt(row, DATE_INT)),
    matchedOn: dateOrNull(valueAt(row, DATE_MATCH)),
    source: row.source,
  }))

/** Decisions that the child should be placed for adoption, by their day. */
export const placedForAdoptionOf = (
  parts: readonly Part[],
  returns: KnownReturns,
  note: Note,
): PlacedForAdoptionFact[] =>
  rowsByDay(parts, 'PlacedAdoption', DATE_PLACED, returns, note).map((row) => ({
    placedOn: dateOrNull(valueAt(row, DATE_PLACED)),
    ceasedOn: dateOrNull(valueAt(row, DATE_PLACED_CEASED)),
    reasonCeased: valueAt(row, REASON_PLACED_CEASED),
    source: row.source,
  }))

/** Earlier permanence, as the latest return that has any says. */
export function previousPermanenceOf(parts: readonly Part[]): PreviousPermanenceFact[] {
  const part = parts.find(({ content }) => content.PrevPerm)
  if (!part) return []
  return distinctRows(part, 'PrevPerm').map((row) => ({
    kind: valueAt(row, PREV_PERM),
    authority: valueAt(row, LA_PERM),
    on: valueAt(row, DATE_PERM).toLowerCase(),
    source: row.source,
  }))
}

/** Social workers by the day they began; one left open whom the next return does not have ends on its first day. */
export const socialWorkersOf = (parts: readonly Part[], returns: KnownReturns, note: Note): SocialWorkerFact[] =>
  rowsByDay(parts, 'SWEpisodes', SW_DECOM, returns, note).map((row) => {
    const { source } = row
    const [workerId, from, stated] = [valueAt(row, SW_ID), valueAt(row, SW_DECOM), valueAt(row, SW_DEC)]
    const next = returns.nextFirstDay(source.year)
    const to = stated === '' && next !== null && from <= next ? next : stated
    return { workerId, from: date(from), to: dateOrNull(to), source }
  })
