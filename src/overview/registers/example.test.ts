import { officers } from '../../officers/registers/officers.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { notifications } from '../../children/registers/notifications.ts'
import { people } from '../../children/registers/people.ts'
import { reviews } from '../../reviews/registers/reviews.ts'
import { context } from '../../children/registers/context.ts'
import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import * as z from 'zod'
import { aDatabase } from '../../../test/support/database.ts'
import { reportingYear } from '../../calendar/reportingYear.ts'
import { date } from '../../kernel/dates.ts'
import { withAuthority } from '../../platform/database/withAuthority.ts'
import { seesEveryone } from '../../kernel/visibility.ts'
import { countsOf, makeRegistersImport } from '../../registers/app/importRegisters.ts'
import { documentation } from '../../registers/explain.ts'
import { makeRegisterStore } from '../../registers/db/registerStore.ts'
import { peopleIn, rowsSeen } from '../../registers/people.ts'
import { readRegisters } from '../../registers/read/readRegisters.ts'
import { registerCsv, writeRegistersWorkbook } from '../../registers/write/writeRegisters.ts'
import { makeChildrenKnown } from '../../returns/ssda903/db/childrenKnown.ts'
import { makeReturnStore } from '../../returns/ssda903/db/returnStore.ts'
import { readReturn } from '../../returns/ssda903/read/readReturn.ts'
import { makeRegistersReader } from '../../world/app/registersReader.ts'
import { allRegisters } from '../../main/rooms.ts'

const data = join(import.meta.dirname, '../../../test/data')
const EXAMPLE = join(data, 'registers-example')
const names = allRegisters.map(({ name }) => name)
const ignore = () => undefined

