import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Finding } from '../../../house/finding.ts'
import { date, instant } from '../../../kernel/dates.ts'
import { seesEveryone } from '../../../kernel/visibility.ts'
import { problemsTable } from '../../../platform/web/problems.ts'
import type { ImportRun, ImportRunState } from '../app/importRuns.ts'
import { dataPage } from './data.view.ts'
import { findingFilters, findingsPage, findingsTable } from './findings.view.ts'
import { chooseFilesPage, yearsOffered } from './import.view.ts'
import { importRunPage } from './importRun.view.ts'

const CODE = 'E09000033'
const today = date('2026-11-22')

describe('imports so far', () => {
  const imported = { year: 2025, sourceName: 'return.zip', undoes: null, isWithdrawal: false }
  const page = dataPage(
    [
      { ...imported, recordedAt: instant('2026-07-01T09:05:00Z'), added: 0, changed: 3, removed: 0, unchanged: 37 },
      { ...imported, recordedAt: instant('2026-01-06T16:30:00Z'), added: 1, changed: 0, removed: 0, unchanged: 0 },
    ],
    CODE,
  )

  test('say when, by the clocks of England, from what and what each changed', () => {
    assert.deepEqual(
      page.imports.map(({ year, when, from, changes }) => [year, when, from, changes]),
      [
        ['2025-26', '1 July 2026 at 10:05', 'return.zip', 'No children added, 3 changed, none removed, 37 as before'],
        ['2025-26', '6 January 2026 at 16:30', 'return.zip', '1 child added, none changed, none removed, none as before'],
      ],
    ) // prettier-ignore
  })

  test('say which of a year is replaced, and offer to undo the latest', () => {
    assert.deepEqual(
      page.imports.map(({ standing, undoHref }) => [standing, undoHref]),
      [['', `/authorities/${CODE}/data/undo/2025-26`], ['replaced since', null]],
    ) // prettier-ignore
  })

  test('say what was undone, and that a year has no return any more', () => {
    const first = { ...imported, recordedAt: instant('2026-01-06T16:30:00Z'), added: 9, changed: 0, removed: 0, unchanged: 0 } // prettier-ignore
    const undoing = { ...first, recordedAt: instant('2026-01-06T16:40:00Z'), undoes: first.recordedAt, isWithdrawal: true } // prettier-ignore
    const { imports, validationHref } = dataPage([undoing, first], CODE)
    assert.deepEqual(
      imports.map(({ from, standing }) => [from, standing]),
      [
        ['Undid the import of return.zip of 6 January 2026 at 16:30', 'no return of this year is stored'],
        ['return.zip', 'undone since'],
      ],
    )
    assert.equal(validationHref, null)
  })
})

describe('choosing files', () => {
  test('offers this reporting year first and no later one', () => {
    assert.deepEqual(
      yearsOffered(today)
        .slice(0, 2)
        .map(({ name }) => name),
      ['2026-27', '2025-26'],
    )
    assert.equal(yearsOffered(date('2026-03-31'))[0]?.name, '2025-26')
  })

  test('says every problem at once, each leading to its field, and keeps the year that was chosen', () => {
    const page = chooseFilesPage({ year: '2025-26' }, ['no_year', 'several_not_csv'], today, CODE, 'token')
    assert.deepEqual(page.errors, [
      { text: 'Choose the year that the return is for', href: '#year' },
      { text: 'Choose one zip file, one XML file, or several CSV files', href: '#files' },
    ])
    assert.deepEqual(page.fileError, { text: 'Choose one zip file, one XML file, or several CSV files' })
    assert.equal(page.years.find((year) => 'selected' in year && year.selected)?.value, '2025-26')
  })
})

