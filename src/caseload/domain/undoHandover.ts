import { hasLeft } from '../../officers/domain/service.ts'
import { family, type FamilyTieFact } from '../../children/registers/family.ts'
import { type PlainDate, isAfter, isSameDay } from '../../kernel/dates.ts'
import { hasDays } from '../../officers/domain/allocations.ts'
import { allocations, type AllocationFact } from '../../officers/registers/allocations.ts'
import { handovers, type HandoverFact } from '../../officers/registers/handovers.ts'
import { officers } from '../../officers/registers/officers.ts'
import { PERSON } from '../../registers/columns.ts'
import type { Register } from '../../registers/register.ts'
import { versionOf } from '../../registers/version.ts'
import { replaced } from './allocation.ts'
import { openByChild } from './load.ts'
import { clashesOf, siblingsOf } from './ties.ts'

/** Why a child stays with the new IRO although the handover is undone for others. */
export type WhyItStays =
  /** The allocation is another by now: it ended, or the child was handed on. */
  | 'changed_since'
  /** The new IRO has recorded something of the child since. */
  | 'recorded_since'
  /** The officer before has left by now. */
  | 'officer_left'
  /** The officer before is by now the IRO of a parent or a child of the child. CLK-IRO-5. */
  | 'family'

/** Reads the rows of a register: those that someone may see, or those of a unit of work. */
export type RowsOf = <Row>(register: Register<Row>) => readonly Row[]

/** Which handover is undone. */
export interface HandoverToUndo {
  fromOfficer: string
  on: PlainDate
  /** Of which children: those that may be seen. */
  children: ReadonlySet<string>
  today: PlainDate
  /** Every register of every room: in which something may have been recorded since. */
  registers: readonly Register[]
}

/** What becomes of a handover that is undone. */
export interface Undone {
  /** The handovers that are undone, one a child. */
  back: readonly HandoverFact[]
  stays: readonly { handover: HandoverFact; why: WhyItStays }[]
  allocations: readonly AllocationFact[]
  ties: readonly FamilyTieFact[]
  /** The version of all that it undoes, for the page that asks whether to. */
  version: string
}

/** What the tie of brothers and sisters says where they are apart again and the reason of then is not kept. */
const APART_AS_BEFORE = 'They had different IROs before a handover that was undone'

/** The handovers of an officer on a day that hold. */
export const handoversOn = (all: readonly HandoverFact[], fromOfficer: string, on: PlainDate): HandoverFact[] =>
  all
    .filter((one) => one.fromOfficer === fromOfficer && isSameDay(one.on, on) && one.undoneOn === null)
    .sort((a, b) => a.child.localeCompare(b.child))

/**
 * Gives the children of a handover back to the officer before, as if it had not been, where nothing has happened since.
 * A child is never without an officer, and never with one who has left.
 */
export function undoHandover(rowsOf: RowsOf, asked: HandoverToUndo): Undone {
  const { fromOfficer, on, children, today, registers } = asked
  const known = rowsOf(allocations)
  const ties = rowsOf(family)
  const officer = rowsOf(officers).find(({ officerId }) => officerId === fromOfficer)
  const isGone = officer !== undefined && hasLeft(officer, today)
  const all = handoversOn(rowsOf(handovers), fromOfficer, on).filter(({ child }) => children.has(child))
  const isRecordedSince = recordedSince(rowsOf, registers, all)
  const judged = all.map((handover): Judged => {
    const rows = allocationsOf(handover, known)
    if (rows === null) return { handover, why: 'changed_since' }
    if (isRecordedSince(handover)) return { handover, why: 'recorded_since' }
    return isGone ? { handover, why: 'officer_left' } : { handover, rows }
  })
  const possible = judged.filter((one) => 'rows' in one)
  const day = isAfter(on, today) ? on : today
  const restored = possible.flatMap(restoredRows)
  const after = replaced(known, restored).filter(hasDays)
  const clashing = new Set(
    clashesOf(
      possible.map(({ handover }) => handover.child),
      after,
      ties,
      day,
    ).map(({ child }) => child),
  )
  const back = possible.filter(({ handover }) => !clashing.has(handover.child))
  const changed = back.flatMap(restoredRows)
  const childrenBack = back.map(({ handover }) => handover.child)
  return {
    back: back.map(({ handover }) => handover),
    stays: judged.flatMap((one) => {
      if ('why' in one) return [one]
      return clashing.has(one.handover.child) ? [{ handover: one.handover, why: 'family' as const }] : []
    }),
    allocations: changed,
    ties: tiesAfter(childrenBack, replaced(known, changed).filter(hasDays), ties, day),
    version: versionOf(...possible.flatMap(({ handover, rows }) => [handover, ...rows])),
  }
}

