import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { counted } from '../../kernel/words.ts'
import { makeFolders } from '../../platform/folders.ts'
import type { RegisterStore } from '../app/ports.ts'
import type { Register } from '../register.ts'
import { registerCsv, writeEmptyWorkbook, writeRegistersWorkbook } from '../write/writeRegisters.ts'

const formats = ['csv', 'xlsx'] as const

/** What `export registers` is asked. */
export const exportRegistersAsked = z.object({
  authority: z.string(),
  out: z.string(),
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
  /** Throws `Refusal` for an authority that is not known. */
  authorityNamed: (codeOrName: string) => { code: string; name: string }
}

/** `footprint export registers`: writes an authority's registers as they are now, in the shape in which they are imported. */
export async function exportRegisters(
  asked: z.infer<typeof exportRegistersAsked>,
  { registers, store, authorityNamed }: ExportRegistersDeps,
): Promise<string> {
  const { code } = authorityNamed(asked.authority)
  const { out } = asked
  const rows = await store.rows(code, registers.map(({ name }) => name), null) // prettier-ignore
  makeFolders(out)
  if (asked.format.includes('csv')) {
    for (const register of registers) {
      writeFileSync(join(out, `${register.name}.csv`), registerCsv(register, rows), { mode: OWNER_ONLY })
    }
  }
  if (asked.format.includes('xlsx')) {
    const path = join(out, 'registers.xlsx')
    writeFileSync(path, '', { mode: OWNER_ONLY })
    await writeRegistersWorkbook(path, registers, rows)
  }
  const lines = registers.map(({ name }) => `${name}: ${counted(rows.get(name)?.size ?? 0, 'row')}`)
  return `${[`Wrote to ${out}:`, ...lines].join('\n')}\n`
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
  await writeEmptyWorkbook(out, registers)
  return `Wrote an empty workbook of ${counted(registers.length, 'register')} to ${out}\n`
}
