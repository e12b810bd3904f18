/** Why something in a file can't be read, or is odd enough to be told: where it stands, and what to do about it. */
export interface ReadError {
  file: string
  /** The header is row 1; null where it is about the file as a whole. Where a table has no rows of its own (XML), its nth is row n + 1. */
  row: number | null
  column: string | null
  /** What stands there, cut to `LONGEST_VALUE_SHOWN`. */
  value: string | null
  reason: string
}

/** What reading gives where it is refused: everything that is wrong, up to a bound. */
export interface Refused {
  ok: false
  errors: readonly ReadError[]
  /** How many errors were found beyond those listed. */
  moreErrors: number
}

/** How much has been read, in bytes. */
export interface ReadProgress {
  done: number
  total: number
}

export const LONGEST_VALUE_SHOWN = 60
export const MOST_ERRORS_LISTED = 10_000
/** Warnings help only while someone reads them all. */
const MOST_WARNINGS = 100

/** Everything found wrong with what was sent while it is read. */
export class Problems {
  readonly errors: ReadError[] = []
  readonly warnings: ReadError[] = []
  #moreErrors = 0

  get areAny(): boolean {
    return this.errors.length > 0
  }

  error(error: ReadError): void {
    if (this.errors.length < MOST_ERRORS_LISTED) this.errors.push(shown(error))
    else this.#moreErrors++
  }

  warn(warning: ReadError): void {
    if (this.warnings.length < MOST_WARNINGS) this.warnings.push(shown(warning))
  }

  refused(): Refused {
    return { ok: false, errors: this.errors, moreErrors: this.#moreErrors }
  }
}

/** What is found wrong with one file, so that a file of nonsense is given up in time. */
export class FileReport {
  readonly file: string
  readonly #problems: Problems
  #count = 0
  #isGivenUp = false

  constructor(file: string, problems: Problems) {
    this.file = file
    this.#problems = problems
  }

  /** Whether the file should be read no further. */
  get isGivenUp(): boolean {
    return this.#isGivenUp
  }

  /** How much is wrong with the file so far. */
  get errorCount(): number {
    return this.#count
  }

  error(reason: string, at: Where = {}): void {
    if (this.#isGivenUp) return
    this.#problems.error(errorAt(this.file, reason, at))
    if (++this.#count < MOST_ERRORS_LISTED) return
    this.giveUp(
      `has ${MOST_ERRORS_LISTED.toLocaleString('en-GB')} errors up to here: the rest of the file was not read`,
      at,
    )
  }

  /** An error after which nothing more of the file can be understood. */
  giveUp(reason: string, at: Where = {}): void {
    if (this.#isGivenUp) return
    this.#isGivenUp = true
    this.#count++
    this.#problems.error(errorAt(this.file, reason, at))
  }

  warn(reason: string, at: Where = {}): void {
    this.#problems.warn(errorAt(this.file, reason, at))
  }

  /** The report of one part of the file, named in its errors: a table within the XML. */
  part(name: string): FileReport {
    return new FileReport(`${this.file} (${name})`, this.#problems)
  }
}

export interface Where {
  row?: number
  column?: string
  value?: string
}

const errorAt = (file: string, reason: string, { row, column, value }: Where): ReadError => ({
  file,
  row: row ?? null,
  column: column ?? null,
  value: value ?? null,
  reason,
})

const shown = (error: ReadError): ReadError =>
  error.value === null || error.value.length <= LONGEST_VALUE_SHOWN
    ? error
    : { ...error, value: `${error.value.slice(0, LONGEST_VALUE_SHOWN - 1)}…` }
