import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { holidays } from '../../../test/support/holidays.ts'
import { reportingYear } from '../../calendar/reportingYear.ts'
import { date, isOnOrBefore } from '../../kernel/dates.ts'
import { validateReturn } from '../../returns/ssda903/validate/validate.ts'
import { type AuthorityOptions, type MadeUpReturn, makeUpAuthority } from './authority.ts'
import { oddityKinds } from './oddities.ts'

const small: AuthorityOptions = {
  seed: 7,
  children: 60,
  from: reportingYear(2022),
  to: reportingYear(2025),
  until: null,
  history: 'year_only',
  oddities: null,
}

const make = (options: Partial<AuthorityOptions>) => makeUpAuthority({ ...small, ...options }, holidays)

/** The rows of a table as records, so that a test can name its columns. */
function recordsOf(made: MadeUpReturn | undefined, table: string): Record<string, string>[] {
  const found = made?.tables.find(({ name }) => name === table)
  return (found?.rows ?? []).map((row) =>
    Object.fromEntries((found?.columns ?? []).map((column, index) => [column, row[index] ?? ''])),
  )
}

const dayOf = (cell: string) => date(cell.split('/').reverse().join('-'))

describe('a made-up authority', () => {
  it('is the same for the same options and another for another seed', () => {
    const options = { oddities: { kinds: oddityKinds, share: 0.1 } }
    assert.deepEqual(make(options), make(options))
    assert.notDeepEqual(make({}).returns, make({ seed: 8 }).returns)
  })

  it('tells the same of a year whichever other years are asked for', () => {
    const alone = make({ from: reportingYear(2023), to: reportingYear(2023) }).returns[0]
    const among = make({}).returns[1]
    assert.deepEqual(alone?.tables, among?.tables)
  })

  it('has a cell for every column', () => {
    for (const { tables } of make({ history: 'carried' }).returns) {
      for (const { columns, rows } of tables) {
        for (const row of rows) assert.equal(row.length, columns.length)
      }
    }
  })

  for (const { children, within } of [
    { children: 182, within: 0.25 },
    { children: 1000, within: 0.1 },
  ]) {
    it(`looks after about ${children} children at every year's end`, () => {
      for (const made of make({ seed: 21, children }).returns) {
        const open = recordsOf(made, 'Episodes').filter(({ DEC, LS }) => DEC === '' && !/^V[34]$/.test(LS ?? ''))
        const inCare = new Set(open.map(({ CHILD }) => CHILD)).size
        assert.ok(Math.abs(inCare / children - 1) < within, `${made.scope.year.name}: ${inCare}`)
      }
    })
  }

  it('knows nothing of the days after the return was made', () => {
    const until = date('2025-11-22')
    const made = make({ until }).returns.at(-1)
    const days = [
      ...recordsOf(made, 'Episodes').flatMap(({ DECOM, DEC }) => [DECOM, DEC]),
      ...recordsOf(made, 'Reviews').map(({ REVIEW }) => REVIEW),
      ...recordsOf(made, 'Missing').flatMap(({ MIS_START, MIS_END }) => [MIS_START, MIS_END]),
      ...recordsOf(made, 'PlacedAdoption').flatMap(({ DATE_PLACED, DATE_PLACED_CEASED }) => [
        DATE_PLACED,
        DATE_PLACED_CEASED,
      ]),
    ].filter((cell) => cell !== undefined && cell !== '')
    assert.ok(days.length > 100)
    for (const day of days) assert.ok(isOnOrBefore(dayOf(day ?? ''), until), day)
    assert.deepEqual(recordsOf(made, 'OC2'), [], 'health is asked at the end of the year')
  })

  it('closes in one year what was open at the end of the year before, or tells it again', () => {
    const [before, after] = make({}).returns
    const open = recordsOf(before, 'Episodes').filter(({ DEC }) => DEC === '')
    const next = new Set(recordsOf(after, 'Episodes').map(({ CHILD, DECOM }) => `${CHILD} ${DECOM}`))
    assert.ok(open.length > 40)
    for (const { CHILD, DECOM } of open) assert.ok(next.has(`${CHILD} ${DECOM}`), `${CHILD} ${DECOM}`)
  })

  it('lists the year only, or carries all that led up to it', () => {
    const year = { from: reportingYear(2025), to: reportingYear(2025) }
    const yearOnly = make(year).returns[0]
    const carried = make({ ...year, history: 'carried' }).returns[0]
    const before = (made: MadeUpReturn | undefined) =>
      recordsOf(made, 'Reviews').filter(({ REVIEW }) => isOnOrBefore(dayOf(REVIEW ?? ''), date('2025-03-31')))
    assert.equal(before(yearOnly).length, 0)
    assert.ok(before(carried).length > 100)
    const all = new Set(recordsOf(carried, 'Reviews').map((row) => JSON.stringify(row)))
    for (const row of recordsOf(yearOnly, 'Reviews')) assert.ok(all.has(JSON.stringify(row)))
  })

  it('writes the codes of the collection year', () => {
    const of = (startYear: number) =>
      make({ children: 200, from: reportingYear(startYear), to: reportingYear(startYear) }).returns[0]
    const codes = (startYear: number, table: string, column: string) =>
      new Set(recordsOf(of(startYear), table).map((row) => row[column]))
    assert.deepEqual(codes(2023, 'Header', 'SEX'), new Set(['1', '2']))
    assert.deepEqual(codes(2024, 'Header', 'SEX'), new Set(['M', 'F']))
    assert.ok(codes(2023, 'Episodes', 'PLACE').has('H5') && !codes(2023, 'Episodes', 'PLACE').has('K3'))
    assert.ok(codes(2024, 'Episodes', 'PLACE').has('K3') && !codes(2024, 'Episodes', 'PLACE').has('H5'))
  })

  it('names every child of every table in the Header, once, unless told to leave one out', () => {
    for (const made of make({}).returns) {
      const named = recordsOf(made, 'Header').map(({ CHILD }) => CHILD)
      assert.equal(new Set(named).size, named.length)
      const mentioned = made.tables.flatMap(({ rows }) => rows.map(([child]) => child))
      assert.deepEqual(new Set(mentioned), new Set(named))
    }
  })
})

