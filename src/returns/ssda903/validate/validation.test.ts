import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { reportingYear } from '../../../calendar/reportingYear.ts'
import { instant } from '../../../kernel/dates.ts'
import type { StoredImport } from '../app/ports.ts'
import type { YearDocument } from '../domain/document.ts'
import { storedTables } from '../domain/storedTables.ts'
import { folderOf, smallReturn } from '../../../../test/support/smallReturn.ts'
import { readRawTables } from '../read/readTables.ts'
import { readReturn } from '../read/readReturn.ts'
import { type StoredFailure, makeValidateStored } from './app/storedValidation.ts'
import { makeDoubtsOf, touchesAClock } from './app/doubts.ts'
import { validateReturn } from './validate.ts'
import { validationPage } from './web/validation.view.ts'
import { failureFilters, failuresTable, narrowedFailures } from './web/validation.filters.ts'

const year = reportingYear(2022)
const sample = new URL('../../../../test/data/ssda903-sample', import.meta.url).pathname

/** What is stored of a return in these files. */
async function documentsOf(path: string, of = year): Promise<Map<string, YearDocument[]>> {
  const read = await readReturn(path, { year: of, onProgress: () => undefined })
  assert.ok(read.ok)
  return new Map(read.documents.map(({ child, content, rows }) => [child, [{ year: of.startYear, content, rows }]]))
}

const importAt = (recordedAt: string): StoredImport => ({
  recordedAt: instant(recordedAt),
  year: year.startYear,
  sourceName: 'return',
  rowCounts: { Header: 2, Episodes: 3, Reviews: 3, OC2: 1 },
  carriesEarlierReviews: false,
  undoes: null,
  isWithdrawal: false,
  added: 0,
  changed: 0,
  removed: 0,
  unchanged: 0,
})

/** A store of one year that was imported as `before` and then as `now`. */
const storeOf = (now: Map<string, YearDocument[]>, before: Map<string, YearDocument[]> | null) =>
  makeValidateStored(
    {
      documents: (_authority, _children, knownAt) => Promise.resolve(knownAt ? (before ?? new Map()) : now),
      imports: () =>
        Promise.resolve([importAt('2023-05-02T09:00:00Z'), ...(before ? [importAt('2023-05-01T09:00:00Z')] : [])]),
    },
    () => Promise.resolve({ returns: '1' }),
  )

const keys = (failures: readonly Pick<StoredFailure, 'rule' | 'table' | 'child'>[]) =>
  failures.map(({ rule, table, child }) => `${rule} ${table} ${child}`).sort()

