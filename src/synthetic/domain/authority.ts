import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type ReportingYear, nextYear } from '../../calendar/reportingYear.ts'
import { type PlainDate, earlierOf } from '../../kernel/dates.ts'
import { type RawTable, tableNames, tables } from '../../returns/ssda903/tables.ts'
import type { Life } from './life.ts'
import { livesOf } from './lives.ts'
import { type OddityKind, type PlantedOddity, yearRowsOf, yearRowsWith } from './oddities.ts'
import { familiesOf } from './outline.ts'
import type { YearRows } from './planting.ts'
import { randomOf } from './random.ts'
import type { ReturnScope } from './scope.ts'
import { CHILDREN_A_SOCIAL_WORKER } from './socialWorkers.ts'

/** What to make up. The same values give the same authority, to the byte. */
export interface AuthorityOptions {
  seed: number
  /** How many children are looked after at a time, about. */
  children: number
  /** The first and the last year to make a return of. */
  from: ReportingYear
  to: ReportingYear
  /** For an extract made within the last year: the last day it knows of. Null: the year is over. */
  until: PlainDate | null
  /** Whether each return lists only its own year, as real ones do, or also all that led up to it. */
  history: ReturnScope['history']
  /** What to put wrong on purpose, and with which share of the children (0 to 1); null for nothing. */
  oddities: { kinds: readonly OddityKind[]; share: number } | null
}

/** One made-up child: the rows in each return that names the child, oldest first, and what is wrong in them. */
export interface MadeUpChild {
  child: string
  /** What happened, whatever is put wrong in the returns. */
  life: Life
  returns: readonly YearRows[]
  planted: PlantedOddity | null
}

const ODDITIES = 201

/** The returns that the options ask for, oldest first. */
export function scopesOf({ from, to, until, history }: AuthorityOptions): ReturnScope[] {
  const scopes: ReturnScope[] = []
  for (let year = from; year.startYear <= to.startYear; year = nextYear(year)) {
    scopes.push({ year, history, knownOn: until ? earlierOf(year.lastDay, until) : year.lastDay })
  }
  return scopes
}

/**
 * The made-up authority child by child, so that any size can be written out in little memory. A child's story is the
 * same whichever years are asked for: asking for more only tells more of it.
 */
export function* madeUpChildren(options: AuthorityOptions, holidays: BankHolidays): Generator<MadeUpChild> {
  const scopes = scopesOf(options)
  const [first, last] = [scopes[0], scopes.at(-1)]
  if (!first || !last) return
  const socialWorkers = Math.max(2, Math.round(options.children / CHILDREN_A_SOCIAL_WORKER))
  const setting = { seed: options.seed, firstDay: first.year.firstDay, horizon: last.knownOn, holidays, socialWorkers }
  const kinds = [...(options.oddities?.kinds ?? [])]
  for (const family of familiesOf(options.seed, options.children, setting.firstDay, setting.horizon)) {
    for (const life of livesOf(family, setting)) {
      const odd = withOddity(life, scopes, kinds, options.oddities?.share ?? 0)
      const child = odd ?? { child: life.child, life, returns: yearRowsOf(life, scopes), planted: null }
      if (child.returns.length > 0) yield child
    }
  }
}

/** Takes the first of the kinds that this child allows and puts it last, so that all come round. */
function withOddity(
  life: Life,
  scopes: readonly ReturnScope[],
  kinds: OddityKind[],
  share: number,
): MadeUpChild | null {
  const random = randomOf(...life.seeds, ODDITIES)
  if (!random.isTrue(share)) return null
  for (const [index, kind] of kinds.entries()) {
    const returns = yearRowsWith(kind, life, scopes, random)
    if (!returns) continue
    kinds.push(...kinds.splice(index, 1))
    return { child: life.child, life, returns, planted: { child: life.child, kind } }
  }
  return null
}

/** One year's made-up return. */
export interface MadeUpReturn {
  scope: ReturnScope
  tables: readonly RawTable[]
}

/** A whole made-up authority. */
export interface MadeUpAuthority {
  returns: readonly MadeUpReturn[]
  planted: readonly PlantedOddity[]
}

/** The made-up authority in memory: for tests, and for sizes of which a year's return is no burden. */
export function makeUpAuthority(options: AuthorityOptions, holidays: BankHolidays): MadeUpAuthority {
  const planted: PlantedOddity[] = []
  const rows = new Map(scopesOf(options).map((scope) => [scope.year.startYear, { scope, tables: emptyTables() }]))
  for (const child of madeUpChildren(options, holidays)) {
    if (child.planted) planted.push(child.planted)
    for (const year of child.returns) {
      const into = rows.get(year.scope.year.startYear)
      for (const table of into?.tables ?? []) table.rows.push(...(year.rows[table.name] ?? []))
    }
  }
  return { returns: [...rows.values()], planted }
}

/** The tables that a made-up return has: all but the one whose cells the generator does not make up. */
export const madeUpTableNames = tableNames.filter((name) => name !== 'DoLo')

const emptyTables = (): (RawTable & { rows: string[][] })[] =>
  madeUpTableNames.map((name) => ({ name, columns: tables[name].map((column) => column.name), rows: [] }))
