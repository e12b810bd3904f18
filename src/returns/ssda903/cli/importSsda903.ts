import { basename, resolve } from 'node:path'
import * as z from 'zod'
import { parseReportingYear, reportingYear } from '../../../calendar/reportingYear.ts'
import { findingKinds, heaviestFirst } from '../../../children/domain/findingKinds.ts'
import type { Finding } from '../../../house/finding.ts'
import { counted, printable } from '../../../kernel/words.ts'
import { parsedBy } from '../../../platform/cli/parsed.ts'
import type { Progress } from '../../../platform/cli/progress.ts'
import type { ReadError } from '../../../platform/reading/problems.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { cautionsOf } from '../app/cautions.ts'
import type { DoneImport, ImportReturn } from '../app/importReturn.ts'
import type { ImportProgress } from '../app/ports.ts'

/** What `import ssda903` is asked. */
export const importAsked = z.object({
  path: z.string(),
  authority: z.string(),
  year: parsedBy(parseReportingYear, '--year is a reporting year like 2022-23'),
  preview: z.boolean().default(false),
  emptyYear: z.boolean().default(false),
  format: z.enum(['table', 'json'], { error: '--format is table or json' }).default('table'),
})

/** What the command is given to work with. */
export interface ImportSsda903Deps {
  importReturn: ImportReturn
  /** Throws `Refusal` for an authority that is not known. */
  authorityNamed: (codeOrName: string) => { code: string; name: string }
  progress: Progress
}

/**
 * `footprint import ssda903`: imports one year's return, or says what importing would change, and what is odd in it.
 * Throws `Refusal` with everything that can't be read, or where all children would go from the year and nobody has said
 * that they may; nothing is stored then.
 */
export async function importSsda903(asked: z.infer<typeof importAsked>, deps: ImportSsda903Deps): Promise<string> {
  const authority = deps.authorityNamed(asked.authority)
  const { year, path, preview, emptyYear } = asked
  const sourceName = basename(resolve(path))
  const request = { authority, year, path, sourceName, isPreview: preview, mayEmptyYear: emptyYear }
  const done = await deps.importReturn(request, shownBy(deps.progress, sourceName))
  if (done.outcome === 'refused') throw new Refusal(done.errors, done.moreErrors)
  if (done.outcome === 'would_empty') {
    throw new Refusal(
      `${sourceName} has no rows: it would take all ${counted(done.children, 'child', 'children')} out of ${year.name}. If that is meant, say --empty-year.`,
    )
  }
  if (asked.format === 'json') {
    const { outcome, changes, otherYear, rowCounts, warnings, findings } = done
    const answer = {
      authority: authority.code,
      year: year.name,
      outcome,
      children: changes,
      looksLikeYear: otherYear && reportingYear(otherYear.year).name,
      rows: rowCounts,
      warnings,
      findings,
    }
    return `${JSON.stringify(answer, null, 1)}\n`
  }
  return inWords(done, `${year.name} of ${authority.name}`, year.name)
}

/** What each stage is called. A script may wait for one of these lines. */
const stages = {
  reading: 'Reading',
  sending: 'Sending to the database',
  comparing: 'Comparing with what is stored',
  storing: 'Storing',
  checking: 'Looking for oddities',
} as const

const shownBy =
  (progress: Progress, sourceName: string): ImportProgress =>
  ({ stage, done, total }) => {
    progress.at(stage === 'reading' ? `${stages.reading} ${sourceName}` : stages[stage], done, total)
  }

function inWords(done: DoneImport, what: string, year: string): string {
  const { outcome, changes, rowCounts, warnings, findings } = done
  const { added, changed, removed, unchanged } = changes
  const rows = Object.values(rowCounts).reduce((sum, count) => sum + count, 0)
  const lines = [
    outcome === 'stored'
      ? `Imported the return for ${what}: ${counted(rows, 'row')}.`
      : `Importing the return for ${what} would do this; nothing is stored yet. It has ${counted(rows, 'row')}.`,
    `Children: ${[`${added} added`, `${changed} changed`, `${removed} removed`, `${unchanged} unchanged`].join(', ')}.`,
    ...cautionsOf(done, year).map((caution) => `Note: ${caution}`),
    ...warnings.map(warningInWords),
    ...findingsInWords(findings),
  ]
  return `${lines.join('\n')}\n`
}

function warningInWords({ file, row, column, value, reason }: ReadError): string {
  const place = [file, row !== null ? `row ${row}` : '', column ?? ''].filter((part) => part !== '').join(', ')
  return printable(`Note: ${place}${value !== null ? ` “${value}”` : ''} ${reason}`)
}

function findingsInWords(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return ['Nothing odd was found.']
  const lines = heaviestFirst(findingKinds(findings)).map(({ code, count, example }) =>
    printable(`  ${code}, ${counted(count, 'time')}. For example: ${example.what} ${example.counted}`),
  )
  const total = counted(findings.length, 'oddity', 'oddities')
  return ['', `${total}, stored and counted as said (all of them with --format json):`, ...lines]
}