describe('a stored return, validated', () => {
  it('fails as its files do, row by row, on the public sample', async () => {
    const collection = reportingYear(2017)
    const read = await readRawTables(sample)
    assert.ok(read.ok)
    const ofFiles = validateReturn({ tables: read.tables, collection, authority: 'E09000033' })
    const stored = storedTables(
      [...(await documentsOf(sample, collection))].map(([child, [document]]) => ({
        child,
        content: document?.content ?? '',
        rows: document?.rows ?? '',
      })),
      (table) => read.tables.some(({ name }) => name === table),
    )
    const ofStored = validateReturn({ tables: stored.tables, collection, authority: 'E09000033' })
    const listed = (validation: typeof ofFiles) =>
      new Map(
        validation.failures.map(({ rule, table, rows }) => [
          `${rule} ${table}`,
          rows.map(({ child }) => child.id).sort(),
        ]),
      )
    const [inFiles, inStore] = [listed(ofFiles), listed(ofStored)]
    const differing = [...inFiles].filter(([key, children]) => children.join() !== inStore.get(key)?.join())
    assert.deepEqual(
      differing.map(([key]) => key),
      [],
    )
    assert.deepEqual(
      [...inStore.keys()].filter((key) => !inFiles.has(key)),
      [],
    )
  })
  it('names the row of the file that was imported', async () => {
    const worse = { ...smallReturn, 'reviews.csv': `${smallReturn['reviews.csv']}\n200,29/02/2008,08/08/2022,PN0` }
    const { failures } = await storeOf(await documentsOf(folderOf(worse)), null)('E09000033', year)
    const review = failures.find(({ rule }) => rule === '440')
    assert.deepEqual([review?.table, review?.row, review?.child], ['Reviews', 5, '200'])
  })
  it('says what the latest import changed: what is new, and what is mended', async () => {
    const worse = { ...smallReturn, 'reviews.csv': `${smallReturn['reviews.csv']}\n200,29/02/2008,08/08/2022,PN0` }
    const [good, bad] = [await documentsOf(folderOf(smallReturn)), await documentsOf(folderOf(worse))]
    const fresh = await storeOf(bad, good)('E09000033', year)
    assert.deepEqual(keys(fresh.failures.filter(({ isNew }) => isNew)), ['440 Reviews 200'])
    assert.deepEqual(fresh.mended, [])
    const mended = await storeOf(good, bad)('E09000033', year)
    assert.deepEqual(keys(mended.mended.map((one) => ({ ...one, table: 'Reviews' }))), ['440 Reviews 200'])
    assert.equal(
      mended.failures.some(({ isNew }) => isNew),
      false,
    )
  })
  it('a first import has nothing to compare with', async () => {
    const only = await storeOf(await documentsOf(folderOf(smallReturn)), null)('E09000033', year)
    assert.deepEqual([only.hasEarlierImport, only.mended, only.failures.some(({ isNew }) => isNew)], [false, [], false])
  })
  it('tells of each child what may shift a date, and of which days', async () => {
    const worse = { ...smallReturn, 'reviews.csv': `${smallReturn['reviews.csv']}\n200,29/02/2008,08/08/2022,PN0` }
    const validate = storeOf(await documentsOf(folderOf(worse)), null)
    const doubts = await makeDoubtsOf(validate, () => Promise.resolve([{ year: 2022, carriesEarlierReviews: false }]))(
      'E09000033',
    )
    const fault = doubts.get('200')?.find(({ rule }) => rule === '440')
    assert.deepEqual([fault?.days, fault?.isOfPresent], [['2022-08-08'], false])
    assert.ok([...doubts.values()].flat().every(touchesAClock))
  })
  it('doubts no date for what it finds in the records of social workers', () => {
    const ofEpisode = { table: 'Episodes', fields: ['DECOM', 'DEC'] } as const
    assert.equal(touchesAClock({ rule: 'SW12STG2', ...ofEpisode }), false)
    assert.equal(touchesAClock({ rule: '501', ...ofEpisode }), true)
  })
})

describe('the page of the return’s rules', () => {
  const failure = (rule: string, child: string, isNew = false): StoredFailure => ({
    rule,
    message: `Rule ${rule} fails.`,
    hint: 'Mend it.',
    table: 'Reviews',
    fields: ['REVIEW'],
    row: 7,
    child,
    days: [],
    isOfPresent: false,
    isNew,
  })
  const shown = {
    validation: {
      collection: '2022-23',
      ruleset: '2022-23',
      rulesRun: 300,
      rulesSkipped: [{ rule: '217', reason: 'needs a list' }],
      failures: [failure('440', '100'), failure('440', '200', true), failure('102', '200')],
      mended: [{ rule: '101', child: '100' }],
      hasEarlierImport: true,
    },
    year,
    years: [year],
    teams: new Map([['200', 'North']]),
  }
  const page = (filters: Record<string, string>) => validationPage(shown, failureFilters.parse(filters), 'E09000033')

  it('counts by rule, the most failing first, and says what is new and mended', () => {
    const { groups, headline, changes } = page({})
    assert.deepEqual(
      groups.map(({ key, rows, children, fresh }) => [key, rows, children, fresh]),
      [
        ['440', '2 rows', '2 children', 1],
        ['102', '1 row', '1 child', 0],
      ],
    )
    assert.match(headline, /^3 failing rows of 2 children, by 2 rules. 300 rules ran, 1 rule could not.$/)
    assert.equal(changes, 'Since the import before: 1 failing row new, 1 failing row mended.')
  })
  it('counts by child and by team, also where no team is known', () => {
    assert.deepEqual(
      page({ by: 'child' }).groups.map(({ key }) => key),
      ['200', '100'],
    )
    assert.deepEqual(
      page({ by: 'team' }).groups.map(({ key }) => key),
      ['North', 'No team known'],
    )
  })
  it('opens a rule to its rows, with where each stands and what to do', () => {
    const [row, ...others] = page({ by: 'row', rule: '102' }).rows
    assert.deepEqual([row?.where, row?.hint, others], ['Reviews, row 7: REVIEW', 'Mend it.', []])
  })
  it('takes away what is shown, with the team', () => {
    const listed = narrowedFailures(shown, failureFilters.parse({ change: 'new' }))
    assert.deepEqual(failuresTable(listed, shown.teams).slice(1), [
      ['440', 'Rule 440 fails.', 'Reviews', 7, '200', 'North', 'REVIEW', true, 'Mend it.'],
    ])
  })
})
