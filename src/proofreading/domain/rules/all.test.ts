import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'
import { rules } from './all.ts'

test('every rule that is written is among them', () => {
  const written = globSync('*/*.ts', { cwd: import.meta.dirname })
    .filter((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8').includes(': Rule = '))
    .map((file) => basename(file, '.ts'))
  assert.deepEqual(rules.map(({ name }) => name).sort(), written.sort())
})
