import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { makeFolders } from './folders.ts'
import { Refusal } from './refusal.ts'

const folder = mkdtempSync(join(tmpdir(), 'footprint-folders-'))
after(() => {
  rmSync(folder, { recursive: true })
})

describe('makeFolders', () => {
  test('makes what is missing, and leaves what is there', () => {
    const path = join(folder, 'a', 'b', 'c')
    makeFolders(path)
    makeFolders(path)
    assert.ok(statSync(path).isDirectory())
  })

  test('refuses a place where a file is, or in one', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    for (const path of [file, join(file, 'inside', 'deeper')]) {
      assert.throws(() => {
        makeFolders(path)
      }, Refusal)
    }
  })

  test('ends where a folder takes nothing', { skip: process.platform !== 'linux' }, () => {
    assert.throws(() => {
      makeFolders('/proc/nope/deeper')
    }, Refusal)
  })
})
