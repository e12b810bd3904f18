import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { date, instant } from '../../kernel/dates.ts'
import { learningProduct } from '../../learning/domain/product.ts'
import { fieldsOf } from '../../documents/kind.ts'
import { courseAfter, type StepTaken } from '../../reporting/domain/published/course.ts'
import { reportWords } from '../domain/reportWords.ts'
import { productRows, productText } from '../domain/registers/productRows.ts'
import { type DemoDocumentsDeps, prepareDemoDocuments } from './demoDocuments.ts'

/** A demonstration whose services only keep what they are asked. */
function aDemo() {
  const words = new Map([['timeliness', 'Somebody has written here.']])
  const steps: StepTaken[] = []
  const issues = new Map<string, Readonly<Record<string, string>>>()
  const drafts = new Map<string, Readonly<Record<string, string>>>()
  const deps: DemoDocumentsDeps = {
    authority: { code: 'X99000001', name: 'Hartsmere' },
    today: date('2026-11-30'),
    products: {
      save: (_, ref, written) => {
        drafts.set(ref, written)
        return Promise.resolve({ version: 1 })
      },
      publish: (_, ref) => {
        issues.set(ref, drafts.get(ref) ?? {})
        return Promise.resolve(null)
      },
      published: () => Promise.resolve([]),
    },
    publishing: {
      courseOf: () => Promise.resolve({ ...courseAfter(steps), stepsInAll: steps.length }),
      take: ({ step, by, note, year }) => {
        assert.equal(year.name, '2025-26')
        const at = instant('2026-04-02T10:00:00Z')
        const signed = step === 'sign_off' ? { asAt: year.lastDay, knownAt: at } : null
        steps.push({ step, at, by: by.name, note, signed })
        return Promise.resolve(null)
      },
    },
    words: {
      read: () => Promise.resolve(new Map(words)),
      write: (_, year, section, text, by) => {
        assert.deepEqual([year, by, steps.length], [2025, 'marian-okafor', 0], 'before the report is sent for review')
        words.set(section, text)
        return Promise.resolve()
      },
    },
    progress: { at: () => undefined, stop: () => undefined },
  }
  return { deps, steps, issues, words }
}

describe('what the demonstration publishes', () => {
  it('is last year’s report, once, and pages to learn from that are complete', async () => {
    const { deps, steps, issues, words } = aDemo()
    assert.deepEqual(await prepareDemoDocuments(deps), ['last year’s annual report'])
    assert.deepEqual(
      steps.map(({ step, by }) => `${step} ${by}`),
      ['submit Marian Okafor', 'sign_off Alan Sedgwick', 'publish Alan Sedgwick'],
    )
    assert.equal(courseAfter(steps).state, 'published')
    assert.equal(words.get('timeliness'), 'Somebody has written here.')
    assert.deepEqual([...words.keys()].sort(), Object.keys(reportWords).sort())
    assert.deepEqual([...issues.keys()], ['LP2024-1', 'LP2025-1', 'LP2026-1'])
    for (const written of issues.values()) {
      for (const { id, isMandatory } of fieldsOf(learningProduct)) assert.ok(!isMandatory || written[id])
    }
    await prepareDemoDocuments(deps)
    assert.equal(steps.length, 3)
  })

  it('has a page begun this year only from its day on, and no text for what people begin', () => {
    const refsOn = (today: string) => productRows({ since: date('2024-04-01'), today: date(today) }).map((row) => row.productRef) // prettier-ignore
    assert.deepEqual(refsOn('2025-06-09'), ['LP2024-1'])
    assert.deepEqual(refsOn('2025-06-10'), ['LP2024-1', 'LP2025-1'])
    assert.equal(productText('7f2c1e1e-0000-4000-8000-000000000000'), null)
  })
})