/** A child who can go back, with the two allocations as the handover left them; or who stays, with why. */
type Judged =
  | { handover: HandoverFact; rows: readonly [AllocationFact, AllocationFact] }
  | { handover: HandoverFact; why: WhyItStays }

/** The allocations as they were: the first goes on as long as the second would have, and the second never was. */
const restoredRows = ({
  rows: [theirs, given],
}: {
  rows: readonly [AllocationFact, AllocationFact]
}): AllocationFact[] => [
  { ...theirs, to: given.to },
  { ...given, to: given.from },
]

/** The two allocations as the handover left them; null where one of them is another by now. */
function allocationsOf(
  handover: HandoverFact,
  known: readonly AllocationFact[],
): readonly [AllocationFact, AllocationFact] | null {
  const { child, on, fromOfficer, toOfficer } = handover
  const own = known.filter((one) => one.child === child)
  const theirs = own.find((one) => one.officerId === fromOfficer && one.to !== null && isSameDay(one.to, on))
  const given = own.find((one) => one.officerId === toOfficer && isSameDay(one.from, on) && hasDays(one))
  const isAsLeft = given && versionOf(given) === versionOf(handover)
  const isHandedOn = own.some((one) => isAfter(one.from, on) && hasDays(one))
  return theirs && isAsLeft && !isHandedOn ? [theirs, given] : null
}

/**
 * Gives whether the new officer has recorded something of the child since the handover, in any register. A booked review
 * is nothing of the kind: it goes back with the child.
 */
function recordedSince(
  rowsOf: RowsOf,
  registers: readonly Register[],
  all: readonly HandoverFact[],
): (handover: HandoverFact) => boolean {
  const children = new Set<unknown>(all.map(({ child }) => child))
  const first = all.map((one) => versionOf(one)).sort()[0] ?? ''
  const latest = new Map<string, string>()
  for (const register of registers) {
    if (register.isText || register.name === allocations.name || register.name === handovers.name) continue
    const [people, officerColumns] = [referencesOf(register, PERSON), referencesOf(register, 'officer')]
    if (people.length === 0 || officerColumns.length === 0) continue
    for (const row of rowsOf(register)) {
      if (!isObject(row) || versionOf(row) <= first) continue
      const values = new Map<string, unknown>(Object.entries(row))
      if (NOT_DONE_YET.has(values.get('status'))) continue
      const named = people.map((column) => values.get(column)).filter((child) => children.has(child))
      for (const child of named) {
        for (const officer of officerColumns) {
          const key = `${String(child)} ${String(values.get(officer))}`
          const version = versionOf(row)
          if (version > (latest.get(key) ?? '')) latest.set(key, version)
        }
      }
    }
  }
  return (handover) => (latest.get(`${handover.child} ${handover.toOfficer}`) ?? '') > versionOf(handover)
}

/** The states of what is planned or was called off. */
const NOT_DONE_YET: ReadonlySet<unknown> = new Set(['PLANNED', 'BOOKED', 'CANCELLED'])

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const referencesOf = ({ columns }: Register, thing: string): string[] =>
  columns.flatMap((column) => (column.kind === 'reference' && column.thing === thing ? [column.property] : []))

/** The ties of these children to brothers and sisters whose reason for being apart is another from then on. */
function tiesAfter(
  children: readonly string[],
  after: readonly AllocationFact[],
  ties: readonly FamilyTieFact[],
  day: PlainDate,
): FamilyTieFact[] {
  const open = openByChild(after, day)
  const changed = new Map<FamilyTieFact, FamilyTieFact>()
  for (const child of children) {
    for (const { child: sibling, tie } of siblingsOf(child, ties)) {
      const theirs = open.get(sibling)
      if (!theirs) continue
      const isApart = theirs.officerId !== open.get(child)?.officerId
      const apartReason = isApart ? (tie.apartReason ?? APART_AS_BEFORE) : null
      if (apartReason !== tie.apartReason) changed.set(tie, { ...tie, apartReason })
    }
  }
  return [...changed.values()]
}
