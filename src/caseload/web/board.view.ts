import { type CaseloadRules, caseloadSetting } from '../settings.ts'
import { reviewKinds } from '../../reviews/domain/deadlineKinds.ts'
import { officers } from '../../officers/registers/officers.ts'
import { recordsOf } from '../../world/world.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import * as z from 'zod'
import { horizontalBars } from '../../charts/bars.ts'
import type { World } from '../../children/domain/world.ts'
import { whenDue } from '../../clocks/whenDue.ts'
import { compareDates, longDate, longDateWithWeekday, type PlainDate } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { openDeadlines } from '../../world/deadlines.ts'
import type { CellValue } from '../../platform/csv.ts'
import { withQuery } from '../../platform/web/addresses.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { readDay, textFilter } from '../../platform/web/filters.ts'
import {
  bandOf,
  caseloadOn,
  openByChild,
  type Caseload,
  type Load,
  type OfficerLoad,
  type bands,
} from '../domain/load.ts'
import { officerRoles } from '../../officers/registers/officers.ts'
import { leftBehind, waitingChildren } from '../domain/waiting.ts'
import { type WorkKind, allWorkKinds, workKinds, workWords } from '../domain/work.ts'
import type { Tabs } from './tabs.ts'
import { besideGuide, guideWords, plainNumber } from './words.ts'

/** The day that the board shows, as it stands in the address. */
export const boardFilters = z.object({ asAt: textFilter })
export type BoardFilters = z.infer<typeof boardFilters>

/** The day to show, and whether what was typed is one. */
export function boardDay({ asAt }: BoardFilters, today: PlainDate): { day: PlainDate; isRead: boolean } {
  if (asAt === '') return { day: today, isRead: true }
  const day = readDay(asAt)
  return { day: day ?? today, isRead: day !== null }
}

/** All that board.njk shows. */
export function boardPage(world: World, filters: BoardFilters, isRead: boolean, code: string, tabs: Tabs) {
  const board = caseloadOn(world, world.asAt)
  const { guide, weights } = caseloadSetting.of(world.settings)
  const { whole } = board
  // The usual service has few kinds: columns of noughts would push the others out of sight.
  const kinds = allWorkKinds.filter(
    (kind) => whole.byKind[kind] > 0 || board.officers.some((one) => one.byKind[kind] > 0),
  )
  const path = authorityPath(code, 'caseload')
  return {
    title: 'Caseload',
    asAt: longDateWithWeekday(world.asAt),
    tabs,
    action: path,
    filters,
    errors: isRead ? [] : [{ text: 'Enter the day as a date, like 31 3 2026', href: '#asAt' }],
    hasOfficers: board.officers.length > 0,
    cards: [
      { number: String(whole.children), label: 'children with an IRO', more: '' },
      { number: plainNumber(whole.fte), label: 'full-time equivalents of reviewing officers in post', more: '' },
      cardOf('children for each full-time equivalent', besideGuide(whole.perFte, guide)),
      cardOf('by weight for each full-time equivalent', besideGuide(whole.weightedPerFte, guide)),
    ],
    notes: notesOf(world, whole, code),
    csvHref: withQuery(authorityPath(code, 'caseload.csv'), filters),
    kinds: kinds.map((kind) => workKinds[kind]),
    rows: board.officers.map((load) => ({
      name: load.officer.name,
      about: aboutOfficer(load),
      childrenHref: withQuery(authorityPath(code, 'caseload', 'of', load.officer.officerId), filters),
      ...cellsOf(load, guide, kinds),
    })),
    whole: cellsOf(whole, guide, kinds),
    chart: chartOf(board, guide),
    guide: guideWords(guide),
    weights: allWorkKinds.map((kind) => ({ kind: workKinds[kind], weight: plainNumber(weights[kind]) })),
  }
}

const cardOf = (label: string, { value, band }: ReturnType<typeof besideGuide>) => ({
  number: value,
  label,
  more: band,
})

/** What to know of an officer beside the numbers; empty where there is nothing. */
function aboutOfficer({ officer, isInPost, isReviewing }: OfficerLoad): string {
  if (!isInPost) return officer.endedOn ? `Left on ${longDate(officer.endedOn)}` : 'Not in post'
  return isReviewing ? '' : `${officerRoles[officer.role]}: not counted`
}

const cellsOf = (load: Load, guide: CaseloadRules['guide'], kinds: readonly WorkKind[]) => ({
  fte: plainNumber(load.fte),
  children: String(load.children),
  byKind: kinds.map((kind) => String(load.byKind[kind])),
  ended: String(load.ended),
  weighted: plainNumber(load.weighted),
  perFte: besideGuide(load.perFte, guide),
  weightedPerFte: besideGuide(load.weightedPerFte, guide),
})

