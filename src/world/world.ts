import type { BankHolidays } from '../calendar/bankHolidays.ts'
import { type ReportingYear, daysOf } from '../calendar/reportingYear.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Register, StoredRows } from '../registers/register.ts'
import type { Settings } from '../settings/settings.ts'
import type { Clocks } from './clocks.ts'

/** Whom the registers name on a day, beside those in care, each once: they belong to the day's world as well. */
export type NamedOn = (registers: StoredRows, day: PlainDate) => readonly string[]

/** Someone of whom a world tells. `record.child` names them, as the columns of registers do. */
export interface Known {
  record: { child: string }
}

/**
 * All that a year's figures and deadlines are worked out from, as at a day, and the rules of the place. What a `History`
 * is, and what the returns cover, is for the room to say that reads them.
 */
export interface WorldOf<History extends Known, Coverage> {
  year: ReportingYear
  /** Nothing dated later is seen. */
  asAt: PlainDate
  /** The day on which people are counted: the year's last, or `asAt` where that comes first. */
  snapshotOn: PlainDate
  histories: readonly History[]
  coverage: readonly Coverage[]
  /** The rows of the service's own registers, whole: the person who reads them sees to it that nothing after `asAt` is seen. */
  registers: StoredRows
  settings: Settings
  holidays: BankHolidays
  /** The clocks of all rooms: what they say is due is read with `openDeadlines`. */
  clocks: Clocks<WorldOf<History, Coverage>>
}

/** The rows of a register in a world: the same list for as long as none of them changes. */
export const recordsOf = <Row>(world: { registers: StoredRows }, register: Register<Row>): readonly Row[] =>
  register.rowsIn(world.registers)

/** The same world with figures counted from this day on, up to the same day of the count: a month of it, a year to date. */
export const countedFrom = <World extends { year: ReportingYear; snapshotOn: PlainDate }>(
  world: World,
  firstDay: PlainDate,
): World => ({
  ...world,
  year: daysOf(firstDay, world.snapshotOn),
})
