import type * as z from 'zod'
import { UsageError } from '../../../../platform/cli/command.ts'
import { didYouMean } from '../../../../platform/cli/didYouMean.ts'
import type { Progress } from '../../../../platform/cli/progress.ts'
import { Problems, type ReadProgress } from '../../../../platform/reading/problems.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { makeWholeFile, writeWholeFile } from '../../../../platform/wholeFile.ts'
import { readTables } from '../../read/readTables.ts'
import { ReturnIndex } from '../engine/indexedReturn.ts'
import { readReference } from '../read/reference.ts'
import { rules } from '../registry.ts'
import { type Validation, validateIndexed } from '../validate.ts'
import type { validateAsked } from './asked.ts'
import { asCsv, asJson, asText, failureCells, failureHeads, summaryCells, summaryHeads } from './formats.ts'

/** What the command is given to work with. */
export interface ValidateDeps {
  /** Throws `Refusal` for an authority that is not known. */
  authorityNamed: (codeOrName: string) => { code: string }
  progress: Progress
  /** Writes to standard output at once: a large return's failures are not held as one text. */
  print: (text: string | Uint8Array) => Promise<void>
}

/**
 * `footprint validate ssda903`: runs the return's rules without a database. Throws `Refusal` where a file can't be read
 * as a table, `UsageError` for a rule that there is not.
 */
export async function validateSsda903(asked: z.infer<typeof validateAsked>, deps: ValidateDeps): Promise<string> {
  const only = asked.rule.map(ruleNamed)
  const { collection, reference: folder, authority } = asked
  const index = new ReturnIndex({
    collection,
    reference: folder === undefined ? {} : await readReference(folder),
    authority: authority === undefined ? null : deps.authorityNamed(authority).code,
  })
  await readInto((name, columns) => index.table(name, columns), asked.path, 'the return', deps.progress)
  if (asked.previous !== undefined) {
    const receive = (...table: Parameters<ReturnIndex['tableOfLastYear']>) => index.tableOfLastYear(...table)
    await readInto(receive, asked.previous, 'last year’s return', deps.progress)
  }
  deps.progress.at('Checking the rules', 0, 1)
  const validation = validateIndexed(index.finish(), collection, {
    ...(asked.ruleset && { ruleset: asked.ruleset }),
    ...(only.length > 0 && { only }),
  })
  deps.progress.stop()
  return answer(validation, asked, deps)
}

/** The code of a rule, however its letters are written. */
function ruleNamed(code: string): string {
  const rule = rules.find((each) => each.code.toUpperCase() === code.toUpperCase())
  if (!rule)
    throw new UsageError(
      `--rule: there is no rule ${code}${didYouMean(
        code,
        rules.map((each) => each.code),
      )}`,
    )
  return rule.code
}

async function readInto(receive: ReturnIndex['table'], path: string, what: string, progress: Progress): Promise<void> {
  const problems = new Problems()
  const onProgress = ({ done, total }: ReadProgress): void => {
    progress.at(`Reading ${what}`, done, total)
  }
  // A rule whose column is missing is skipped and says so; the others still run.
  await readTables(path, receive, problems, onProgress, 'optional')
  if (!problems.areAny) return
  const { errors, moreErrors } = problems.refused()
  throw new Refusal(errors, moreErrors)
}

async function answer(validation: Validation, asked: z.infer<typeof validateAsked>, deps: ValidateDeps) {
  const { format, out } = asked
  if (format === 'xlsx' && out !== undefined) {
    await makeWholeFile(out, (place) => writeValidationWorkbook(place, validation))
    return `Wrote ${out}.\n`
  }
  const chunks = format === 'json' ? asJson(validation) : format === 'csv' ? asCsv(validation) : [asText(validation)]
  if (out !== undefined) {
    await writeWholeFile(out, chunks)
    return ''
  }
  for (const chunk of chunks) await deps.print(chunk)
  return ''
}

async function writeValidationWorkbook(path: string, { failures, rulesSkipped }: Validation): Promise<void> {
  const { writeWorkbook } = await import('../../../../platform/xlsx.ts')
  const rowsOfFailures = function* () {
    for (const failing of failures) for (const row of failing.rows) yield failureCells(failing, row)
  }
  await writeWorkbook(path, [
    { name: 'Summary', heads: summaryHeads, rows: failures.map(summaryCells) },
    { name: 'Failures', heads: failureHeads, rows: rowsOfFailures() },
    { name: 'Not checked', heads: ['rule', 'reason'], rows: rulesSkipped.map(({ rule, reason }) => [rule, reason]) },
  ])
}
