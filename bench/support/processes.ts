import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { WrittenReturn } from './madeUp.ts'

const run = promisify(execFile)
const measured = z.object({ milliseconds: z.number(), peakMegabytes: z.number() })

/** Imports a return in a process of its own; gives the time of the import alone and that process's most memory. */
export async function importOnce(url: string, code: string, made: WrittenReturn): Promise<z.infer<typeof measured>> {
  const script = join(import.meta.dirname, 'importOnce.ts')
  const { stdout } = await run(process.execPath, [script, url, code, String(made.startYear), made.path])
  return measured.parse(JSON.parse(stdout))
}

/** Runs `footprint` with these arguments on this database, and gives what it printed. */
export async function footprint(url: string, args: readonly string[]): Promise<string> {
  const script = join(import.meta.dirname, '../../src/main/cli.ts')
  const { stdout } = await run(process.execPath, [script, ...args], {
    env: { ...process.env, FOOTPRINT_DATABASE_URL: url },
    maxBuffer: 100_000_000,
  })
  return stdout
}
