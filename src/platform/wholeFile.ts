import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** What a file is to hold, in one piece or in several, one after the other. */
export type FileContent = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>

/** Who may read it, as for `open`; as the person’s own default says unless given. */
export interface WholeFileOptions {
  mode?: number
}

/**
 * Writes a file so that it is there whole or not at all: under another name beside it, which it gives up at the end. What
 * stood under its name stays until then, however the writing ends. Throws what the file system says.
 */
export const writeWholeFile = (path: string, content: FileContent, options: WholeFileOptions = {}): Promise<void> =>
  makeWholeFile(path, (place) => writeFile(place, content), options)

/** As `writeWholeFile`, where something else writes the file to the place that it is given. */
export async function makeWholeFile(
  path: string,
  write: (place: string) => Promise<void>,
  { mode }: WholeFileOptions = {},
): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const there = await stat(target).catch(() => null)
  // A pipe, or /dev/stdout, has nothing to keep whole, and nothing may take its name.
  if (there && !there.isFile()) return write(target)
  const place = join(dirname(target), `.${basename(target)}.${anyName()}.part`)
  try {
    await (await open(place, 'wx', mode ?? there?.mode)).close()
    await write(place)
    const written = await open(place, 'r+')
    try {
      await written.sync()
    } finally {
      await written.close()
    }
    await rename(place, target)
  } catch (error) {
    await rm(place, { force: true })
    throw error
  }
}

/** Need not be a secret: where a file of this name is there already, opening it fails. `node:crypto` alone takes a command 10 ms to load. */
const anyName = (): string => Math.random().toString(36).slice(2, 10)
