import { join } from 'node:path'
import * as z from 'zod'
import { counted, listed } from '../../kernel/words.ts'
import { makeFolders } from '../../platform/folders.ts'
import { makeWholeFile, writeWholeFile } from '../../platform/wholeFile.ts'
import type { RegisterStore } from '../app/ports.ts'
import type { TextsOf } from '../app/texts.ts'
import type { Register } from '../register.ts'
import { registerCsv, writeEmptyWorkbook, writeRegistersWorkbook } from '../write/writeRegisters.ts'

const formats = ['csv', 'xlsx'] as const

/** What `export registers` is asked. */
export const exportRegistersAsked = z.object({
  authority: z.string(),
  out: z.string(),
  withText: z.boolean().default(false),
  format: z
    .string()
    .default('csv')
    .transform((text) => text.split(',').map((format) => format.trim()))
    .pipe(z.array(z.enum(formats, { error: `--format is one or both of ${formats.join(', ')}` }))),
})

/** What the command is given to work with. */
export interface ExportRegistersDeps {
  registers: readonly Register[]
  store: RegisterStore
  /** Who keeps texts. Asked for only where they are given back. */
  texts: () => TextsOf
  /** Throws `Refusal` for an authority that is not known. */
  authorityNamed: (codeOrName: string) => { code: string; name: string }
}

/** `footprint export registers`: writes an authority's registers as they are now, in the shape in which they are imported. */
export async function exportRegisters(
  asked: z.infer<typeof exportRegistersAsked>,
  { registers: all, store, texts, authorityNamed }: ExportRegistersDeps,
): Promise<string> {
  const { code } = authorityNamed(asked.authority)
  const { out, withText } = asked
  const registers = all.filter(({ isText }) => withText || !isText)
  const stored = await store.rows(code, registers.map(({ name }) => name), null) // prettier-ignore
  const kept = await Promise.all(
    registers
      .filter(({ isText }) => isText)
      .map(async (register) => [register.name, (await texts()(code, register)).rows] as const),
  )
  const rows = new Map([...stored, ...kept])
  makeFolders(out)
  if (asked.format.includes('csv')) {
    for (const register of registers) {
      await writeWholeFile(join(out, `${register.name}.csv`), registerCsv(register, rows), { mode: OWNER_ONLY })
    }
  }
  if (asked.format.includes('xlsx')) {
    const write = (place: string) => writeRegistersWorkbook(place, registers, rows)
    await makeWholeFile(join(out, 'registers.xlsx'), write, { mode: OWNER_ONLY })
  }
  const lines = registers.map(({ name }) => `${name}: ${counted(rows.get(name)?.size ?? 0, 'row')}`)
  const left = all.filter((register) => !registers.includes(register)).map(({ name }) => name)
  const note =
    left.length === 0 ? [] : [`Not written, since texts are given back only with --with-text: ${listed(left)}`]
  return `${[`Wrote to ${out}:`, ...lines, ...note].join('\n')}\n`
}

// The files hold children's records.
const OWNER_ONLY = 0o600

/** What `registers workbook` is asked. */
export const workbookAsked = z.object({ out: z.string() })

/** `footprint registers workbook`: writes an empty workbook to fill in. */
export async function emptyWorkbook(
  { out }: z.infer<typeof workbookAsked>,
  { registers }: { registers: readonly Register[] },
): Promise<string> {
  await makeWholeFile(out, (place) => writeEmptyWorkbook(place, registers))
  return `Wrote an empty workbook of ${counted(registers.length, 'register')} to ${out}\n`
}
