import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { checkReport } from './domain/check.ts'
import { readReport } from './read/readReport.ts'

const folder = join(import.meta.dirname, '../../test/data/proofreading/right')

describe('of reports in which everything is right, however odd it looks', () => {
  for (const name of readdirSync(folder)) {
    it(`nothing is said: ${name}`, async () => {
      const findings = checkReport(await readReport(name, readFileSync(join(folder, name))))
      assert.deepEqual(
        findings.map(({ quote, message }) => `${quote}: ${message}`),
        [],
      )
    })
  }
})
