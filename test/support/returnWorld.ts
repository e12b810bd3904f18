import assert from 'node:assert/strict'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { type World, worldOf } from '../../src/children/domain/world.ts'
import type { PlainDate } from '../../src/kernel/dates.ts'
import { allClocks } from '../../src/main/rooms.ts'
import { mergeDocuments } from '../../src/returns/ssda903/domain/merge.ts'
import { readReturn } from '../../src/returns/ssda903/read/readReturn.ts'
import { type Settings, defaultSettings } from '../../src/settings/settings.ts'
import { holidays } from './holidays.ts'

/** The world of a year as one return has it, read from its folder without a database. */
export async function returnWorld(
  path: string,
  startYear: number,
  { settings = defaultSettings, asAt }: { settings?: Settings; asAt?: PlainDate } = {},
): Promise<World> {
  const year = reportingYear(startYear)
  const read = await readReturn(path, { year })
  assert.ok(read.ok, path)
  const coverage = [{ year: startYear, carriesEarlierReviews: read.carriesEarlierReviews }]
  const children = read.documents.map(({ child, content, rows }) =>
    mergeDocuments(child, [{ year: startYear, content, rows }], coverage),
  )
  return worldOf({ children, coverage }, year, asAt ?? year.lastDay, settings, holidays, allClocks)
}
