import assert from 'node:assert/strict'
import { join } from 'node:path'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { type World, worldOf } from '../../src/children/domain/world.ts'
import { mergeDocuments } from '../../src/returns/ssda903/domain/merge.ts'
import { readReturn } from '../../src/returns/ssda903/read/readReturn.ts'
import { defaultSettings } from '../../src/settings/settings.ts'
import { holidays } from './holidays.ts'

export const BOROUGH = join(import.meta.dirname, '../data/made-up-borough-2022-23')

/** The world of the made-up borough in 2022-23, read from its return without a database. */
export async function boroughWorld(): Promise<World> {
  const year = reportingYear(2022)
  const read = await readReturn(join(BOROUGH, 'data'), { year })
  assert.ok(read.ok)
  const coverage = [{ year: year.startYear, carriesEarlierReviews: read.carriesEarlierReviews }]
  const children = read.documents.map(({ child, content, rows }) =>
    mergeDocuments(child, [{ year: year.startYear, content, rows }], coverage),
  )
  return worldOf({ children, coverage }, year, year.lastDay, defaultSettings, holidays)
}
