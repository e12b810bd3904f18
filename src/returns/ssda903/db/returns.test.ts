import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { aDatabase } from '../../../../test/support/database.ts'
import type { RecordsQuery } from '../../../children/app/ports.ts'
import type { ChildRecord } from '../../../children/domain/record.ts'
import { nothingReturned } from '../../../children/domain/watchedHistory.ts'
import { type Instant, date } from '../../../kernel/dates.ts'
import { withAuthority } from '../../../platform/database/withAuthority.ts'
import { seesEveryone } from '../../../kernel/visibility.ts'
import type { ReadyReturn } from '../app/ports.ts'
import type { YearDocument } from '../domain/document.ts'
import { makeRecordStore } from './recordStore.ts'
import { makeReturnStore } from './returnStore.ts'

const westminster = { code: 'E09000033', name: 'Westminster' }
const leicester = { code: 'E06000016', name: 'Leicester' }

/** Children by what is said of each: `{ '1': 'looked after' }`. */
type Said = Readonly<Record<string, string>>

function aReturn(year: number, said: Said, change: Partial<ReadyReturn> = {}): ReadyReturn {
  return {
    authority: westminster,
    year,
    sourceName: 'a folder',
    documents: Object.entries(said).map(([child, content]) => ({
      child,
      firstDay: `${year}-04-01`,
      lastDay: `${year + 1}-03-31`,
      content,
      rows: '{}',
    })),
    rowCounts: { Header: Object.keys(said).length },
    carriesEarlierReviews: false,
    recordedBy: null,
    visibility: seesEveryone,
    ...change,
  }
}

/** A record that shows which documents it was merged from. */
const shown = (child: string, documents: readonly YearDocument[]): ChildRecord => ({
  ...nothingReturned,
  child,
  bornOn: null,
  ethnicity: documents.map(({ year, content }) => `${year}: ${content}`).join(', '),
})

const ignore = () => undefined

