import { dirname } from 'node:path'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { isInYear, type ReportingYear, parseReportingYear } from '../../calendar/reportingYear.ts'
import { parsedBy } from '../../platform/cli/parsed.ts'
import { toCsv } from '../../platform/csv.ts'
import { makeFolders } from '../../platform/folders.ts'
import { writeWholeFile } from '../../platform/wholeFile.ts'
import { type PlainDate, compareDates } from '../../kernel/dates.ts'
import { counted } from '../../kernel/words.ts'
import { reviewsHeldInYear } from '../../reviews/domain/world.ts'
import { historyOf } from '../../children/domain/world.ts'

/** What `export reviews-903` is asked. */
export const reviews903Asked = z.object({
  authority: z.string(),
  year: parsedBy<ReportingYear>(parseReportingYear, '--year is a reporting year like 2022-23'),
  out: z.string(),
})

/** What the command is given to work with. */
export interface Reviews903Deps {
  /** The world of the authority as it is known, for a year. Throws `Refusal` for an authority that is not known. */
  worldOf: (authority: string, year: ReportingYear) => Promise<World>
}

/**
 * `footprint export reviews-903`: the reviews recorded here as rows of the return (CHILD, DOB, REVIEW, REVIEW_CODE), so
 * that nobody types them again. A review without a code has a blank one.
 */
export async function reviews903(
  { authority, year, out }: z.infer<typeof reviews903Asked>,
  { worldOf }: Reviews903Deps,
): Promise<string> {
  const world = await worldOf(authority, year)
  const rows = reviewsHeldInYear(world)
    .filter(({ details, heldOn }) => details !== null && isInYear(heldOn, year))
    .toSorted((a, b) => a.child.localeCompare(b.child) || compareDates(a.heldOn, b.heldOn))
    .map(({ child, heldOn, participation }) => [
      child,
      inReturn(historyOf(world, child)?.record.bornOn ?? null),
      inReturn(heldOn),
      participation === 'not_recorded' ? '' : participation,
    ])
  makeFolders(dirname(out))
  await writeWholeFile(out, toCsv([['CHILD', 'DOB', 'REVIEW', 'REVIEW_CODE'], ...rows]), { mode: OWNER_ONLY })
  return `Wrote ${counted(rows.length, 'review')} to ${out}\n`
}

// The file holds children's records.
const OWNER_ONLY = 0o600

/** As the return writes a day: `06/06/2023`. */
const inReturn = (day: PlainDate | null): string =>
  day === null ? '' : [String(day.day).padStart(2, '0'), String(day.month).padStart(2, '0'), day.year].join('/')
