import { mkdirSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Refusal } from './refusal.ts'

/**
 * Makes a folder, and those above it that are missing. Throws `Refusal` where it can't be made. One step for each part of
 * the path: Node's own recursive way never ends where a parent is there but takes nothing, as `/proc` does.
 */
export function makeFolders(path: string): void {
  try {
    for (const folder of missingFolders(resolve(path))) makeFolder(folder)
    if (statSync(path).isDirectory()) return
  } catch {
    // Whatever stood in the way, the person who asked can only choose another place.
  }
  throw new Refusal(`the folder ${path} can't be made: something else has this name, or you may not write there`)
}

/** The highest first. */
function missingFolders(path: string): string[] {
  const missing: string[] = []
  let folder = path
  while (folder !== dirname(folder) && !statSync(folder, { throwIfNoEntry: false })) {
    missing.unshift(folder)
    folder = dirname(folder)
  }
  return missing
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process was faster.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}
