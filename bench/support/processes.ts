import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { WrittenReturn } from './madeUp.ts'

const run = promisify(execFile)
/** The script of the command `footprint`. */
export const CLI = join(import.meta.dirname, '../../src/main/cli.ts')
const MOST_OUTPUT = 200_000_000
/** As `bin/footprint` has it: sources are compiled once, and not at each start. */
const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/footprint')
process.env['NODE_COMPILE_CACHE'] ??= COMPILE_CACHE
/** What `bin/footprint` gives to the Node of `serve`: whatever stands for that process here gets the same. */
export const serveFlags: readonly string[] = ['--min-semi-space-size=32', '--max-semi-space-size=64']

const measured = z.object({ milliseconds: z.number(), peakMegabytes: z.number() })
const measuredImport = measured.extend({ stored: z.number() })

/** What an import took: until the return was stored, and until its oddities were found too. */
export type MeasuredImport = z.infer<typeof measuredImport>

/** Imports a return in a process of its own; gives the time of the import alone and that process's most memory. */
export async function importOnce(url: string, code: string, made: WrittenReturn): Promise<MeasuredImport> {
  const script = join(import.meta.dirname, 'importOnce.ts')
  const { stdout } = await run(process.execPath, [script, url, code, String(made.startYear), made.path])
  return measuredImport.parse(JSON.parse(stdout))
}

/** Runs `footprint` with these arguments on this database, and gives what it printed. */
export async function footprint(url: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [CLI, ...args], {
    env: { ...process.env, FOOTPRINT_DATABASE_URL: url },
    maxBuffer: MOST_OUTPUT,
  })
  return stdout
}

/** How long a whole process took, from its start, and its most memory. */
export type MeasuredProcess = z.infer<typeof measured>

/** As `footprint`, without a database. `folder`: where the measurement may leave a file. */
export const measuredFootprint = (folder: string, args: readonly string[]): Promise<MeasuredProcess> =>
  measuredScript(folder, CLI, args)

/** Runs a script in a process of its own. */
export async function measuredScript(
  folder: string,
  script: string,
  args: readonly string[],
): Promise<MeasuredProcess> {
  const memoryFile = join(folder, 'memory.txt')
  const memoryAtExit = join(import.meta.dirname, 'memoryAtExit.ts')
  const start = performance.now()
  await run(process.execPath, ['--import', memoryAtExit, script, ...args], {
    env: { ...process.env, BENCH_MEMORY: memoryFile },
    maxBuffer: MOST_OUTPUT,
  })
  return { milliseconds: performance.now() - start, peakMegabytes: Number(readFileSync(memoryFile, 'utf8')) }
}
