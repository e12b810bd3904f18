import type { duties } from '../../../duties/registers/duties.ts'
import type { linkOfficers } from '../../../duties/registers/linkOfficers.ts'
import type { auditActions } from '../../../learning/registers/auditActions.ts'
import type { audits } from '../../../learning/registers/audits.ts'
import type { observations } from '../../../learning/registers/observations.ts'
import { type PlainDate, addDays, addMonths, isAfter, isOnOrBefore } from '../../../kernel/dates.ts'
import { isInPost } from '../../../officers/domain/service.ts'
import type { RowOf } from '../../../registers/register.ts'
import type { Life } from '../life.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'
import type { OfficerRow } from './service.ts'

const AUDIT = 331
const DUTY = 332
const OBSERVATION = 333
const APPRAISAL = 372

const themes = ['Permanence', 'The child’s voice', 'Life story work', 'Health', 'Supervision', 'Placement stability']
const observationThemes = ['Chairing', 'The child’s part', 'Plain words', 'Preparation']
const actions = ['Put the plan right', 'Ask for the missing assessment', 'Talk it over in supervision', 'Write to the school'] // prettier-ignore

/** The first day of each month of the span. */
function monthsOf({ since, today }: Span): PlainDate[] {
  const months: PlainDate[] = []
  for (let month = since; isOnOrBefore(month, today); month = addMonths(month, 1)) months.push(month)
  return months
}

/** Counts months, so that a month has the same chances on whatever day it is told of. */
const numberOfMonth = ({ year, month }: PlainDate): number => year * 12 + month

/** The number in an identifier: what is told of a child or an officer is the same whoever else is told of. */
export const numberIn = (id: string): number => Number(id.replaceAll(/\D/g, ''))

/** Whose record may be audited in a month: those looked after then. */
const inCareOn = (lives: readonly Life[], day: PlainDate): Life[] =>
  lives.filter((life) => life.periods.some(({ from, to }) => isOnOrBefore(from, day) && isAfter(to, day)))

/** A few audits a month, each with its theme, most with a grade, and what is to be done after them. */
export function auditRows(seed: number, lives: readonly Life[], officers: readonly OfficerRow[], span: Span) {
  const made: RowOf<typeof audits>[] = []
  const followed: RowOf<typeof auditActions>[] = []
  for (const month of monthsOf(span)) {
    const index = numberOfMonth(month)
    const cared = inCareOn(lives, month)
    const reviewers = officers.filter((officer) => isInPost(officer, month))
    for (let number = 1; number <= 3 && cared.length > 0; number++) {
      const random = randomOf(seed, AUDIT, index, number)
      const on = addDays(month, random.between(5, 24))
      const { child } = random.oneOf(cared)
      const auditor = reviewers.length > 0 && random.isTrue(0.7) ? random.oneOf(reviewers).officerId : 'Service manager'
      const grade = random.weighted({ OUTSTANDING: 6, GOOD: 62, REQUIRES_IMPROVEMENT: 29, INADEQUATE: 3 })
      const isGraded = random.isTrue(0.95)
      const dueOn = addDays(on, 28)
      const doneOn = addDays(on, random.between(7, 60))
      const text = random.oneOf(actions)
      const owner = random.oneOf(['The social worker', 'The team manager', 'The IRO'])
      if (isAfter(on, span.today)) continue
      const auditRef = `AU${on.year}-${String(on.month).padStart(2, '0')}-${number}`
      const programme = random.isTrue(0.8) ? 'Thematic' : 'Tier 2'
      made.push({ auditRef, on, child, programme, theme: themes[index % themes.length] ?? null, auditor, grade: isGraded ? grade : null, discussedOn: null, discussion: null }) // prettier-ignore
      if (grade === 'GOOD' || grade === 'OUTSTANDING') continue
      followed.push({
        auditRef,
        number: 1,
        text,
        owner,
        dueOn,
        completedOn: isAfter(doneOn, span.today) ? null : doneOn,
      })
    }
  }
  return { audits: made, actions: followed }
}