describe('returns in the database', async () => {
  const { database } = await aDatabase()
  const returns = makeReturnStore(database)
  const records = makeRecordStore(database, shown)
  const store = (ready: ReadyReturn) => returns.store(ready, ignore)

  async function known(authority: string, knownAt: Instant | null = null, query: Partial<RecordsQuery> = {}) {
    const { children } = await records.read({ authority, activeSince: null, knownAt, ...query })
    return Object.fromEntries(children.map((record) => [record.child, record.ethnicity]))
  }

  /** Each test has an authority of its own, so that none sees what another stored. */
  let authorities = 0
  function anAuthority() {
    authorities++
    return { code: `X${String(authorities).padStart(8, '0')}`, name: `Authority ${authorities}` }
  }

  test('an import adds, changes and removes, and the same again changes nothing', async () => {
    const authority = anAuthority()
    const first = aReturn(2022, { '1': 'a', '2': 'b', '3': 'c' }, { authority })
    const second = aReturn(2022, { '1': 'a', '2': 'B', '4': 'd' }, { authority })
    for (const { ready, expected, now } of [
      { ready: first, expected: [3, 0, 0, 0], now: { '1': '2022: a', '2': '2022: b', '3': '2022: c' } },
      { ready: first, expected: [0, 0, 0, 3], now: { '1': '2022: a', '2': '2022: b', '3': '2022: c' } },
      { ready: second, expected: [1, 1, 1, 1], now: { '1': '2022: a', '2': '2022: B', '4': '2022: d' } },
      { ready: second, expected: [0, 0, 0, 3], now: { '1': '2022: a', '2': '2022: B', '4': '2022: d' } },
    ]) {
      const { addedChildren, changedChildren, removedChildren, ...compared } = await returns.compare(ready, ignore)
      const { added, changed, removed, unchanged } = await store(ready)
      assert.deepEqual([added, changed, removed, unchanged], expected)
      assert.deepEqual(compared, { added, changed, removed, unchanged }, 'comparing says what storing does')
      assert.deepEqual(
        [addedChildren.length, changedChildren.length, removedChildren.length],
        [added, changed, removed],
      )
      assert.deepEqual(await known(authority.code), now)
    }
    const versions = await withAuthority(database, authority.code, (trx) =>
      sql<{ n: number }>`select count(*)::int as n from return_child`.execute(trx),
    )
    assert.equal(versions.rows[0]?.n, 5, 'two children came with the second return, three with the first')
  })

  test('an import is undone in new versions, and undoing again brings it back', async () => {
    const authority = anAuthority()
    await store(aReturn(2022, { '1': 'a', '2': 'b' }, { authority, sourceName: 'right', carriesEarlierReviews: true }))
    const { recordedAt } = await store(aReturn(2022, { '2': 'B', '3': 'c' }, { authority, sourceName: 'wrong' }))
    const undoing = { authority, year: 2022, recordedAt, recordedBy: 'P1', visibility: seesEveryone }
    const expected = { added: 1, changed: 1, removed: 1, unchanged: 0, addedChildren: ['1'], changedChildren: ['2'], removedChildren: ['3'] } // prettier-ignore
    for (const ask of [returns.compareUndone, returns.undo]) {
      const { restored, ...changes } = (await ask(undoing)) ?? assert.fail('it is the latest')
      assert.deepEqual([changes, restored?.sourceName], [expected, 'right'])
    }
    assert.deepEqual(await known(authority.code), { '1': '2022: a', '2': '2022: b' })
    assert.deepEqual(await returns.coverage(authority.code), [{ year: 2022, carriesEarlierReviews: true }])
    assert.deepEqual(await known(authority.code, recordedAt), { '2': '2022: B', '3': '2022: c' })
    assert.equal(await returns.undo(undoing), null, 'it is not the latest any more')
    const [latest] = await returns.imports(authority.code)
    assert.ok(latest)
    assert.deepEqual([latest.undoes?.toString(), latest.isWithdrawal], [recordedAt.toString(), false])
    await returns.undo({ ...undoing, recordedAt: latest.recordedAt })
    assert.deepEqual(await known(authority.code), { '2': '2022: B', '3': '2022: c' })
  })

  test('undoing the only import of a year takes the year out', async () => {
    const authority = anAuthority()
    await store(aReturn(2023, { '9': 'z' }, { authority }))
    const { recordedAt } = await store(aReturn(2022, { '1': 'a' }, { authority }))
    const undone = await returns.undo({ authority, year: 2022, recordedAt, recordedBy: null, visibility: seesEveryone })
    assert.deepEqual([undone?.restored, undone?.removedChildren], [null, ['1']])
    assert.deepEqual(await known(authority.code), { '9': '2023: z' })
    assert.deepEqual(
      (await returns.coverage(authority.code)).map(({ year }) => year),
      [2023],
    )
  })

  test('undoing tells nothing of children who may not be seen, and undoes theirs too', async () => {
    const authority = anAuthority()
    await store(aReturn(2022, { '1': 'a', '2': 'b' }, { authority }))
    const { recordedAt } = await store(aReturn(2022, { '1': 'A', '3': 'c' }, { authority }))
    const visibility = { only: null, hidden: ['2', '3'] }
    const undoing = { authority, year: 2022, recordedAt, recordedBy: 'P1', visibility }
    const undone = await returns.undo(undoing)
    assert.deepEqual([undone?.addedChildren, undone?.changedChildren, undone?.removedChildren], [[], ['1'], []])
    assert.deepEqual(await known(authority.code), { '1': '2022: a', '2': '2022: b' })
  })

  test('comparing stores nothing', async () => {
    const authority = anAuthority()
    await returns.compare(aReturn(2022, { '1': 'a' }, { authority }), ignore)
    assert.deepEqual(await known(authority.code), {})
    assert.deepEqual(await returns.imports(authority.code), [])
  })

  test('a file sorted anew says nothing new', async () => {
    const authority = anAuthority()
    const ready = aReturn(2022, { '1': 'a' }, { authority })
    await store(ready)
    const sorted = { ...ready, documents: ready.documents.map((document) => ({ ...document, rows: '{"Header":9}' })) }
    assert.equal((await store(sorted)).unchanged, 1)
  })

  test('years stand beside each other, in any order of import', async () => {
    const authority = anAuthority()
    await store(aReturn(2023, { '1': 'later' }, { authority, carriesEarlierReviews: true }))
    await store(aReturn(2021, { '1': 'earlier', '2': 'only then' }, { authority }))
    assert.deepEqual(await known(authority.code), { '1': '2021: earlier, 2023: later', '2': '2021: only then' })
    assert.deepEqual(await returns.coverage(authority.code), [
      { year: 2021, carriesEarlierReviews: false },
      { year: 2023, carriesEarlierReviews: true },
    ])
    const documents = await returns.documents(authority.code, ['1', 'not there'])
    assert.deepEqual(
      [...documents],
      [
        [
          '1',
          [
            { year: 2021, content: 'earlier', rows: '{}' },
            { year: 2023, content: 'later', rows: '{}' },
          ],
        ],
      ],
    )
    assert.deepEqual([...(await returns.documents(authority.code, null)).keys()].sort(), ['1', '2'])
  })

  test('another authority’s children are neither seen nor replaced', async () => {
    await store(aReturn(2022, { '1': 'ours' }))
    await store(aReturn(2022, { '1': 'theirs', '2': 'theirs' }, { authority: leicester }))
    assert.deepEqual(await known(westminster.code), { '1': '2022: ours' })
    assert.deepEqual(await known(leicester.code), { '1': '2022: theirs', '2': '2022: theirs' })
    assert.equal((await returns.imports(westminster.code)).length, 1)
  })

  test('texts come back as they were sent, whatever they hold', async () => {
    const authority = anAuthority()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 5 }), async (texts) => {
        const said = Object.fromEntries(
          texts.map((text, index) => [`child ${index}`, JSON.stringify({ text, "'": '\\' })]),
        )
        await store(aReturn(2022, said, { authority }))
        const expected = Object.entries(said).map(([child, content]) => [child, `2022: ${content}`])
        assert.deepEqual(await known(authority.code), Object.fromEntries(expected))
      }),
      { numRuns: 20 },
    )
  })

  test('a return of no children empties its year', async () => {
    const authority = anAuthority()
    await store(aReturn(2022, { '1': 'a' }, { authority }))
    assert.equal((await store(aReturn(2022, {}, { authority }))).removed, 1)
    assert.deepEqual(await known(authority.code), {})
  })

  test('whatever is imported, what was known at each moment can be asked for again', async () => {
    const years = fc.constantFrom(2020, 2021, 2022)
    const said = fc.dictionary(fc.constantFrom('1', '2', '3', '4'), fc.constantFrom('a', 'b'))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(years, said), { minLength: 1, maxLength: 6 }), async (imports) => {
        const authority = anAuthority()
        const model = new Map<number, Said>()
        const moments: { at: Instant; expected: Record<string, string> }[] = []
        for (const [year, children] of imports) {
          const before = model.get(year) ?? {}
          const done = await store(aReturn(year, children, { authority }))
          assert.equal(done.added + done.changed + done.unchanged, Object.keys(children).length)
          assert.equal(done.changed + done.unchanged + done.removed, Object.keys(before).length)
          model.set(year, children)
          moments.push({ at: done.recordedAt, expected: inWords(model) })
        }
        for (const { at, expected } of moments) assert.deepEqual(await known(authority.code, at), expected)
        const [first] = moments
        assert.ok(first)
        assert.deepEqual(await known(authority.code, first.at.subtract({ nanoseconds: 1000 })), {})
        assert.deepEqual(await known(authority.code), moments.at(-1)?.expected)
      }),
      { numRuns: 15 },
    )
  })

  test('only children of whom something is said since a day are read, with all their years', async () => {
    const authority = anAuthority()
    const ready = aReturn(2022, { left: 'x', still: 'x', undated: 'x' }, { authority })
    const dates = new Map<string, string | null>([
      ['left', '2022-06-30'],
      ['still', 'infinity'],
      ['undated', null],
    ])
    await store({ ...ready, documents: ready.documents.map((d) => ({ ...d, lastDay: dates.get(d.child) ?? null })) })
    await store(aReturn(2020, { left: 'y', still: 'y' }, { authority }))
    const since = async (day: string) => known(authority.code, null, { activeSince: date(day) })
    assert.deepEqual(await since('2022-06-30'), { left: '2020: y, 2022: x', still: '2020: y, 2022: x' })
    assert.deepEqual(await since('2022-07-01'), { still: '2020: y, 2022: x' })
    assert.deepEqual(await known(authority.code, null, { children: ['undated'] }), { undated: '2022: x' })
    assert.deepEqual(await known(authority.code, null, { children: ['undated'], activeSince: date('2022-07-01') }), {})
  })

  test('for a day only those with episodes are read, or only those who are named', async () => {
    const authority = anAuthority()
    await store(
      aReturn(
        2022,
        { cared: '{"Episodes":["x"]}', leaver: '{"OC3":["Episodes"]}', other: '{"OC3":["y"]}' },
        { authority },
      ),
    )
    const read = async (query: Partial<RecordsQuery>) => Object.keys(await known(authority.code, null, query))
    assert.deepEqual(await read({ activeSince: date('2023-03-31'), onlyInCare: true }), ['cared'])
    assert.deepEqual(await read({ children: ['leaver', 'cared', 'unknown'] }), ['cared', 'leaver'])
  })

  test('the versions change with what they stand for, each with its own, of this authority only', async () => {
    const authority = anAuthority()
    const { code } = authority
    const changes = [
      { of: 'returns', make: () => store(aReturn(2022, { '1': 'a' }, { authority })) },
      { of: 'returns', make: () => store(aReturn(2022, { '1': 'b' }, { authority })) },
      {
        of: 'settings',
        make: () =>
          withAuthority(database, code, (trx) =>
            sql`insert into authority_settings (authority, known_from, settings) values (${code}, now(), '{}')`.execute(
              trx,
            ),
          ),
      },
      {
        of: 'registers',
        make: () =>
          withAuthority(database, code, (trx) =>
            sql`insert into register_change (authority, recorded_at, source_name, counts) values (${code}, now(), '', '{}')`.execute(
              trx,
            ),
          ),
      },
    ] as const
    let before = await records.versions(code)
    for (const { of, make } of changes) {
      await make()
      await store(aReturn(2022, { '1': 'c' }, { authority: anAuthority() }))
      const after = await records.versions(code)
      assert.notEqual(after[of], before[of])
      assert.deepEqual({ ...after, [of]: '' }, { ...before, [of]: '' })
      before = after
    }
  })

  test('two imports at once leave the one or the other, whole', async () => {
    const authority = anAuthority()
    const ours = { '1': 'ours', '2': 'ours' }
    const theirs = { '1': 'theirs', '3': 'theirs' }
    const done = await Promise.all([ours, theirs].map((said) => store(aReturn(2022, said, { authority }))))
    const last =
      done[0] && done[1] && done[0].recordedAt.epochNanoseconds > done[1].recordedAt.epochNanoseconds ? ours : theirs
    assert.deepEqual(await known(authority.code), inWords(new Map([[2022, last]])))
  })

  test('imports are listed, latest first, with what each changed', async () => {
    const authority = anAuthority()
    await store(aReturn(2021, { '1': 'a' }, { authority }))
    await store(aReturn(2022, { '1': 'a', '2': 'b' }, { authority, sourceName: 'return.zip' }))
    const imports = await returns.imports(authority.code)
    assert.deepEqual(
      imports.map(({ year, sourceName, added, rowCounts }) => ({ year, sourceName, added, rowCounts })),
      [
        { year: 2022, sourceName: 'return.zip', added: 2, rowCounts: { Header: 2 } },
        { year: 2021, sourceName: 'a folder', added: 1, rowCounts: { Header: 1 } },
      ],
    )
  })
})

/** What `known` gives for these years. */
function inWords(model: ReadonlyMap<number, Said>): Record<string, string> {
  const words: Record<string, string> = {}
  for (const [year, said] of [...model].sort(([a], [b]) => a - b)) {
    for (const [child, content] of Object.entries(said)) {
      const before = words[child]
      words[child] = `${before === undefined ? '' : `${before}, `}${year}: ${content}`
    }
  }
  return words
}
