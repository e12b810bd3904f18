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
import { type KnownReturns, firstDayOf } from './knownReturns.ts'
import { type Note, type Part, distinctRows, fullestRow, rowsByDay } from './parts.ts'

const dateOrNull = (iso: string | undefined): PlainDate | null => (iso === undefined || iso === '' ? null : date(iso))

/** A day's review once: where a return states several codes for it, a recorded one, of those the lowest. */
export function reviewsOf(parts: readonly Part[], returns: KnownReturns, note: Note): ReviewFact[] {
  const reviews: ReviewFact[] = []
  let before = ''
  for (const { values, source } of rowsByDay(parts, 'Reviews', 0, returns, note)) {
    const [day = '', participation = ''] = values
    // In the stored order the one without a code comes first, then the lowest code.
    if (day === before && reviews.at(-1)?.participation === '') reviews.pop()
    else if (day === before) continue
    reviews.push({ heldOn: date(day), participation, source })
    before = day
  }
  return reviews
}

/** Missing episodes; one left open that the next return does not have ends on that return's first day. */
export function missingOf(parts: readonly Part[], returns: KnownReturns, note: Note): MissingFact[] {
  return rowsByDay(parts, 'Missing', 1, returns, note).map(({ values, source }) => {
    const [kind = '', from = '', stated = ''] = values
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
    return rows.map(({ values, source }) => {
      const ceases = values[0] ?? ''
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

const yesOrNo = (value: string | undefined): boolean | null => (value === '1' ? true : value === '0' ? false : null)

const HIGHEST_SDQ_SCORE = 40

/** Whether this is a strengths and difficulties score: 0 to 40. */
export const isSdqScore = (value: string): boolean => value !== '' && Number(value) <= HIGHEST_SDQ_SCORE

/** One OC2 row a year, the fullest where a return has several. */
export function healthOf(parts: readonly Part[]): HealthFact[] {
  return parts.flatMap((part) => {
    const row = fullestRow(distinctRows(part, 'OC2'))
    if (!row) return []
    const [score = '', sdqReason = '', convicted, check, immunised, teeth, assessment, misuse] = row.values
    return {
      year: part.year,
      sdqScore: isSdqScore(score) ? Number(score) : null,
      sdqReason,
      isConvicted: yesOrNo(convicted),
      hadDevelopmentCheck: yesOrNo(check),
      isImmunised: yesOrNo(immunised),
      hadTeethCheck: yesOrNo(teeth),
      hadHealthAssessment: yesOrNo(assessment),
      hasSubstanceMisuse: yesOrNo(misuse),
      source: row.source,
    }
  })
}

/** One OC3 row a year, the fullest where a return has several. */
export function careLeaverOf(parts: readonly Part[]): CareLeaverFact[] {
  return parts.flatMap((part) => {
    const row = fullestRow(distinctRows(part, 'OC3'))
    if (!row) return []
    const [inTouch = '', activity = '', accommodation = ''] = row.values
    return { year: part.year, inTouch, activity, accommodation, source: row.source }
  })
}

/** AD1 rows by the day of the decision. */
export const adoptionOf = (parts: readonly Part[], returns: KnownReturns, note: Note): AdoptionFact[] =>
  rowsByDay(parts, 'AD1', 0, returns, note).map(({ values, source }) => ({
    decidedOn: dateOrNull(values[0]),
    matchedOn: dateOrNull(values[1]),
    source,
  }))

/** Decisions that the child should be placed for adoption, by their day. */
export const placedForAdoptionOf = (
  parts: readonly Part[],
  returns: KnownReturns,
  note: Note,
): PlacedForAdoptionFact[] =>
  rowsByDay(parts, 'PlacedAdoption', 0, returns, note).map(({ values, source }) => ({
    placedOn: dateOrNull(values[0]),
    ceasedOn: dateOrNull(values[1]),
    reasonCeased: values[2] ?? '',
    source,
  }))

/** Earlier permanence, as the latest return that has any says. */
export function previousPermanenceOf(parts: readonly Part[]): PreviousPermanenceFact[] {
  const part = parts.find(({ content }) => content.PrevPerm)
  if (!part) return []
  return distinctRows(part, 'PrevPerm').map(({ values, source }) => ({
    kind: values[0] ?? '',
    authority: values[1] ?? '',
    on: (values[2] ?? '').toLowerCase(),
    source,
  }))
}

/** Social workers by the day they began; one left open whom the next return does not have ends on its first day. */
export const socialWorkersOf = (parts: readonly Part[], returns: KnownReturns, note: Note): SocialWorkerFact[] =>
  rowsByDay(parts, 'SWEpisodes', 1, returns, note).map(({ values, source }) => {
    const [workerId = '', from = '', stated = ''] = values
    const next = returns.nextFirstDay(source.year)
    const to = stated === '' && next !== null && from <= next ? next : stated
    return { workerId, from: date(from), to: dateOrNull(to), source }
  })
