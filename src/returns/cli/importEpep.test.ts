import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { readFileSync } from 'node:fs'
import { date } from '../../kernel/dates.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { RegistersImport } from '../../registers/app/importRegisters.ts'
import { importEpep } from './importEpep.ts'

const folder = mkdtempSync(join(tmpdir(), 'footprint-epep-test-'))
after(() => {
  rmSync(folder, { recursive: true })
})

/** What of a file is handed on to the register of checks. */
async function handedOn(text: string, more: { childColumn?: string; dateColumn?: string } = {}): Promise<string[]> {
  const path = join(folder, 'pep.csv')
  writeFileSync(path, text)
  let written = ''
  const answer = { errors: [], moreErrors: 0, hindrances: [], warnings: [], tables: [], hasValidRows: true }
  const registers: Pick<RegistersImport, 'check'> = {
    check: (request) => {
      written = readFileSync(join(request.path, 'checks.csv'), 'utf8')
      return Promise.resolve({ ...answer, peopleShown: [], peopleHidden: [] })
    },
  }
  const asked = { path, authority: 'A', extracted: date('2023-03-31'), childColumn: '', dateColumn: '', keepValidRows: false, format: 'table', preview: true, ...more } as const // prettier-ignore
  const deps = { registers: { ...registers, store: () => Promise.reject(new Error('not asked')) }, authorityNamed: () => ({ code: 'A', name: 'A' }) } // prettier-ignore
  await importEpep(asked, deps)
  return written.trim().split(/\r?\n/)
}

describe('a file of an e-PEP system', () => {
  const head = 'child,kind,date,extract_date'
  for (const { why, text, more, is } of [
    { why: 'with names in use', text: 'Person ID,Name,PEP Date\n1,Ann,2023-01-09\n2,Ben,09/02/2023', is: [head, '1,PEP,2023-01-09,2023-03-31', '2,PEP,09/02/2023,2023-03-31'] }, // prettier-ignore
    { why: 'with other names', text: 'Who,When,When else\n1,2023-01-09,x', more: { childColumn: 'who', dateColumn: 'When' }, is: [head, '1,PEP,2023-01-09,2023-03-31'] }, // prettier-ignore
    { why: 'without a plan', text: 'child,date\n1,\n2,2023-01-09', is: [head, ',,,', '2,PEP,2023-01-09,2023-03-31'] },
  ])
    test(why, async () => {
      assert.deepEqual(await handedOn(text, more), is)
    })
  test('without the columns is refused, by its own name', async () => {
    await assert.rejects(handedOn('Name,Colour\nAnn,red'), (error) => {
      assert.ok(error instanceof Refusal)
      assert.equal(error.reasons[0]?.file, 'pep.csv')
      return true
    })
  })
})