/** Each officer's duty once a month, supervision, and the teams that each is linked to. */
export function dutyRows(seed: number, officers: readonly OfficerRow[], span: Span) {
  const made: RowOf<typeof duties>[] = []
  for (const month of monthsOf(span)) {
    const index = numberOfMonth(month)
    for (const officer of officers) {
      const random = randomOf(seed, DUTY, index, numberIn(officer.officerId))
      const hours = random.between(3, 22)
      const isSupervised = random.isTrue(0.9)
      const day = addDays(month, random.between(8, 20))
      const last = addDays(addMonths(month, 1), -1)
      if (!isInPost(officer, month)) continue
      const ref = `${officer.officerId}-${month.year}-${String(month.month).padStart(2, '0')}`
      const duty = { officerId: officer.officerId, child: null, team: null }
      if (isOnOrBefore(last, span.today)) made.push({ ...duty, dutyRef: `D${ref}`, on: last, kind: 'LADO_DUTY', hours })
      if (isSupervised && isOnOrBefore(day, span.today)) made.push({ ...duty, dutyRef: `S${ref}`, on: day, kind: 'SUPERVISION', hours: 1.5 }) // prettier-ignore
    }
  }
  return made
}

/** Each officer's appraisal once a year, and training twice. */
export function appraisalRows(seed: number, officers: readonly OfficerRow[], span: Span): RowOf<typeof duties>[] {
  return monthsOf(span).flatMap((month) =>
    officers.flatMap((officer): RowOf<typeof duties>[] => {
      const random = randomOf(seed, APPRAISAL, numberOfMonth(month), numberIn(officer.officerId))
      const on = addDays(month, random.between(4, 22))
      const hours = random.between(3, 7)
      if (!isInPost(officer, on) || isAfter(on, span.today)) return []
      const ref = `${officer.officerId}-${month.year}-${String(month.month).padStart(2, '0')}`
      const duty = { on, officerId: officer.officerId, child: null, team: null }
      // A different month for each officer.
      const turn = (month.month + numberIn(officer.officerId)) % 12
      if (turn === 0) return [{ ...duty, dutyRef: `A${ref}`, kind: 'APPRAISAL', hours: 2 }]
      return turn % 6 === 3 ? [{ ...duty, dutyRef: `T${ref}`, kind: 'TRAINING', hours }] : []
    }),
  )
}

const teams = ['North', 'South'] as const

/** Each team met by its link officer every quarter, and the next meeting planned. */
export function linkMeetingRows(officers: readonly OfficerRow[], span: Span): RowOf<typeof duties>[] {
  const links = linkRows(officers, span)
  const to = { ...span, today: addMonths(span.today, 3) }
  return links.flatMap(({ team, officerId, from }, index) =>
    monthsOf(to)
      .filter(({ month }) => month % 3 === index + 1)
      .map((month) => addDays(month, 8 + index))
      .filter((on) => isOnOrBefore(from, on))
      .map((on) => ({
        dutyRef: `M${team}-${on.year}-${String(on.month).padStart(2, '0')}`,
        on,
        officerId,
        kind: 'LINK_TEAM_MEETING' as const,
        hours: isAfter(on, span.today) ? null : 1.5,
        child: null,
        team,
      })),
  )
}

/** Which officer each team talks to. */
export const linkRows = (officers: readonly OfficerRow[], { today }: Span): RowOf<typeof linkOfficers>[] =>
  teams.flatMap((team, index) => {
    const inPost = officers.filter((officer) => isInPost(officer, today))
    const linked = inPost[index % Math.max(1, inPost.length)]
    return linked ? [{ team, officerId: linked.officerId, from: linked.startedOn, to: null }] : []
  })

/** Each officer watched at work twice a year, by a colleague or the manager. */
export function observationRows(seed: number, officers: readonly OfficerRow[], span: Span) {
  const made: RowOf<typeof observations>[] = []
  for (const month of monthsOf(span)) {
    const index = numberOfMonth(month)
    const inPost = officers.filter((officer) => isInPost(officer, month))
    const random = randomOf(seed, OBSERVATION, index)
    const watched = inPost[index % Math.max(1, inPost.length)]
    const observer = inPost[(index + 1) % Math.max(1, inPost.length)]
    const on = addDays(month, random.between(3, 25))
    const isByManager = random.isTrue(0.4)
    const comment = random.isTrue(0.5) ? random.oneOf(['She asked me first', 'I could say what I wanted', 'It was quick']) : null // prettier-ignore
    if (!watched || !observer || isAfter(on, span.today)) continue
    made.push({
      observationRef: `OB${on.year}-${String(on.month).padStart(2, '0')}`,
      on,
      officerId: watched.officerId,
      observer: isByManager ? 'Marian Okafor' : observer.name,
      kind: isByManager ? 'MANAGER' : 'PEER',
      strengths: random.oneOf(['The child led the meeting', 'Plain words', 'Clear decisions with names']),
      toImprove: random.oneOf(['Begin on time', 'Ask the school earlier', 'Leave more time for the child']),
      themes: [observationThemes[index % observationThemes.length] ?? 'Chairing'],
      childComment: comment,
    })
  }
  return made
}
