import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import * as z from 'zod'
import { plantedReport } from '../../test/support/plantedReport.ts'
import { checkReport } from './domain/check.ts'
import type { Finding } from './domain/finding.ts'
import { readReport } from './read/readReport.ts'

const folder = join(import.meta.dirname, '../../test/data/proofreading')
const plantedIn = (name: string) =>
  z
    .array(z.object({ report: z.string(), find: z.string(), put: z.string(), kinds: z.array(z.string()) }))
    .parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))

async function findingsIn(name: string, text: string): Promise<readonly Finding[]> {
  const report = await readReport(name, Buffer.from(text))
  const findings = checkReport(report)
  for (const { quote, also } of findings) {
    assert.ok(report.text.includes(quote), `not letter for letter: ${quote}`)
    assert.ok(also === null || report.text.includes(also), `not letter for letter: ${also ?? ''}`)
  }
  return findings
}

const LEAST_RECALL = 0.9
/** Of reports by which no rule was written. */
const LEAST_UNSEEN = 0.8

describe('mistakes planted in made-up reports of several styles', () => {
  const texts = new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.json'))
      .map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
  for (const [name, text] of texts) {
    it(`${name}: nothing is found while all of it holds`, async () => {
      assert.deepEqual(await findingsIn(name, text), [])
    })
  }
  for (const { name, least } of [
    { name: 'planted.json', least: LEAST_RECALL },
    { name: 'planted-unseen.json', least: LEAST_UNSEEN },
  ]) {
    it(`${name}: of ten mistakes ${10 * least} are found, as of their kind`, async () => {
      const planted = plantedIn(name)
      const missed: string[] = []
      for (const { report, find, put, kinds } of planted) {
        const text = texts.get(report) ?? ''
        assert.ok(text.includes(find), `${report} has no “${find}”`)
        const found = await findingsIn(
          report,
          text.replace(find, () => put),
        )
        if (!found.some(({ kind }) => kinds.includes(kind))) missed.push(`${report}: ${put}`)
      }
      assert.ok(missed.length <= planted.length * (1 - least), missed.join('\n'))
    })
  }
})

/** Not those by which the rules were written. */
const SEEDS = [4711, 4712, 4713, 4714, 4715]

describe('mistakes planted in reports made up by seed', () => {
  for (const seed of SEEDS) {
    it(`seed ${seed}: all of them, and nothing else`, async () => {
      const { text, plants } = plantedReport(seed)
      assert.deepEqual(await findingsIn('report.txt', text), [])
      const missed: string[] = []
      for (const { kinds, find, put } of plants) {
        assert.ok(text.includes(find) && find !== put, `nothing is planted by “${put}”`)
        const found = await findingsIn(
          'report.txt',
          text.replace(find, () => put),
        )
        if (!found.some(({ kind }) => kinds.includes(kind))) missed.push(put)
      }
      assert.ok(missed.length <= plants.length * (1 - LEAST_RECALL), missed.join('\n'))
    })
  }
})