describe('an import’s page', () => {
  const run = (state: ImportRunState, more: Partial<ImportRun> = {}): ImportRun => ({
    id: 'a-run', year: 2025, visibility: seesEveryone, sourceName: 'return.zip', state, progress: null, result: null, waitsFor: null, isStalled: false, ...more,
  }) // prettier-ignore
  const changes = { added: 2, changed: 1, removed: 0, unchanged: 1200 }
  const done = {
    changes,
    addedChildren: [],
    changedChildren: [],
    removedChildren: [],
    otherYear: null,
    childrenShown: [],
    rowCounts: { Episodes: 1, Header: 1203, OC3: 0 },
    warnings: [],
    found: [{ code: 'repeated_row', count: 1234, what: 'Twice.', counted: 'Once.' }],
  }
  const pageOf = (one: ImportRun) => importRunPage(one, CODE, 'token')

  for (const { why, one, view, title } of [
    { why: 'at work', one: run('checking'), view: 'working', title: 'Checking the return for 2025-26' },
    { why: 'storing', one: run('storing'), view: 'working', title: 'Importing the return for 2025-26' },
    { why: 'stored, and ended before it said what', one: run('stored'), view: 'unlisted', title: '2025-26 is imported' },
    { why: 'not heard of', one: run('storing', { isStalled: true }), view: 'failed', title: 'The import has stopped' },
    { why: 'at fault', one: run('failed'), view: 'failed', title: 'Sorry, the import did not work' },
    { why: 'to be confirmed', one: run('ready', { result: { outcome: 'previewed', ...done } }), view: 'ready', title: 'Check before importing 2025-26' },
    { why: 'done', one: run('stored', { result: { outcome: 'stored', ...done } }), view: 'stored', title: '2025-26 is imported' },
  ]) {
    test(`${why}: “${title}”`, () => {
      const page = pageOf(one)
      assert.deepEqual([page.view, page.title], [view, title])
    })
  } // prettier-ignore

  test('says how far the work has come', () => {
    const page = pageOf(run('checking', { progress: { stage: 'reading', done: 30, total: 90 } }))
    assert.equal(page.view === 'working' && page.progress, 'Reading the files: 33%')
    assert.equal(pageOf(run('checking')).view === 'working', true)
    const waiting = pageOf(run('checking', { waitsFor: 3 }))
    assert.equal(waiting.view === 'working' && waiting.progress, 'Waiting: 3 imports are before this one')
  })

  test('says what would change, the tables in their order and only those with rows', () => {
    const page = pageOf(run('ready', { result: { outcome: 'previewed', ...done } }))
    assert.ok(page.view === 'ready')
    assert.deepEqual(
      page.changes.map(({ value }) => value),
      ['2', '1', '0', '1,200'],
    )
    assert.deepEqual(page.tables, [
      { name: 'Header', rows: '1,203 rows' },
      { name: 'Episodes', rows: '1 row' },
    ])
    assert.equal(page.foundCount, '1,234 oddities')
    assert.equal(page.found[0]?.label, 'Repeated row')
  })

  test('warns up front of the wrong year and of many children changed, and lists who', () => {
    const drastic = {
      ...done,
      outcome: 'previewed' as const,
      changes: { added: 0, changed: 300, removed: 40, unchanged: 100 },
      changedChildren: ['100', '101'],
      removedChildren: ['200'],
      otherYear: { year: 2024, children: 430, of: 440 },
    }
    const page = importRunPage(run('ready', { result: drastic }), CODE, 'token', { mayOpenChildren: true })
    assert.ok(page.view === 'ready')
    assert.deepEqual(page.cautions, [
      'The files look like the return for 2024-25: the latest dates of 430 of 440 children are in that year. Check that 2025-26 is the right year.',
      'This import removes 40 and changes 300 of the 440 children stored for 2025-26. Figures and reports of 2025-26 may change. Look at the lists below before you import it.',
    ])
    assert.ok(page.isDrastic)
    assert.deepEqual(
      page.lists.map(({ summary, more }) => [summary, more]),
      [['Children to be removed, 2025-26: 40', 39], ['Children to be changed, 2025-26: 300', 298]],
    ) // prettier-ignore
    assert.equal(page.lists[0]?.children[0]?.href, `/authorities/${CODE}/children/200`)
    const usual = pageOf(run('ready', { result: { outcome: 'previewed', ...done } }))
    assert.deepEqual(usual.view === 'ready' && [usual.cautions, usual.isDrastic], [[], false])
  })

  test('of a refused return counts all errors and shows the first of them', () => {
    const error = { file: 'reviews.csv', row: 2, column: 'REVIEW', value: '31/02/2026', reason: 'is not a date' }
    const errors = Array.from({ length: 250 }, () => error)
    const page = pageOf(run('refused', { result: { outcome: 'refused', errors, moreErrors: 5 } }))
    assert.ok(page.view === 'refused')
    assert.match(page.summary, /^There are 255 errors\. Nothing is imported\./)
    assert.deepEqual([page.shown.length, page.moreErrors], [200, 55])
    assert.deepEqual(problemsTable([{ ...error, row: null }]), [
      ['file', 'row', 'column', 'value', 'reason'],
      ['reviews.csv', null, 'REVIEW', '31/02/2026', 'is not a date'],
    ])
  })
})

describe('what is odd in the data', () => {
  const finding = (child: string, code: string, year: number | null): Finding => ({
    child,
    code,
    source: year === null ? null : { year, table: 'Episodes', row: 9 },
    what: `${code} of ${child}`,
    counted: 'As said.',
  })
  const findings = [finding('100', 'gap', 2024), finding('100', 'overlap', 2025), finding('200', 'overlap', null)]
  const pageOf = (filters: Record<string, unknown> = {}) => findingsPage(findings, findingFilters.parse(filters), CODE)

  test('is grouped by kind, the most frequent first', () => {
    const page = pageOf()
    assert.deepEqual(
      page.kinds.map(({ label, times }) => [label, times]),
      [['Overlap', '2 times'], ['Gap', 'once']],
    ) // prettier-ignore
    assert.equal(page.summary, '3 findings')
    assert.equal(page.rows[0]?.where, 'Episodes, row 9, 2024-25')
  })

  test('puts first what loses a child, however seldom it is', () => {
    const many = [
      ...Array.from({ length: 9 }, () => finding('100', 'repeated_row', 2025)),
      finding('300', 'blank_start', 2025),
    ]
    const page = findingsPage(many, findingFilters.parse({}), CODE)
    assert.deepEqual(
      page.kinds.map(({ label, times }) => [label, times]),
      [['Blank start', 'once'], ['Repeated row', '9 times']],
    ) // prettier-ignore
    assert.equal(page.rows[0]?.child, '300')
  })

  for (const { filters, found } of [
    { filters: { child: '2' }, found: ['overlap of 200'] },
    { filters: { kind: 'overlap' }, found: ['overlap of 100', 'overlap of 200'] },
    { filters: { year: '2024-25' }, found: ['gap of 100'] },
    { filters: { kind: 'gap', child: '200' }, found: [] },
  ]) {
    test(`is narrowed by ${Object.keys(filters).join(' and ')}: ${Object.values(filters).join(', ')}`, () => {
      assert.deepEqual(
        pageOf(filters).rows.map(({ what }) => what),
        found,
      )
    })
  }

  test('can be taken away', () => {
    assert.deepEqual(findingsTable(findings)[3], ['200', 'overlap', '', '', '', 'overlap of 200', 'As said.'])
  })
})
