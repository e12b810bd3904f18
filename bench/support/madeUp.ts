import { join } from 'node:path'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { holidays } from '../../src/main/house.ts'
import { madeUpChildren, scopesOf } from '../../src/synthetic/domain/authority.ts'
import { csvWriter } from '../../src/synthetic/write/returnWriter.ts'

/** A made-up return on disk. */
export interface WrittenReturn {
  path: string
  /** The calendar year in which its year starts. */
  startYear: number
  children: number
  rows: number
  reviews: number
}

/** The last year that benchmarks know of: fixed, so that results of different days compare. */
export const LAST_YEAR = 2025

/** The authority that is made up: what its returns and its registers are both made of. */
export const optionsOf = (size: { children: number; years: number; history: 'year_only' | 'carried' }) => ({
  seed: 1,
  children: size.children,
  from: reportingYear(LAST_YEAR - size.years + 1),
  to: reportingYear(LAST_YEAR),
  until: null,
  history: size.history,
  oddities: null,
})

/** Writes the returns of a made-up authority of this size, for so many years up to the last. */
export function writeReturns(
  folder: string,
  size: { children: number; years: number; history: 'year_only' | 'carried' },
): WrittenReturn[] {
  const options = optionsOf(size)
  const returns = new Map(
    scopesOf(options).map(({ year }) => {
      const path = join(folder, year.name)
      const written: WrittenReturn = { path, startYear: year.startYear, children: 0, rows: 0, reviews: 0 }
      return [year.startYear, { written, writer: csvWriter(path) }]
    }),
  )
  for (const child of madeUpChildren(options, holidays)) {
    for (const { scope, rows } of child.returns) {
      const target = returns.get(scope.year.startYear)
      if (!target) continue
      target.writer.add(rows)
      target.written.children++
      target.written.reviews += rows.Reviews?.length ?? 0
      for (const table of Object.values(rows)) target.written.rows += table.length
    }
  }
  return [...returns.values()].map(({ written, writer }) => {
    writer.close()
    return written
  })
}
