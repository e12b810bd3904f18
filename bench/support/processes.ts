import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { WrittenReturn } from './madeUp.ts'

const run = promisify(execFile)
/** The command `footprint`, as people run it: from the bundle, which `npm run bench` makes anew. */
export const FOOTPRINT = join(import.meta.dirname, '../../bin/footprint')
const MOST_OUTPUT = 200_000_000
/** As `bin/footprint` has it: sources are compiled once, and not at each start. */
const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/footprint')
process.env['NODE_COMPILE_CACHE'] ??= COMPILE_CACHE
/** What `bin/footprint` gives to the Node of a command, for what stands for one here. */
const commandFlags: readonly string[] = ['--max-semi-space-size=2']
/** What `bin/footprint` gives to the Node of `serve`: whatever stands for that process here gets the same. */
export const serveFlags: readonly string[] = ['--min-semi-space-size=32', '--max-semi-space-size=64']

const measuredImport = z.object({ milliseconds: z.number(), stored: z.number(), peakMegabytes: z.number() })

/** What an import took: until the return was stored, and until its oddities were found too. */
export type MeasuredImport = z.infer<typeof measuredImport>

/** Imports a return in a process of its own; gives the time of the import alone and that process's most memory. */
export async function importOnce(url: string, code: string, made: WrittenReturn): Promise<MeasuredImport> {
  const script = join(import.meta.dirname, 'importOnce.ts')
  const { program, args } = scriptProcess(script, [url, code, String(made.startYear), made.path])
  const { stdout } = await run(program, args)
  return measuredImport.parse(JSON.parse(stdout))
}

/** Runs `footprint` with these arguments on this database, and gives what it printed. */
export async function footprint(url: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(FOOTPRINT, args, {
    env: { ...process.env, FOOTPRINT_DATABASE_URL: url },
    maxBuffer: MOST_OUTPUT,
  })
  return stdout
}

/** A process that can be run again and again: a program and what it is told. */
export interface Runnable {
  program: string
  args: readonly string[]
}

/** The command `footprint`, without a database. */
export const footprintProcess = (args: readonly string[]): Runnable => ({ program: FOOTPRINT, args })

/** A script, run by Node as `footprint` runs its commands. */
export const scriptProcess = (script: string, args: readonly string[]): Runnable => ({
  program: process.execPath,
  args: [...commandFlags, script, ...args],
})

/** How long a whole process takes, from its start, in milliseconds. */
export async function timeOfProcess({ program, args }: Runnable): Promise<number> {
  const start = performance.now()
  await run(program, args, { maxBuffer: MOST_OUTPUT })
  return performance.now() - start
}

/**
 * The most memory that a process uses, in megabytes: of a run of its own, since asking for it takes time. `folder`: where
 * it may leave a file.
 */
export async function peakMegabytesOf(folder: string, { program, args }: Runnable): Promise<number> {
  const memoryFile = join(folder, 'memory.txt')
  const memoryAtExit = join(import.meta.dirname, 'memoryAtExit.ts')
  const environment = { ...process.env, NODE_OPTIONS: `--import=${memoryAtExit}`, BENCH_MEMORY: memoryFile }
  await run(program, args, { env: environment, maxBuffer: MOST_OUTPUT })
  return Number(readFileSync(memoryFile, 'utf8'))
}
