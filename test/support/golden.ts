import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../golden')

/**
 * Holds that a document is as it was when somebody last looked at it: the file of this name in `test/golden`. With
 * `UPDATE_GOLDEN=1` the file is written anew, for the next reader of the change to judge.
 */
export function matchesGolden(name: string, text: string): void {
  const path = join(FOLDER, name)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  assert.ok(existsSync(path), `there is no ${path} yet: look at the document, then run with UPDATE_GOLDEN=1`)
  // Line by line: of a long document the first difference says enough.
  const [were, are] = [readFileSync(path, 'utf8').split('\n'), text.split('\n')]
  const line = are.findIndex((is, index) => is !== were[index])
  if (line >= 0) assert.equal(are[line], were[line], `${name} differs from line ${line + 1} on`)
  assert.equal(are.length, were.length, `${name} has another number of lines`)
}
