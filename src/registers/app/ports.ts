import type { Visibility } from '../../kernel/visibility.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { ReadError } from '../../platform/reading/problems.ts'
import type { EndedRun } from '../../platform/imports/runs.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { Content, Register, StoredRows } from '../register.ts'
import type { Sent } from '../incoming/sent.ts'

/** The counts of one register in a change: rows. */
export interface RowCounts {
  added: number
  changed: number
  /** Sent, and kept already. */
  unchanged: number
  /** Sent, and not kept since something is wrong. */
  leftOut: number
}

/** Counts by register. */
export type CountsByRegister = Readonly<Record<string, RowCounts>>

/** A row to be kept from now on, in place of what was kept under its key. */
export interface RowToKeep {
  register: Register
  key: string
  content: Content
}

/** What is to be stored together. */
export interface RegisterChange {
  /** Where it comes from: the name of a folder or file, or of a page. */
  sourceName: string
  counts: CountsByRegister
  rows: readonly RowToKeep[]
  /** The person's id; null where nobody has signed in. */
  recordedBy: string | null
  /** Whether it was made on a page, and not by an import of files. */
  isByHand?: boolean
  /** The import through the pages that is done with this, stored with it or not at all. */
  ends?: EndedRun
}

/** A change that was stored. */
export interface StoredChange {
  recordedAt: Instant
  sourceName: string
  counts: CountsByRegister
}

/** A change as someone sees it, by register: the rows added and changed. */
export interface SeenChange extends Pick<StoredChange, 'recordedAt' | 'sourceName'> {
  counts: Readonly<Record<string, Pick<RowCounts, 'added' | 'changed'>>>
}

/** Rows that nobody else can change until the unit of work ends. */
export interface RowsForChange {
  /** As they stand; in order of key. */
  stored: StoredRows
  /** Has the change stored as part of the unit, whose next steps need not wait for it. Earlier versions stay known. */
  keep: (change: RegisterChange) => Promise<{ stored: Promise<StoredChange> }>
}

/** Where the registers of authorities are kept, in versions. */
export interface RegisterStore {
  /** The rows of these registers as known at a moment, or now where null; in order of key. */
  rows: (authority: string, registers: readonly string[], knownAt: Instant | null) => Promise<StoredRows>
  /** Waits until nobody else can change the authority's registers, and gives the rows of these. */
  rowsForChange: (unit: Unit, registers: readonly string[]) => Promise<RowsForChange>
  /**
   * Stores the change that `decide` makes of the rows as they stand, whole or not at all; null stores nothing. Earlier
   * versions stay known. Changes of one authority wait for each other.
   */
  change: (
    authority: { code: string; name: string },
    registers: readonly string[],
    decide: (stored: StoredRows) => RegisterChange | null,
  ) => Promise<StoredChange | null>
  /** Another after each change: a key for what is remembered of the rows known now. */
  version: (authority: string) => Promise<string>
  /** Every version of one row, the first first. Who may see the row is for the user to know. */
  versionsOf: (authority: string, register: string, key: string) => Promise<readonly RowVersion[]>
  /** The changes so far, by imports and on pages, latest first. */
  changes: (authority: string) => Promise<readonly StoredChange[]>
  /** The imports of files alone, the latest first. */
  imports: (authority: string) => Promise<readonly StoredChange[]>
  /** The same, as far as someone may see whom they were about. */
  importsSeen: (authority: string, visibility: Visibility) => Promise<readonly SeenChange[]>
}

/** A row as it was known from a moment on. */
export interface RowVersion {
  from: Instant
  content: Content
  /** What kept it: the name of a file, or of a page’s change. */
  sourceName: string
  /** The person's id; null where nobody had signed in. */
  recordedBy: string | null
}

/** What reading gives: tables, as far as there are any, and all that is wrong with them as tables. */
export interface ReadRegisters {
  sent: Sent
  errors: readonly ReadError[]
  /** How many errors were found beyond those listed. */
  moreErrors: number
  warnings: readonly ReadError[]
}

/** Reads a folder of CSV files, a zip of them, one of them, or a workbook. */
export type RegistersReader = (path: string, registers: readonly Register[]) => Promise<ReadRegisters>

/** Which of these names are known outside the registers, by thing: the children of the return. */
export type NamesKnownOutside = Readonly<
  Record<string, (authority: string, names: readonly string[]) => Promise<ReadonlySet<string>>>
>
