import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { lastDayToCount } from '../../calendar/reportingYear.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { dayAsked, momentAsked, yearAsked } from '../../overview/cli/asked.ts'
import { UsageError } from '../../platform/cli/command.ts'
import { parsedBy } from '../../platform/cli/parsed.ts'
import { makeFolders } from '../../platform/folders.ts'
import type { AnnualReport } from '../app/annualReport.ts'
import { formats, reportFile } from '../write/files.ts'

/** A format that is promised and still to come: to ask for it is no mistake in typing. */
const COMING = ['ods']

const formatsAsked = parsedBy(
  (text) => {
    const names = text.split(',').map((name) => name.trim())
    return names.every((name) => [...formats, ...COMING].includes(name)) ? names : null
  },
  `--format is one or more of ${formats.join(', ')}, with commas between`,
)

/** What `report` is asked. */
export const reportAsked = z.object({
  authority: z.string(),
  year: yearAsked,
  out: z.string(),
  format: formatsAsked.default(['html', 'docx']),
  asAt: dayAsked.optional(),
  knownAt: momentAsked.optional(),
  suppressSmall: z.boolean().default(false),
})

/** What the command is given to work with. */
export interface ReportDeps {
  annualReport: AnnualReport
  /** Throws `Refusal` for an authority that is not known. */
  authorityNamed: (codeOrName: string) => { code: string; name: string }
  today: () => PlainDate
}

/** `footprint report`: writes the annual report into a folder and says which files it wrote. */
export async function report(
  asked: z.infer<typeof reportAsked>,
  { annualReport, authorityNamed, today }: ReportDeps,
): Promise<string> {
  const chosen = formats.filter((format) => asked.format.includes(format))
  refuseComing(asked.format)
  const written = await annualReport({
    authority: authorityNamed(asked.authority),
    year: asked.year,
    asAt: asked.asAt ?? lastDayToCount(asked.year, today()),
    knownAt: asked.knownAt ?? null,
    areSmallNumbersHidden: asked.suppressSmall,
  })
  makeFolders(asked.out)
  const paths: string[] = []
  for (const format of chosen) {
    const file = await reportFile(written, format)
    const path = join(asked.out, file.name)
    await writeFile(path, file.content)
    paths.push(path)
  }
  return paths.map((path) => `${path}\n`).join('')
}

function refuseComing(asked: readonly string[]): void {
  const coming = asked.filter((name) => COMING.includes(name))
  if (coming.length === 0) return
  throw new UsageError(
    `--format: the report can't be had as ${coming.join(' or ')} yet; there are ${formats.join(', ')}`,
  )
}
