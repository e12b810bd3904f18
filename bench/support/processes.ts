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
const commandFlags: readonly string[] = ['--max-semi-space-size=8']
/** What `bin/footprint` gives to the Node of `serve`: whatever stands for that process here gets the same. */
export const serveFlags: readonly string[] = ['--min-semi-space-size=32', '--max-semi-space-size=64']

const measured = z.object({ milliseconds: z.number(), peakMegabytes: z.number() })
const measuredImport = measured.extend({ stored: z.number() })

/** What an import took: until the return was stored, and until its oddities were found too. */
export type MeasuredImport = z.infer<typeof measuredImport>

/** Imports a return in a process of its own; gives the time of the import alone and that process's most memory. */
export async function importOnce(url: string, code: string, made: WrittenReturn): Promise<MeasuredImport> {
  const script = join(import.meta.dirname, 'importOnce.ts')
  const { stdout } = await run(process.execPath, [
    ...commandFlags,
    script,
    url,
    code,
    String(made.startYear),
    made.path,
  ])
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

/** How long a whole process took, from its start, and its most memory. */
export type MeasuredProcess = z.infer<typeof measured>

/** As `footprint`, without a database. `folder`: where the measurement may leave a file. */
export const measuredFootprint = (folder: string, args: readonly string[]): Promise<MeasuredProcess> =>
  measuredProcess(folder, FOOTPRINT, args)

/** Runs a script in a process of its own. */
export const measuredScript = (folder: string, script: string, args: readonly string[]): Promise<MeasuredProcess> =>
  measuredProcess(folder, process.execPath, [script, ...args])

async function measuredProcess(folder: string, program: string, args: readonly string[]): Promise<MeasuredProcess> {
  const memoryFile = join(folder, 'memory.txt')
  const memoryAtExit = join(import.meta.dirname, 'memoryAtExit.ts')
  const start = performance.now()
  await run(program, args, {
    env: { ...process.env, NODE_OPTIONS: `--import=${memoryAtExit}`, BENCH_MEMORY: memoryFile },
    maxBuffer: MOST_OUTPUT,
  })
  return { milliseconds: performance.now() - start, peakMegabytes: Number(readFileSync(memoryFile, 'utf8')) }
}
