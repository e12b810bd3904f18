import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { SentFile } from '../app/importRuns.ts'

/**
 * Puts files that were sent into a folder of their own `within` another, readable by us only, and removes it when `work`
 * has ended. Gives `work` the one file there is, or the folder of several.
 */
export async function withSentFiles<Result>(
  files: readonly SentFile[],
  work: (path: string) => Promise<Result>,
  within: string = tmpdir(),
): Promise<Result> {
  const folder = await mkdtemp(join(within, 'footprint-import-'))
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

function lastPart(name: string): string {
  const last = basename(name.replaceAll('\\', '/'))
  return /^\.{0,2}$/.test(last) ? '_' : last
}
