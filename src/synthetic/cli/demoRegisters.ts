import type { StoredRows } from '../../registers/register.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BankHolidays } from '../../calendar/bankHolidays.ts'
import { type PlainDate, date, isOnOrAfter } from '../../kernel/dates.ts'
import type { Register } from '../../registers/register.ts'
import type { Progress } from '../../platform/cli/progress.ts'
import type { RegistersImport } from '../../registers/app/importRegisters.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import { madeUpChildren } from '../domain/authority.ts'
import { isInRegisters, madeUpRegisters } from '../domain/registers/madeUpRegisters.ts'
import { fosterStaysOf } from '../domain/registers/placed.ts'
import { rowsToBring } from '../domain/registers/upToDate.ts'
import { asStored, writeStored } from '../write/registersWriter.ts'
import { demoOptions } from './demo.ts'

/** What the registers of the demonstration are brought with. */
export interface DemoRegistersDeps {
  authority: { code: string; name: string }
  holidays: BankHolidays
  today: PlainDate
  /** All that there are. */
  registers: readonly Register[]
  store: Pick<RegisterStore, 'rows' | 'changes'>
  registersImport: Pick<RegistersImport, 'store'>
  progress: Progress
}

const SOURCE = 'made-up registers of '

/**
 * Has the registers of the made-up authority imported as they are today, the way anyone's are: checked whole. On a
 * later day brings them up to date and leaves alone what people did meanwhile. The returns must be there: they bring the
 * children. Gives whether anything was imported.
 */
export async function prepareDemoRegisters(deps: DemoRegistersDeps): Promise<boolean> {
  const { authority, holidays, today, registers, store, registersImport, progress } = deps
  const broughtOn = await dayBrought(store, authority.code)
  if (broughtOn && isOnOrAfter(broughtOn, today)) return false
  progress.at(`Importing the registers of ${authority.name}`, 0, 1)
  const now = registersOn(today, holidays)
  const before = broughtOn ? registersOn(broughtOn, holidays) : new Map<string, never>()
  const stored = await store.rows(authority.code, registers.map(({ name }) => name), null) // prettier-ignore
  // What people have written since is theirs: texts of records come once.
  const brought = registers.filter(({ isText }) => !isText || broughtOn === null)
  const rows = rowsToBring(brought, stored, before, now)
  // A day may bring nothing new: the next is then brought beside the same day before.
  if ([...rows.values()].every(({ size }) => size === 0)) return false
  const folder = mkdtempSync(join(tmpdir(), 'footprint-demo-registers-'))
  try {
    writeStored(folder, brought, rows)
    const { checked, change } = await registersImport.store({
      authority,
      path: folder,
      sourceName: `${SOURCE}${today.toString()}`,
      isKeepingValidRows: false,
      isWithText: true,
      recordedBy: null,
    })
    if (!change) throw new Error(`the made-up registers were refused: ${checked.errors[0]?.reason ?? 'no rows'}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return true
}

/** The day as of which the registers were last made up and imported; null where they never were. */
async function dayBrought(store: Pick<RegisterStore, 'changes'>, authority: string): Promise<PlainDate | null> {
  const changes = await store.changes(authority)
  const latest = changes.find(({ sourceName }) => sourceName.startsWith(SOURCE))
  return latest ? date(latest.sourceName.slice(SOURCE.length)) : null
}

/** The registers of the made-up authority as they are on a day. */
function registersOn(today: PlainDate, holidays: BankHolidays): StoredRows {
  const options = demoOptions(today)
  const everyone = [...madeUpChildren(options, holidays)].map(({ life }) => life)
  const lives = everyone.filter((life) => isInRegisters(life, today))
  // Those of long ago take the places that they took: so a later day places nobody otherwise.
  const stays = everyone.flatMap(fosterStaysOf)
  return asStored(madeUpRegisters(lives, { seed: options.seed, children: options.children, today, holidays, stays }))
}