const faultyFiles = z
  .object({
    errors: z.array(
      z.object({
        file: z.string(),
        register: z.string(),
        row: z.number(),
        column: z.string(),
        value: z.string().nullable(),
        fault: z.string(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(EXAMPLE, 'bad/errors.json'), 'utf8'))).errors

const folder = mkdtempSync(join(tmpdir(), 'footprint-registers-'))
after(() => {
  rmSync(folder, { recursive: true, force: true })
})
let folders = 0
/** A folder with these files. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const path = join(folder, String(++folders))
  mkdirSync(path)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text)
  return path
}

describe('the registers of the made-up borough', async () => {
  const { database } = await aDatabase()
  const returns = makeReturnStore(database)
  const store = makeRegisterStore(database)
  const outside = { child: makeChildrenKnown(database) }
  const registers = makeRegistersImport({ registers: allRegisters, read: readRegisters, store, outside })
  const facts = makeRegistersReader(store, allRegisters)

  const made = await readReturn(join(data, 'made-up-borough-2022-23/data'), { year: reportingYear(2022) })
  assert.ok(made.ok)
  const { documents, rowCounts, carriesEarlierReviews } = made

  let authorities = 0
  /** An authority of a test's own, with the made-up borough's return and, unless said otherwise, its registers. */
  async function anAuthority({ hasRegisters = true } = {}) {
    const authority = { code: `X${String(++authorities).padStart(8, '0')}`, name: `Authority ${authorities}` }
    const source = {
      sourceName: 'a return',
      documents,
      rowCounts,
      carriesEarlierReviews,
      recordedBy: null,
      visibility: seesEveryone,
    }
    await returns.store({ authority, year: 2022, ...source }, ignore)
    const importing = (path: string, isKeepingValidRows = false) =>
      registers.store({ authority, path, sourceName: 'a folder', isKeepingValidRows, recordedBy: null })
    const versions = async (): Promise<number> => {
      const { rows } = await withAuthority(database, authority.code, (transaction) =>
        sql<{ n: number }>`select count(*)::int as n from register_row`.execute(transaction),
      )
      return rows[0]?.n ?? NaN
    }
    const rows = () => store.rows(authority.code, names, null)
    if (hasRegisters) assert.ok((await importing(EXAMPLE)).change)
    return { authority, importing, versions, rows }
  }

  test('import whole on top of the return, each into its register', async () => {
    const { importing } = await anAuthority({ hasRegisters: false })
    const { checked, change } = await importing(EXAMPLE)
    assert.deepEqual(checked.errors, [])
    const added = Object.fromEntries(Object.entries(change?.counts ?? {}).map(([name, counts]) => [name, counts.added]))
    assert.deepEqual(added, {
      officers: 5,
      people: 6,
      allocations: 135,
      notifications: 15,
      checks: 100,
      reviews: 222,
      consultations: 120,
      statements: 7,
      feedback: 6,
      recommendations: 71,
      context: 4,
      proceedings: 4,
      court_documents: 4,
      challenges: 12,
      challenge_stages: 13,
      oversight: 90,
      missing_returns: 15,
      foster_carers: 7,
      foster_reviews: 10,
      support: 6,
      audits: 7,
    })
    assert.deepEqual(
      checked.warnings.map(({ file }) => file),
      ['README.md', 'expected-figures.json'],
    )
  })

  test('the same folder twice writes nothing', async () => {
    const { importing, versions } = await anAuthority()
    const before = await versions()
    const { change } = await importing(EXAMPLE)
    assert.ok(change)
    assert.ok(Object.values(change.counts).every(({ added, changed }) => added === 0 && changed === 0))
    assert.equal(await versions(), before)
  })

  const faultyOfOurs = faultyFiles.filter(({ register }) => names.includes(register.replace('.csv', '')))
  test('there are faulty files for these registers', () => {
    assert.ok(faultyOfOurs.length >= 14)
  })

  describe('a faulty file is refused at its row and column, and nothing is stored', async () => {
    const { importing, versions } = await anAuthority()
    const before = await versions()
    for (const { file, register, row, column, value, fault } of faultyOfOurs) {
      test(`${file}: ${fault}`, async () => {
        const path = folderOf({})
        copyFileSync(join(EXAMPLE, 'bad', file), join(path, register))
        const { checked, change } = await importing(path)
        assert.equal(change, null)
        assert.deepEqual(
          checked.errors.flatMap((error) => (error.column === null ? [] : [{ ...error, reason: '' }])),
          [{ file: register, row, column, value, reason: '' }],
        )
        assert.equal(await versions(), before)
      })
    }
  })

  for (const [format, write] of [
    [
      'CSV files',
      async (rows: Awaited<ReturnType<typeof store.rows>>) =>
        Promise.resolve(
          folderOf(
            Object.fromEntries(allRegisters.map((register) => [`${register.name}.csv`, registerCsv(register, rows)])),
          ),
        ),
    ],
    [
      'a workbook',
      async (rows: Awaited<ReturnType<typeof store.rows>>) => {
        const path = join(folderOf({}), 'registers.xlsx')
        await writeRegistersWorkbook(path, allRegisters, rows)
        return path
      },
    ],
  ] as const) {
    test(`exported as ${format} and imported again, nothing changes; elsewhere, the same comes of it`, async () => {
      const { importing, rows, versions } = await anAuthority()
      const exported = await rows()
      const path = await write(exported)
      const before = await versions()
      const { checked } = await importing(path)
      assert.deepEqual(checked.errors, [])
      assert.deepEqual(checked.warnings, [])
      assert.ok(Object.values(countsOf(checked.tables)).every(({ added, changed }) => added === 0 && changed === 0))
      assert.equal(await versions(), before)
      const elsewhere = await anAuthority({ hasRegisters: false })
      await elsewhere.importing(path)
      assert.deepEqual(await elsewhere.rows(), exported)
    })
  }

  test('a changed row is an update, and what was known before can be asked for again', async () => {
    const { authority, importing } = await anAuthority()
    const before = await facts(authority.code, null)
    const [first] = (await store.changes(authority.code)).map(({ recordedAt }) => recordedAt)
    assert.ok(first)
    const { change } = await importing(
      folderOf({ 'officers.csv': 'officer_id,name,role,fte,start_date\nS1,Rowan Hale,IRO,0.5,2019-09-02\n' }),
    )
    assert.deepEqual(change?.counts['officers'], { added: 0, changed: 1, unchanged: 0, leftOut: 0 })
    const after = await facts(authority.code, null)
    const s1 = (known: typeof after) => officers.rowsIn(known).find(({ officerId }) => officerId === 'S1')
    assert.equal(s1(after)?.fte, 0.5)
    assert.equal(s1(after)?.email, 'rowan.hale@example.invalid', 'a column that was not sent says nothing')
    assert.deepEqual(await facts(authority.code, first), before)
    assert.equal(officers.rowsIn(after).length, 5, 'rows that were not sent stay')
    const none = await facts(authority.code, first.subtract({ nanoseconds: 1000 }))
    assert.deepEqual(officers.rowsIn(none), [])
  })

  test('the facts say what the files say', async () => {
    const { authority } = await anAuthority()
    const known = await facts(authority.code, null)
    const lee = officers.rowsIn(known).find(({ officerId }) => officerId === 'S3')
    assert.deepEqual(lee, {
      officerId: 'S3',
      name: 'Lee Tarn',
      role: 'IRO',
      fte: 0.8,
      startedOn: date('2018-04-16'),
      endedOn: date('2022-10-14'),
      employment: 'AGENCY',
      qualifiedOn: date('1999-10-04'),
      email: null,
    })
    assert.ok(allocations.rowsIn(known).some(({ child, to }) => child === '620119' && to === null))
    assert.equal(notifications.rowsIn(known).length, 15)
    assert.equal(people.rowsIn(known).filter(({ kind }) => kind === 'CARE_LEAVER').length, 3)
    const review = reviews.rowsIn(known).find(({ reviewRef }) => reviewRef === 'EX0002')
    assert.ok(review)
    assert.equal(review.timesRearranged, 1)
    assert.equal(review.participation, 'PN1')
    assert.equal(review.childConsulted, false)
    assert.equal(review.seriesOfMeetings, false)
    assert.equal(review.pathwayPlanCurrent, null, 'blank is not recorded')
    assert.equal(context.rowsIn(known).find(({ measure }) => measure === 'reviews.on_time')?.value, 98)
  })

  test('valid rows are kept where that was asked for; the others are listed, with the rows that rest on them', async () => {
    const { importing, rows } = await anAuthority({ hasRegisters: false })
    const path = folderOf({
      'officers.csv': 'officer_id,name,role,fte,start_date\nA,Ann,IRO,1,2020-01-01\nB,Ben,IRO,2,2020-01-01\n',
      'allocations.csv': 'child,officer_id,from\n620119,A,2022-01-01\n620249,B,2022-01-01\n',
    })
    assert.equal((await importing(path)).change, null)
    const { checked, change } = await importing(path, true)
    assert.deepEqual(
      checked.errors.map(({ file, row, column }) => [file, row, column]),
      [['officers.csv', 3, 'fte']],
    )
    assert.deepEqual(
      checked.hindrances.map(({ file, row, column }) => [file, row, column]),
      [['allocations.csv', 3, 'officer_id']],
    )
    assert.deepEqual(change?.counts, {
      officers: { added: 1, changed: 0, unchanged: 0, leftOut: 1 },
      allocations: { added: 1, changed: 0, unchanged: 0, leftOut: 1 },
    })
    assert.equal((await rows()).get('allocations')?.size, 1)
    const onlyFaulty = folderOf({ 'officers.csv': 'officer_id,name,role,fte,start_date\nB,Ben,IRO,2,2020-01-01\n' })
    assert.equal((await importing(onlyFaulty, true)).change, null, 'nothing is left to keep')
  })

  test('one authority’s registers are neither seen nor referred to by another', async () => {
    const ours = await anAuthority()
    const theirs = await anAuthority({ hasRegisters: false })
    assert.deepEqual(officers.rowsIn(await facts(theirs.authority.code, null)), [])
    const { checked } = await theirs.importing(
      folderOf({ 'allocations.csv': 'child,officer_id,from\n620119,S1,2022-01-01\n' }),
    )
    assert.deepEqual(
      checked.errors.map(({ column, value }) => [column, value]),
      [['officer_id', 'S1']],
    )
    assert.equal(officers.rowsIn(await facts(ours.authority.code, null)).length, 5)
  })

  test('someone who may not be seen is in no row that is taken away', async () => {
    const { rows } = await anAuthority()
    const stored = await rows()
    const hidden = '620119'
    assert.ok(peopleIn(allRegisters, stored).has(hidden))
    const seen = rowsSeen(allRegisters, (person) => person !== hidden)(stored)
    assert.doesNotMatch(allRegisters.map((register) => registerCsv(register, seen)).join(), new RegExp(hidden))
    assert.equal(peopleIn(allRegisters, seen).size, peopleIn(allRegisters, stored).size - 1)
    assert.equal(seen.get('officers')?.size, 5, 'rows about nobody stay')
  })

  test('the documentation says what the registers take', () => {
    const written = readFileSync(join(data, '../../docs/registers.md'), 'utf8')
    assert.ok(written.endsWith(documentation(allRegisters)), 'write it anew from documentation(allRegisters)')
  })

  test('an address and a child are what people see of them', async () => {
    const { sent, errors } = await readRegisters(join(data, 'invisible-characters/registers'), allRegisters)
    assert.deepEqual(errors, [])
    const [cells = []] = sent.tables[0]?.rows.map((row) => row.cells) ?? []
    assert.deepEqual([cells[0], cells.at(-1)], ['B1', 'may.bell@example.invalid'])
  })

  test('checking stores nothing', async () => {
    const { authority, versions } = await anAuthority({ hasRegisters: false })
    const { tables } = await registers.check({ authority, path: EXAMPLE, recordedBy: null })
    assert.equal(countsOf(tables)['reviews']?.added, 222)
    assert.equal(await versions(), 0)
    assert.deepEqual(await store.changes(authority.code), [])
  })

  test('two imports at once wait for each other: the later one sees what the first has stored', async () => {
    const { importing, versions } = await anAuthority({ hasRegisters: false })
    const both = await Promise.all([importing(EXAMPLE), importing(EXAMPLE)])
    const added = both.map(({ change }) => change?.counts['reviews']?.added)
    assert.deepEqual(added.sort(), [0, 222])
    const all = both.flatMap(({ change }) => Object.values(change?.counts ?? {}).map((counts) => counts.added))
    assert.equal(
      await versions(),
      all.reduce((sum, one) => sum + one, 0),
    )
  })
})
