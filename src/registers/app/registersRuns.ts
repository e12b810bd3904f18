import type { Visibility } from '../../kernel/visibility.ts'
import type { Run, RunStore } from '../../platform/imports/runs.ts'
import type { ReadError } from '../../platform/reading/problems.ts'
import type { CountsByRegister } from './ports.ts'

/** Whose import it is, and whom they could see when they sent the files: the result is of what they could see. */
export interface RegistersAsked {
  recordedBy: string
  visibility: Visibility
}

/** A row that says something new of what is kept: where it stands, and in which columns. Not what: that is not for all. */
export interface ChangedRow {
  register: string
  row: number
  columns: readonly string[]
}

/** What checking or storing came to, short enough to keep. */
export interface RegistersResult {
  isStored: boolean
  counts: CountsByRegister
  changed: readonly ChangedRow[]
  /** How many rows are changed beyond those listed. */
  moreChanged: number
  errors: readonly ReadError[]
  moreErrors: number
  /** Rows with nothing wrong that are left out with those that have errors. */
  hindrances: readonly ReadError[]
  warnings: readonly ReadError[]
  /** The people of whom this says what is kept. */
  peopleShown: readonly string[]
}

/** What an import came to that is refused before any row was looked at. */
export const refusedRegisters = (errors: readonly ReadError[]): RegistersResult => ({
  isStored: false,
  counts: {},
  changed: [],
  moreChanged: 0,
  errors,
  moreErrors: 0,
  hindrances: [],
  warnings: [],
  peopleShown: [],
})

/** One import of registers through the pages. */
export type RegistersRun = Run<RegistersAsked, RegistersResult, 'reading'>

/** Where they are kept while they go on. */
export type RegistersRunStore = RunStore<RegistersAsked, RegistersResult, 'reading'>
