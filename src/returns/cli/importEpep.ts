import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import * as z from 'zod'
import { type PlainDate, date } from '../../kernel/dates.ts'
import { orNull, parsedBy } from '../../platform/cli/parsed.ts'
import { toCsv, withoutGuard } from '../../platform/csv.ts'
import { readCsv } from '../../platform/reading/csv.ts'
import { FileReport, Problems } from '../../platform/reading/problems.ts'
import type { TableLayout } from '../../platform/reading/rows.ts'
import { fileAt, unreadable } from '../../platform/reading/sourceFile.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type ImportRegistersDeps, importRegisters } from '../../registers/cli/importRegisters.ts'

/** What `import e-pep` is asked. */
export const importEpepAsked = z.object({
  path: z.string(),
  authority: z.string(),
  extracted: parsedBy(orNull(date), '--extracted is the day of the extract, like 2023-03-31'),
  childColumn: z.string().default(''),
  dateColumn: z.string().default(''),
  preview: z.boolean().default(false),
  keepValidRows: z.boolean().default(false),
  format: z.enum(['table', 'json'], { error: '--format is table or json' }).default('table'),
})
type Asked = z.infer<typeof importEpepAsked>

/** What systems for personal education plans call the two columns, spaces and case aside. */
const KNOWN_AS = {
  child: ['child', 'child_id', 'person_id', 'client_id', 'ssd_id', 'lcs_id', 'mosaic_id', 'unique_id', 'pupil_id'],
  date: ['date', 'pep_date', 'date_of_pep', 'pep_completed', 'pep_completed_date', 'date_completed', 'completed_date', 'meeting_date', 'pep_meeting_date'], // prettier-ignore
} as const

const LONGEST_CELL = 10_000
const nameIn = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

/**
 * `footprint import e-pep`: takes the personal education plans of an e-PEP file into the register of checks, each with the
 * day of the extract. A row without a date says that no plan was made: nothing is kept of it. Throws `Refusal` as
 * `import registers` does; rows are those of the file that was sent.
 */
export async function importEpep(asked: Asked, deps: ImportRegistersDeps): Promise<string> {
  const rows = await plansIn(asked)
  const folder = mkdtempSync(join(tmpdir(), 'footprint-epep-'))
  try {
    // A row for each of the file, so that what is wrong is told by its number there.
    writeFileSync(join(folder, 'checks.csv'), toCsv([['child', 'kind', 'date', 'extract_date'], ...rows]))
    const { authority, preview, keepValidRows, format } = asked
    return await importRegisters({ path: folder, authority, preview, keepValidRows, withText: false, format }, deps)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const file = basename(asked.path)
    throw new Refusal(error.reasons.map((one) => ({ ...one, file })), error.more) // prettier-ignore
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The rows of the register that the file makes, one for each of its own; blank where it tells of no plan. */
async function plansIn({ path, extracted, childColumn, dateColumn }: Asked): Promise<string[][]> {
  const problems = new Problems()
  const report = new FileReport(basename(path), problems)
  const rows: string[][] = []
  try {
    await readCsv(
      fileAt(path, statSync(path).size),
      layoutOf(childColumn, dateColumn),
      (columns) => {
        const [child, on] = [columns.indexOf('child'), columns.indexOf('date')]
        return (cells, row) => {
          while (rows.length < row - 2) rows.push(['', '', '', ''])
          rows.push(rowOf(withoutGuard(cells[child] ?? ''), withoutGuard(cells[on] ?? ''), extracted))
        }
      },
      report,
      () => undefined,
    )
  } catch (error) {
    report.giveUp(unreadable(error))
  }
  if (problems.areAny) throw new Refusal(problems.errors, problems.refused().moreErrors)
  return rows
}

const rowOf = (child: string, on: string, extracted: PlainDate): string[] =>
  on.trim() === '' ? ['', '', '', ''] : [child.trim(), 'PEP', on.trim(), extracted.toString()]

/** The two columns that are read, by the names that were given or those that are known. */
function layoutOf(childColumn: string, dateColumn: string): TableLayout {
  const named = (given: string, known: readonly string[]) => (given === '' ? known : [nameIn(given)])
  const [children, dates] = [named(childColumn, KNOWN_AS.child), named(dateColumn, KNOWN_AS.date)]
  return {
    columns: [
      { name: 'child', isRequired: true },
      { name: 'date', isRequired: true },
    ],
    columnNamed: (heading) => {
      const name = nameIn(heading)
      if (children.includes(name)) return 'child'
      if (dates.includes(name)) return 'date'
      return ''
    },
    longestCell: LONGEST_CELL,
  }
}