function notesOf(world: World, whole: Load, code: string) {
  const waiting = waitingChildren(world)
  const late = waiting.filter(({ isOverdue }) => isOverdue).length
  const left = leftBehind(world, world.asAt).length
  const href = authorityPath(code, 'caseload', 'waiting')
  const notes: { text: string; href: string | null }[] = []
  if (waiting.length > 0) {
    const isLate = late === 0 ? '' : `, ${late} for too long`
    notes.push({ text: `${counted(waiting.length, 'child', 'children')} without an IRO${isLate}`, href })
  }
  if (left > 0) notes.push({ text: `${counted(left, 'child', 'children')} whose IRO has left`, href })
  if (whole.ended > 0) {
    const text = `${counted(whole.ended, 'child', 'children')} still with an IRO although care has ended: they count, and weigh nothing.`
    notes.push({ text, href: null })
  }
  return notes
}

function chartOf({ officers, whole }: Caseload, guide: CaseloadRules['guide']) {
  const counting = officers.filter(({ fte }) => fte > 0)
  if (counting.length === 0 || whole.perFte === null) return null
  const inBand = (band: keyof typeof bands) =>
    counting.filter(({ perFte }) => perFte !== null && bandOf(perFte, guide) === band).length
  return horizontalBars({
    id: 'caseload',
    title: 'Children for each full-time equivalent, by IRO',
    description: `Of ${counted(counting.length, 'IRO')}, ${inBand('over')} are over the guide of ${guideWords(guide)}, ${inBand('in')} in it and ${inBand('under')} under it.`,
    categoryHeading: 'IRO',
    categories: [...counting.map(({ officer }) => officer.name), 'Whole service'],
    series: [
      { label: 'Children', values: [...counting, whole].map(({ perFte }) => perFte) },
      { label: 'By weight', values: [...counting, whole].map(({ weightedPerFte }) => weightedPerFte) },
    ],
    format: (value) => value.toFixed(1),
  })
}

/** The board as a table to take away. */
export function boardTable(world: World): CellValue[][] {
  const { officers, whole } = caseloadOn(world, world.asAt)
  const { guide } = caseloadSetting.of(world.settings)
  const band = (load: number | null) => (load === null ? null : bandOf(load, guide))
  const numbers = (load: Load): CellValue[] => [
    load.fte,
    load.children,
    ...allWorkKinds.map((kind) => load.byKind[kind]),
    load.ended,
    load.weighted,
    load.perFte,
    band(load.perFte),
    load.weightedPerFte,
    band(load.weightedPerFte),
  ]
  return [
    [
      'day', 'officer_id', 'officer', 'role', 'fte', 'children', 'looked_after', 'adoption', 'short_breaks',
      'care_leavers', 'supervision_orders', 'private_fostering', 'care_ended', 'weighted', 'per_fte', 'beside_guide',
      'weighted_per_fte', 'weighted_beside_guide',
    ],
    ...officers.map((load) => [
      world.asAt.toString(),
      load.officer.officerId,
      load.officer.name,
      load.officer.role,
      ...numbers(load),
    ]),
    [world.asAt.toString(), null, 'Whole service', null, ...numbers(whole)],
  ] // prettier-ignore
}

/** All that officerChildren.njk shows; null where nobody knows the officer. */
export function officerChildrenPage(world: World, officerId: string, filters: BoardFilters, code: string) {
  const officer = recordsOf(world, officers).find((one) => one.officerId === officerId)
  if (!officer) return null
  const day = world.asAt
  const open = openByChild(recordsOf(world, allocations), day)
  const ids = [...open.values()].filter((one) => one.officerId === officerId).map(({ child }) => child)
  const reviews = new Map(
    openDeadlines(world)
      .filter(({ clock }) => clock.kind === reviewKinds.review)
      .flatMap((deadline) => (deadline.child === null ? [] : [[deadline.child, deadline] as const])),
  )
  const rows = ids.sort().map((child) => {
    const review = reviews.get(child)
    return {
      child,
      href: authorityPath(code, 'children', child, 'officer'),
      work: workWords(world, child, day),
      since: longDate(open.get(child)?.from ?? day),
      due: review ? `${longDateWithWeekday(review.due)}, ${whenDue(review, day)}` : '',
      isLate: review?.state === 'overdue',
      sortOn: review?.due ?? null,
    }
  })
  rows.sort((a, b) => (a.sortOn && b.sortOn ? compareDates(a.sortOn, b.sortOn) : Number(!a.sortOn) - Number(!b.sortOn)))
  return {
    title: `Children of ${officer.name}`,
    asAt: longDateWithWeekday(day),
    back: { href: withQuery(authorityPath(code, 'caseload'), filters), text: 'Caseload' },
    handOverHref: authorityPath(code, 'caseload', 'officers', officerId, 'hand-over'),
    summary: counted(rows.length, 'child', 'children'),
    rows,
  }
}
