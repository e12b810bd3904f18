import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { holidays } from '../../../test/support/holidays.ts'
import { reportingYear } from '../../calendar/reportingYear.ts'
import { date } from '../../kernel/dates.ts'
import { readReturn } from '../../returns/ssda903/read/readReturn.ts'
import { readRawTables } from '../../returns/ssda903/read/readTables.ts'
import { type AuthorityOptions, makeUpAuthority } from '../domain/authority.ts'
import { oddityKinds } from '../domain/oddities.ts'
import { writeReturn, writeReturnXml } from '../write/returnWriter.ts'
import { makeUp, makeUpAsked } from './makeUp.ts'

const folder = mkdtempSync(join(tmpdir(), 'make-up-'))
after(() => {
  rmSync(folder, { recursive: true })
})

const options: AuthorityOptions = {
  seed: 4,
  children: 80,
  from: reportingYear(2024),
  to: reportingYear(2024),
  until: null,
  history: 'carried',
  oddities: { kinds: oddityKinds, share: 0.1 },
}
const deps = { holidays, onProgress: () => undefined }

describe('the return that is written', () => {
  it('reads back as the tables that were made up', async () => {
    const [made] = makeUpAuthority(options, holidays).returns
    assert.ok(made)
    const path = join(folder, 'tables')
    writeReturn(path, made.tables)
    const read = await readRawTables(path)
    assert.ok(read.ok)
    const byName = new Map(read.tables.map((table) => [table.name, table]))
    for (const table of made.tables) assert.deepEqual(byName.get(table.name), table)
  })

  it('is taken by the import, as CSV files and as XML, and says the same in both', async () => {
    const [made] = makeUpAuthority({ ...options, oddities: null }, holidays).returns
    assert.ok(made)
    const [csv, xml] = [join(folder, 'same'), join(folder, 'same.xml')]
    writeReturn(csv, made.tables)
    writeReturnXml(xml, made.tables)
    const [fromCsv, fromXml] = [await readReturn(csv, made.scope), await readReturn(xml, made.scope)]
    assert.ok(fromCsv.ok && fromXml.ok)
    assert.ok(fromCsv.documents.length > 80)
    assert.deepEqual(
      fromXml.documents.map(({ child, content }) => [child, content]),
      fromCsv.documents.map(({ child, content }) => [child, content]),
    )
  })

  it('is taken by the import with every oddity in it: they are odd, not unreadable', async () => {
    const { returns, planted } = makeUpAuthority({ ...options, children: 300 }, holidays)
    assert.ok(planted.length > 20)
    for (const [index, made] of returns.entries()) {
      const path = join(folder, `odd-${index}`)
      writeReturn(path, made.tables)
      const read = await readReturn(path, made.scope)
      assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.errors.slice(0, 3)))
    }
  })
})

describe('make-up', () => {
  const asked = { children: '40', from: '2023-24', to: '2024-25', seed: '3' }

  it('writes a folder a year, the same bytes each time, and says what it wrote', () => {
    const outs = ['one', 'two'].map((name) => join(folder, name))
    const said = outs.map((out) => makeUp(makeUpAsked.parse({ ...asked, out, oddities: 'all' }), deps))
    assert.match(said[0] ?? '', /^2023-24: \d+ children in .*2023-24\n2024-25: .*\n\d+ oddit/)
    const [one = '', two = ''] = outs
    assert.deepEqual(readdirSync(one), ['2023-24', '2024-25', 'oddities.csv'])
    for (const file of readdirSync(join(one, '2024-25'))) {
      assert.deepEqual(readFileSync(join(one, '2024-25', file)), readFileSync(join(two, '2024-25', file)))
    }
    assert.match(
      readFileSync(join(one, '2024-25', 'reviews.csv'), 'utf8'),
      /^CHILD,DOB,REVIEW,REVIEW_CODE\r\n\d+,\d\d\/\d\d\/\d{4},/,
    )
  })

  it('says the same to a file that was written table by table', () => {
    const out = join(folder, 'streamed')
    makeUp(makeUpAsked.parse({ ...asked, out, history: 'carried' }), deps)
    const scope = { from: reportingYear(2023), to: reportingYear(2024) }
    const made = makeUpAuthority({ ...options, ...scope, seed: 3, children: 40, oddities: null }, holidays).returns[1]
    const whole = join(folder, 'whole')
    writeReturn(whole, made?.tables ?? [])
    for (const file of readdirSync(whole)) {
      assert.equal(readFileSync(join(out, '2024-25', file), 'utf8'), readFileSync(join(whole, file), 'utf8'))
    }
  })

  it('writes an XML file a year, up to the day asked for', () => {
    const out = join(folder, 'xml')
    makeUp(makeUpAsked.parse({ ...asked, out, format: 'xml', until: '2024-11-22' }), deps)
    assert.deepEqual(readdirSync(out), ['2023-24.xml', '2024-25.xml'])
  })

  it('writes the registers of the service too where asked, as they are on the last day', () => {
    const out = join(folder, 'with-registers')
    const said = makeUp(makeUpAsked.parse({ ...asked, out, registers: true, until: '2024-11-22' }), deps)
    assert.match(said, /\nregisters: [\d,]+ rows in .*registers\n$/)
    assert.ok(readdirSync(join(out, 'registers')).includes('allocations.csv'))
    assert.match(readFileSync(join(out, 'registers', 'reviews.csv'), 'utf8'), /^review_ref,child,kind,status,/)
    const early = makeUpAsked.parse({ ...asked, from: '2009-10', to: '2010-11', out, registers: true })
    assert.throws(() => makeUp(early, deps), /needs the bank holidays/)
  })

  const refused: { why: string; asked: Record<string, string>; message: RegExp }[] = [
    {
      why: 'a year that is none',
      asked: { ...asked, from: '2023' },
      message: /--from is a reporting year like 2022-23, not 2023/,
    },
    { why: 'years in the wrong order', asked: { ...asked, to: '2020-21' }, message: /--to is not before --from/ },
    {
      why: 'a day outside the last year',
      asked: { ...asked, until: '2023-11-22' },
      message: /--until lies in the last year/,
    },
    { why: 'no children', asked: { ...asked, children: '0' }, message: /at least 1/ },
    { why: 'more than anybody needs', asked: { ...asked, children: '1000000' }, message: /at most 100,000/ },
    {
      why: 'an oddity that there is not',
      asked: { ...asked, oddities: 'gremlins' },
      message: /--oddities is "all", or some of overlapping_episodes/,
    },
  ]
  for (const { why, asked: wrong, message } of refused) {
    it(`refuses ${why}`, () => {
      const result = makeUpAsked.safeParse({ ...wrong, out: folder })
      assert.ok(!result.success)
      assert.match(result.error.issues.map((issue) => issue.message).join('; '), message)
    })
  }

  it('takes the day asked for from its last year', () => {
    const result = makeUpAsked.parse({ ...asked, out: folder, until: '2025-01-31' })
    assert.equal(result.until, date('2025-01-31'))
  })
})