describe('a made-up return', () => {
  const exempt: Readonly<Record<string, string>> = {
    187: 'as 191',
    191: 'takes care that ends on the last day of the year for care all year; here nobody is looked after on that day',
    304: 'takes 28 February for the 18th birthday of one born on 29 February; it is 1 March here',
    624: 'wants what last year said of a mother said again of a care leaver, which 628 forbids',
    1001: 'sees two years of episodes only, as it says itself',
    1002: 'as 1001',
    '197B': 'wants of one who turns 17 on the first day of the year what 189 forbids',
    SW12STG2: 'takes an open episode for the end of care',
    '205A': 'wants care leavers listed as unaccompanied, which 1014 forbids',
    '392b': 'cannot know of a child who was unaccompanied in an earlier year, as it says itself',
    '503F': 'supported accommodation got its numbers in October 2023, in the middle of placements',
  }
  const isAskedOfIt = (rule: string) => !(rule in exempt)

  for (const startYear of [2023, 2024, 2025]) {
    it(`breaks no rule of its collection, ${reportingYear(startYear).name}`, () => {
      const years = { from: reportingYear(startYear - 1), to: reportingYear(startYear) }
      const [previous, made] = make({ ...years, seed: startYear, children: 500 }).returns
      assert.ok(previous && made)
      const request = { tables: made.tables, previous: previous.tables, collection: made.scope.year }
      const { failures, rulesRun } = validateReturn(request)
      assert.ok(rulesRun.length > 100)
      const broken = failures.filter(({ rule }) => isAskedOfIt(rule))
      assert.deepEqual(
        broken.map(({ rule, message, rows }) => `${rule} ${message} ${rows.length}`),
        [],
      )
    })
  }
})

describe('oddities planted on purpose', () => {
  const { planted, returns } = make({ children: 300, oddities: { kinds: oddityKinds, share: 0.3 } })
  const rowsOf = (table: string, child: string) =>
    returns.flatMap((made) => recordsOf(made, table).filter(({ CHILD }) => CHILD === child))

  it('come in every kind, one a child', () => {
    assert.deepEqual(new Set(planted.map(({ kind }) => kind)), new Set(oddityKinds))
    assert.equal(new Set(planted.map(({ child }) => child)).size, planted.length)
  })

  const signs: {
    kind: (typeof oddityKinds)[number]
    table: string
    isSeenIn: (rows: Record<string, string>[]) => boolean
  }[] = [
    { kind: 'not_in_header', table: 'Header', isSeenIn: (rows) => rows.length < 4 },
    { kind: 'unknown_legal_status', table: 'Episodes', isSeenIn: (rows) => rows.some(({ LS }) => LS === 'Q9') },
    { kind: 'unknown_placement', table: 'Episodes', isSeenIn: (rows) => rows.some(({ PLACE }) => PLACE === 'Q7') },
    {
      kind: 'unknown_participation',
      table: 'Reviews',
      isSeenIn: (rows) => rows.some((row) => row['REVIEW_CODE'] === 'PN9'),
    },
    {
      kind: 'review_without_code',
      table: 'Reviews',
      isSeenIn: (rows) => rows.some((row) => row['REVIEW_CODE'] === ''),
    },
    { kind: 'episode_without_start', table: 'Episodes', isSeenIn: (rows) => rows.some(({ DECOM }) => DECOM === '') },
    {
      kind: 'reason_without_end',
      table: 'Episodes',
      isSeenIn: (rows) => rows.some(({ DEC, REC }) => DEC === '' && REC !== ''),
    },
    {
      kind: 'end_without_reason',
      table: 'Episodes',
      isSeenIn: (rows) => rows.some(({ DEC, REC }) => DEC !== '' && REC === ''),
    },
    { kind: 'first_episode_not_a_start', table: 'Episodes', isSeenIn: (rows) => rows.some(({ RNE }) => RNE === 'P') },
    {
      kind: 'birth_date_conflict',
      table: 'Reviews',
      isSeenIn: (rows) => new Set(rows.map(({ DOB }) => DOB)).size === 2 || rows.length === 1,
    },
  ]
  for (const { kind, table, isSeenIn } of signs) {
    it(`show in ${table}: ${kind}`, () => {
      for (const { child } of planted.filter((some) => some.kind === kind))
        assert.ok(isSeenIn(rowsOf(table, child)), child)
    })
  }

  it('are not there unless asked for', () => {
    assert.deepEqual(make({}).planted, [])
  })
})
