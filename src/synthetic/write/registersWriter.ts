import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolders } from '../../platform/folders.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import type { Register, StoredRows } from '../../registers/register.ts'
import { registerCsv } from '../../registers/write/writeRegisters.ts'
import type { MadeUpRegister } from '../domain/registers/madeUpRegisters.ts'

/** Made-up registers as they are kept. */
export const asStored = (made: readonly MadeUpRegister[]): StoredRows =>
  new Map(
    made.map(({ register, rows }) => [
      register.name,
      new Map(rows.map((row) => keeping(register, row)).map(({ key, content }) => [key, content])),
    ]),
  )

/** Writes registers to a folder of CSV files, one for each that has rows. */
export function writeStored(folder: string, registers: readonly Register[], rows: StoredRows): void {
  makeFolders(folder)
  for (const register of registers) {
    if ((rows.get(register.name)?.size ?? 0) === 0) continue
    writeFileSync(join(folder, `${register.name}.csv`), registerCsv(register, rows))
  }
}

/** Writes made-up registers to a folder of CSV files; gives how many rows they have. */
export function writeRegisters(folder: string, made: readonly MadeUpRegister[]): number {
  const registers = made.map(({ register }) => register)
  writeStored(folder, registers, asStored(made))
  return made.reduce((sum, { rows }) => sum + rows.length, 0)
}
