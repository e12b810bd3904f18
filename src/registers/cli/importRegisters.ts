import { basename, resolve } from 'node:path'
import * as z from 'zod'
import { textTable } from '../../platform/cli/textTable.ts'
import type { ReadError } from '../../platform/reading/problems.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type RegistersImport, countsOf } from '../app/importRegisters.ts'
import type { RegistersChecked } from '../app/registersChecked.ts'

/** What `import registers` is asked. */
export const importRegistersAsked = z.object({
  path: z.string(),
  authority: z.string(),
  preview: z.boolean().default(false),
  keepValidRows: z.boolean().default(false),
  withText: z.boolean().default(false),
  format: z.enum(['table', 'json'], { error: '--format is table or json' }).default('table'),
})

/** What the command is given to work with. */
export interface ImportRegistersDeps {
  registers: RegistersImport
  /** Throws `Refusal` for an authority that is not known. */
  authorityNamed: (codeOrName: string) => { code: string; name: string }
}

/**
 * `footprint import registers`: imports registers, or says what importing would change. Throws `Refusal` with everything
 * that is wrong, and stores nothing then, unless the rows with nothing wrong are to be kept and there are any.
 */
export async function importRegisters(
  asked: z.infer<typeof importRegistersAsked>,
  { registers, authorityNamed }: ImportRegistersDeps,
): Promise<string> {
  const authority = authorityNamed(asked.authority)
  const { path, preview, keepValidRows, withText: isWithText } = asked
  const sourceName = basename(resolve(path))
  const request = { authority, path, sourceName, isKeepingValidRows: keepValidRows, isWithText, recordedBy: null }
  const checked = preview ? await registers.check(request) : (await registers.store(request)).checked
  const { errors, moreErrors, hindrances, warnings } = checked
  if (errors.length > 0 && !(keepValidRows && checked.hasValidRows)) throw new Refusal(errors, moreErrors)
  if (asked.format === 'json') {
    const answer = {
      authority: authority.code,
      outcome: preview ? 'previewed' : 'stored',
      registers: countsOf(checked.tables),
      ...(preview && { changes: checked.tables.flatMap(({ changes }) => changes.map(changeAsJson)) }),
      leftOut: [...errors, ...hindrances],
      ...(moreErrors > 0 && { moreErrors }),
      warnings,
    }
    return `${JSON.stringify(answer, null, 1)}\n`
  }
  return inWords(checked, authority.name, preview)
}

const changeAsJson = ({ register, row, before, content }: RegistersChecked['tables'][number]['changes'][number]) => ({
  register: register.name,
  row,
  was: before,
  becomes: content,
})

function inWords(checked: RegistersChecked, authority: string, isPreview: boolean): string {
  const { errors, moreErrors, hindrances, warnings, tables } = checked
  const leftOut = [...errors, ...hindrances]
  const lines = [
    isPreview
      ? `Importing these registers for ${authority} would do this; nothing is stored yet.`
      : `Imported the registers of ${authority}.`,
    textTable(
      ['Register', 'Added', 'Changed', 'Already there', 'Left out'],
      Object.entries(countsOf(tables)).map(([name, counts]) => [
        name,
        counts.added,
        counts.changed,
        counts.unchanged,
        counts.leftOut,
      ]),
    ).trimEnd(),
    ...warnings.map((warning) => `Note: ${problemInWords(warning)}`),
    ...(leftOut.length > 0 ? ['Left out:', ...leftOut.map(problemInWords)] : []),
    ...(moreErrors > 0 ? [`… and ${moreErrors.toLocaleString('en-GB')} more.`] : []),
  ]
  return `${lines.join('\n')}\n`
}

function problemInWords({ file, row, column, value, reason }: ReadError): string {
  const place = [file, row !== null ? `row ${row}` : '', column ?? ''].filter((part) => part !== '').join(', ')
  return `${place}${value !== null ? ` “${value}”` : ''} ${reason}`
}
