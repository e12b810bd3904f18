import { join } from 'node:path'
import * as z from 'zod'
import { lastDayToCount } from '../../calendar/reportingYear.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { dayAsked, momentAsked, yearAsked } from '../../overview/cli/asked.ts'
import { UsageError } from '../../platform/cli/command.ts'
import { parsedBy } from '../../platform/cli/parsed.ts'
import { makeFolders } from '../../platform/folders.ts'
import { writeWholeFile } from '../../platform/wholeFile.ts'
import { listed } from '../../kernel/words.ts'
import type { AnnualReport } from '../app/annualReport.ts'
import { editions, hidesSmallNumbers } from '../domain/edition.ts'
import { formats, reportFile } from '../write/files.ts'

const formatsAsked = parsedBy(
  (text) => {
    const names = text.split(',').map((name) => name.trim())
    const chosen = formats.filter((format) => names.includes(format))
    return names.every((name) => formats.some((format) => format === name)) ? chosen : null
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
  edition: z.enum(editions, { error: `--edition is ${listed(editions, 'or')}` }).optional(),
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
  const edition = asked.edition ?? 'public'
  if (asked.suppressSmall && !hidesSmallNumbers(edition)) {
    throw new UsageError('--suppress-small: the board’s edition hides nothing; ask for --edition public')
  }
  const written = await annualReport({
    authority: authorityNamed(asked.authority),
    year: asked.year,
    asAt: asked.asAt ?? lastDayToCount(asked.year, today()),
    knownAt: asked.knownAt ?? null,
    edition,
  })
  makeFolders(asked.out)
  const paths: string[] = []
  for (const format of asked.format) {
    const file = await reportFile(written, format)
    const path = join(asked.out, file.name)
    await writeWholeFile(path, file.content)
    paths.push(path)
  }
  return paths.map((path) => `${path}\n`).join('')
}
