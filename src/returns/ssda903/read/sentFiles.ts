import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { SentFile } from '../app/importRuns.ts'

/** What the folders of sent files are called, before the process that made them. */
const FOLDER = 'footprint-import-'

/**
 * Puts files that were sent into a folder of their own `within` another, readable by us only, and removes it when `work`
 * has ended. Gives `work` the one file there is, or the folder of several.
 */
export async function withSentFiles<Result>(
  files: readonly SentFile[],
  work: (path: string) => Promise<Result>,
  within: string = tmpdir(),
): Promise<Result> {
  const folder = await mkdtemp(join(within, `${FOLDER}${process.pid}_`))
  try {
    // A name may hold a path, from a browser or from malice: only its last part names the file.
    const paths = files.map(({ name }) => join(folder, lastPart(name)))
    for (const [index, path] of paths.entries()) {
      await writeFile(path, files[index]?.content ?? Buffer.alloc(0), { mode: 0o600 })
    }
    const [only] = paths
    const isCsv = only?.toLowerCase().endsWith('.csv') ?? false
    return await work(paths.length === 1 && only !== undefined && !isCsv ? only : folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Removes the folders of sent files that a process left which was killed. To be called where no import is at work in this
 * process: when a server has started, for what another with its number may have left, and when it ends.
 */
export async function removeFilesLeft(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDER)) continue
    const path = join(tmpdir(), name)
    // Someone else's folder can't be removed, and it may be gone by now: neither is our business.
    if (await isLeft(name, path).catch(() => false)) {
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
    }
  }
}

const A_DAY_MILLISECONDS = 24 * 60 * 60 * 1000

async function isLeft(name: string, path: string): Promise<boolean> {
  const [, number] = /^footprint-import-(\d+)_/.exec(name) ?? []
  if (number !== undefined) return Number(number) === process.pid || !isAlive(Number(number))
  // Those of before the process stood in the name.
  const { ctimeMs, mtimeMs } = await stat(path)
  return Math.max(ctimeMs, mtimeMs) + A_DAY_MILLISECONDS < performance.timeOrigin + performance.now()
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // It is there, and someone else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function lastPart(name: string): string {
  const last = basename(name.replaceAll('\\', '/'))
  return /^\.{0,2}$/.test(last) ? '_' : last
}
