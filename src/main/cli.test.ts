import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import * as z from 'zod'
import { footprint } from '../../test/support/commandLine.ts'
import { folderOf, smallReturn } from '../../test/support/smallReturn.ts'
import { aDatabase } from '../../test/support/database.ts'
import type { Command } from '../platform/cli/command.ts'
import { lines } from '../platform/cli/progress.ts'
import { commands } from './commands.ts'

const data = join(import.meta.dirname, '../../test/data')
const borough = join(data, 'made-up-borough-2022-23')
const read = (file: string): unknown => JSON.parse(readFileSync(join(borough, file), 'utf8'))

const errorsSchema = z.object({ errors: z.array(z.looseObject({ reason: z.string() })) })
const importSchema = z.object({
  outcome: z.string(),
  children: z.object({ added: z.number(), changed: z.number(), removed: z.number(), unchanged: z.number() }),
})
const breakdownSchema = z.array(z.object({ key: z.string(), value: z.number() }))
const figuresSchema = z.object({
  figures: z.array(z.object({ id: z.string(), value: z.number().nullable(), breakdown: breakdownSchema.optional() })),
})

test('a refusal is told in words where the log is set to a level that there is not', async () => {
  const asked = ['validate', 'ssda903', '/nonexistent', '--collection', '2025-26']
  const { status, stderr } = await footprint(asked, { FOOTPRINT_LOG: 'loud' })
  assert.equal(status, 1)
  assert.match(stderr, /there is no such file or folder/)
})

describe('the command line', async () => {
  const { url } = await aDatabase()
  const environment = { FOOTPRINT_DATABASE_URL: url }
  const run = (...argv: string[]) => footprint(argv, environment)

  async function json<Schema extends z.ZodType>(schema: Schema, ...argv: string[]): Promise<z.output<Schema>> {
    const { status, stdout, stderr } = await run(...argv, '--format', 'json')
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
    return schema.parse(JSON.parse(stdout))
  }

  test('the made-up borough', async (t) => {
    const ofYear = ['--authority', 'E09000033', '--year', '2022-23']
    const first = await json(importSchema, 'import', 'ssda903', join(borough, 'data'), ...ofYear)

    await t.test('every figure is as worked out independently', async () => {
      assert.equal(first.outcome, 'stored')
      const { figures } = await json(figuresSchema, 'figures', ...ofYear)
      const values = new Map(figures.map((figure) => [figure.id, figure]))
      const expected = figuresSchema.parse(read('expected-figures.json'))
      assert.ok(expected.figures.length > 20)
      for (const { id, value, breakdown } of expected.figures) {
        const ours = values.get(id)
        assert.ok(ours, id)
        if (value === null) assert.equal(ours.value, null, id)
        else
          assert.ok(
            Math.abs((ours.value ?? NaN) - value) < 1e-6 * Math.max(1, value),
            `${id}: ${ours.value ?? ''} for ${value}`,
          )
        if (breakdown) assert.deepEqual(byKey(ours.breakdown ?? []), byKey(breakdown), id)
      }
    })

    await t.test('every next review is due as worked out independently', async () => {
      const dueSchema = z.object({
        deadlines: z.array(z.object({ kind: z.string(), child: z.string(), due: z.string() })),
      })
      const expected = z
        .object({ asAt: z.string(), nextReviewDue: z.record(z.string(), z.string()) })
        .parse(read('expected-due.json'))
      const { deadlines } = await json(dueSchema, 'due', '--authority', 'E09000033', '--as-at', expected.asAt)
      const reviews = deadlines.filter(({ kind }) => kind === 'review').map(({ child, due }) => [child, due])
      assert.deepEqual(Object.fromEntries(reviews), expected.nextReviewDue)
      assert.deepEqual(
        deadlines,
        [...deadlines].sort((a, b) => a.due.localeCompare(b.due) || a.child.localeCompare(b.child)),
        'in order of due, then child',
      )
    })

    await t.test('as many records stand behind a figure as it has in its parts', async () => {
      const schema = z.object({ records: z.array(z.object({ counts: z.boolean() })) })
      const { records } = await json(schema, 'records', ...ofYear, '--figure', 'reviews.on_time')
      const parts = z.object({ figures: z.tuple([z.object({ numerator: z.number(), denominator: z.number() })]) })
      const { figures } = await json(parts, 'figures', ...ofYear, '--id', 'reviews.on_time')
      assert.equal(records.length, figures[0].denominator)
      assert.equal(records.filter(({ counts }) => counts).length, figures[0].numerator)
    })

    await t.test('the same again changes nothing, and a preview stores nothing', async () => {
      const all = first.children.added
      const none = { added: 0, changed: 0, removed: 0 }
      const again = await json(importSchema, 'import', 'ssda903', join(borough, 'data'), ...ofYear)
      assert.deepEqual(again, { outcome: 'stored', children: { ...none, unchanged: all } })
      const leicester = ['--authority', 'leicester', '--year', '2022-23', '--preview']
      const preview = await json(importSchema, 'import', 'ssda903', join(borough, 'data'), ...leicester)
      assert.deepEqual(preview, { outcome: 'previewed', children: { ...none, added: all, unchanged: 0 } })
      const { status, stderr } = await run('figures', ...leicester.slice(0, 4), '--id', 'cla.any_in_year')
      assert.equal(status, 1)
      assert.match(stderr, /no return of E06000016 is imported/)
    })

    await t.test('a return without rows empties the year only where it is told to', async () => {
      const ofIslington = ['--authority', 'Islington', '--year', '2022-23']
      assert.equal((await run('import', 'ssda903', folderOf(smallReturn), ...ofIslington)).status, 0)
      const heads = Object.entries(smallReturn).map(([name, text]): [string, string] => [
        name,
        text.split('\n')[0] ?? '',
      ])
      const empty = folderOf(Object.fromEntries(heads))
      const refused = await run('import', 'ssda903', empty, ...ofIslington)
      assert.equal(refused.status, 1)
      assert.match(refused.stderr, /has no rows: it would take all 2 children out of 2022-23.*--empty-year/)
      const told = await json(importSchema, 'import', 'ssda903', empty, ...ofIslington, '--empty-year')
      assert.deepEqual(told, { outcome: 'stored', children: { added: 0, changed: 0, removed: 2, unchanged: 0 } })
    })

    await t.test('a bad cell refuses the return, in words and for machines, and leaves what was', async () => {
      const before = await run('figures', ...ofYear, '--format', 'csv')
      const missing = await run('import', 'ssda903', join(borough, 'nowhere'), ...ofYear)
      assert.equal(missing.status, 1)
      assert.match(missing.stderr, /nowhere: there is no such file or folder/)
      const forMachines = await run('import', 'ssda903', join(borough, 'README.md'), ...ofYear, '--format', 'json')
      assert.equal(forMachines.status, 1)
      assert.ok(errorsSchema.parse(JSON.parse(forMachines.stderr)).errors[0]?.['file'])
      assert.equal((await run('figures', ...ofYear, '--format', 'csv')).stdout, before.stdout)
    })

    await t.test('what an authority sets changes its figures from then on, not those known before', async () => {
      const rate = (...more: string[]) => json(figuresSchema, 'figures', ...ofYear, '--id', 'cla.rate_per_10k', ...more)
      assert.equal((await rate()).figures[0]?.value, null)
      const before = new Date().toISOString()
      const set = await run(
        'settings',
        '--authority',
        'westminster',
        '--population',
        '2022-23=10000',
        '--population-source',
        'made up',
      )
      assert.equal(set.status, 0, set.stderr)
      assert.equal((await rate()).figures[0]?.value, 69)
      assert.equal((await rate('--known-at', before)).figures[0]?.value, null)
      const preset = await run('settings', '--authority', 'westminster', '--preset', 'leicester')
      const own = z.object({
        own: z.object({ population: z.record(z.string(), z.unknown()), reviewAfterMove: z.unknown() }),
      })
      assert.ok(own.parse(JSON.parse(preset.stdout)).own.population['2022-23'], 'a preset leaves what else was set')
    })
  })

  describe('the registers of the made-up borough', async () => {
    const registers = join(data, 'registers-example')
    const hackney = ['--authority', 'Hackney']
    const folder = mkdtempSync(join(tmpdir(), 'footprint-registers-'))
    after(() => {
      rmSync(folder, { recursive: true })
    })
    const importedSchema = z.object({
      outcome: z.string(),
      registers: z.record(
        z.string(),
        z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), leftOut: z.number() }),
      ),
      leftOut: z.array(z.object({ row: z.number().nullable() })),
    })
    const importing = (path: string, ...more: string[]) =>
      json(importedSchema, 'import', 'registers', path, ...hackney, ...more)
    const faulty = join(folder, 'reviews.csv')
    copyFileSync(join(registers, 'bad/reviews--code-unknown.csv'), faulty)

    await json(importSchema, 'import', 'ssda903', join(borough, 'data'), ...hackney, '--year', '2022-23')
    const preview = await importing(registers, '--preview')
    const first = await importing(registers)

    test('give every figure as worked out independently', async () => {
      assert.deepEqual([preview.outcome, first.outcome], ['previewed', 'stored'])
      assert.deepEqual(preview.registers, first.registers, 'nothing was stored by the preview')
      const { figures } = await json(figuresSchema, 'figures', ...hackney, '--year', '2022-23')
      const values = new Map(figures.map((figure) => [figure.id, figure]))
      const expected = figuresSchema.parse(JSON.parse(readFileSync(join(registers, 'expected-figures.json'), 'utf8')))
      for (const { id, value, breakdown } of expected.figures) {
        const ours = values.get(id)
        assert.ok(ours, id)
        if (value === null) assert.equal(ours.value, null, id)
        else
          assert.ok(
            Math.abs((ours.value ?? NaN) - value) < 1e-6 * Math.max(1, value),
            `${id}: ${ours.value ?? ''} for ${value}`,
          )
        if (breakdown) assert.deepEqual(byKey(ours.breakdown ?? []), byKey(breakdown), id)
      }
    })

    test('with a fault are refused, in words and for machines, unless the valid rows are asked for', async () => {
      const { status, stdout, stderr } = await run('import', 'registers', faulty, ...hackney)
      assert.deepEqual([status, stdout], [1, ''])
      assert.match(stderr, /^reviews\.csv, row 6, participation_code “PN8”: is none of PN0, .* or PN7\n$/)
      const forMachines = await run('import', 'registers', faulty, ...hackney, '--format', 'json')
      assert.equal(forMachines.status, 1)
      assert.equal(errorsSchema.parse(JSON.parse(forMachines.stderr)).errors[0]?.['row'], 6)
      const kept = await importing(faulty, '--keep-valid-rows')
      assert.deepEqual(kept.registers, { reviews: { added: 0, changed: 0, unchanged: 4, leftOut: 1 } })
      assert.deepEqual(kept.leftOut.map(({ row }) => row), [6]) // prettier-ignore
    })

    test('come back as they were, and the empty workbook imports as nothing', async () => {
      const out = join(folder, 'out')
      const exported = await run('export', 'registers', ...hackney, '--out', out, '--format', 'csv,xlsx')
      assert.match(exported.stdout, /reviews: 222 rows/)
      const workbook = join(folder, 'registers.xlsx')
      renameSync(join(out, 'registers.xlsx'), workbook)
      const empty = join(folder, 'empty.xlsx')
      assert.equal((await run('registers', 'workbook', '--out', empty)).status, 0)
      for (const path of [out, workbook, empty]) {
        const again = await importing(path)
        const said = Object.values(again.registers)
        assert.ok(said.length >= 6)
        assert.ok(said.every(({ added, changed, leftOut }) => added + changed + leftOut === 0), path) // prettier-ignore
      }
    })
  })

  for (const { from, authority } of [
    { from: '', authority: 'Kent' },
    { from: 'fake_903.xml', authority: 'Surrey' },
  ]) {
    test(`the figures of the public sample add up (${from || 'CSV files'})`, async () => {
      const ofYear = ['--authority', authority, '--year', '2017-18']
      const imported = await run('import', 'ssda903', join(data, 'ssda903-sample', from), ...ofYear)
      assert.equal(imported.status, 0, imported.stderr)
      assert.match(imported.stdout, /oddities, stored and counted as said/)
      const { figures } = await json(figuresSchema, 'figures', ...ofYear)
      const valueOf = (id: string) => figures.find((figure) => figure.id === id)?.value ?? NaN
      const moved = valueOf('cla.started_periods') - valueOf('cla.ceased_periods')
      assert.equal(valueOf('cla.count_at_start') + moved, valueOf('cla.count'))
      assert.ok(valueOf('cla.count') > 50)
    })
  }

  const westminster = '--authority E09000033 --year 2022-23'
  for (const { argv, status, says } of [
    { argv: '', status: 2, says: /Usage: footprint/ },
    { argv: 'nonsense', status: 2, says: /unknown command 'nonsense'/ },
    { argv: 'import nonsense x', status: 2, says: /unknown command 'nonsense'/ },
    { argv: 'figures --year 2022-23', status: 2, says: /required option '--authority/ },
    {
      argv: 'figures --authority E09000033 --year 2022-24',
      status: 2,
      says: /a reporting year like 2022-23, not 2022-24/,
    },
    { argv: `figures ${westminster} --as-at yesterday`, status: 2, says: /a date like 2023-03-31, not yesterday/ },
    { argv: `figures ${westminster} --format xml`, status: 2, says: /format/i },
    { argv: 'figures --authority Westminser --year 2022-23', status: 1, says: /No authority is called “Westminser”/ },
    { argv: 'figures --authority west --year 2022-23', status: 1, says: /Did you mean .*Westminster \(E09000033\)/ },
    { argv: `figures ${westminster} --id nonsense`, status: 2, says: /no figure nonsense; footprint figures/ },
    { argv: 'settings --authority E09000033 --population 2022-23=5', status: 2, says: /needs --population-source/ },
    {
      argv: 'import registers /nonexistent --authority E09000033',
      status: 1,
      says: /nonexistent: there is no such file/,
    },
    {
      argv: 'export registers --authority E09000033 --out x --format ods',
      status: 2,
      says: /one or both of csv, xlsx/,
    },
    { argv: 'settings --authority E09000033 --preset nowhere', status: 2, says: /--preset is one of blackpool/ },
    { argv: 'settings --authority E09000033 --file /nonexistent', status: 1, says: /nonexistent: can not be read/ },
    { argv: 'settings --authority E09000033 --file package.json', status: 1, says: /package\.json/ },
  ]) {
    test(`“${argv}” exits ${status}, saying why`, async () => {
      const { status: got, stdout, stderr } = await run(...argv.split(' ').filter((word) => word !== ''))
      assert.deepEqual({ got, stdout }, { got: status, stdout: '' })
      assert.match(stderr, says)
      assert.doesNotMatch(stderr, /\n\s+at /)
    })
  }

  test('a name that passed to a successor means the successor', async () => {
    const { stdout } = await run('settings', '--authority', 'NORTH yorkshire')
    assert.match(stdout, /"authority": "E06000065"/)
  })

  test('progress is told in plain lines where there is no terminal, a line for each tenth', () => {
    const told: string[] = []
    const progress = lines((line) => told.push(line))
    for (let done = 0; done <= 30; done++) progress.at('Storing', done, 30)
    progress.at('Looking', 0, 0)
    assert.deepEqual(told, [
      ...[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((n) => `Storing: ${n}%`),
      'Looking: 100%',
    ])
  })

  test('what is due without any return is an empty list that says why, beside the list', async () => {
    const empty = await run('due', '--authority', 'Camden')
    assert.equal(empty.status, 0)
    assert.match(empty.stderr, /no return of E09000007 is imported/)
    const forMachines = await run('due', '--authority', 'Camden', '--format', 'json')
    assert.match(forMachines.stdout, /"deadlines": \[\]/)
    assert.match(forMachines.stderr, /^\{"warnings":\[\{"reason":"no return/)
  })

  test('a figure that there is not is no request, and the one that may be meant is named', async () => {
    for (const asked of [
      ['figures', '--id', 'reviews.ontime'],
      ['records', '--figure', 'reviews.ontime'],
    ]) {
      const { status, stdout, stderr } = await run(...asked, '--authority', 'Camden', '--year', '2022-23')
      const says = 'there is no figure reviews.ontime. Did you mean reviews.on_time?\n'
      assert.deepEqual({ status, stdout, stderr }, { status: 2, stdout: '', stderr: says })
    }
  })

  test('the demonstration refuses a port in use before it makes anything up', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    assert.ok(address && typeof address === 'object')
    const unreachable = { FOOTPRINT_DATABASE_URL: 'postgresql://127.0.0.1:1/none' }
    const { status, stderr } = await footprint(['demo', '--port', String(address.port)], unreachable)
    server.close()
    assert.equal(status, 1)
    assert.match(stderr, new RegExp(`^Port ${address.port} is in use`))
  })

  for (const { why, environment } of [
    { why: 'in production', environment: { NODE_ENV: 'production' } },
    { why: 'where it may not let people in', environment: { FOOTPRINT_LOCAL_SIGN_IN: 'demo' } },
  ]) {
    test(`the demonstration is refused ${why} before anything is written`, async () => {
      const unreachable = { FOOTPRINT_DATABASE_URL: 'postgresql://127.0.0.1:1/none', ...environment }
      const { status, stderr } = await footprint(['demo', '--port', '0'], unreachable)
      assert.equal(status, 1)
      assert.match(stderr, /does not write them into|works on the embedded database only/)
    })
  }

  test('usage is explained for machines too', async () => {
    const { status, stderr } = await run('figures', '--year', '2022-23', '--format', 'json')
    assert.equal(status, 2)
    assert.match(errorsSchema.parse(JSON.parse(stderr)).errors[0]?.reason ?? '', /--authority/)
  })

  for (const command of commands) {
    test(`${command.name} --help shows an example`, async () => {
      const { status, stdout, stderr } = await footprint([...command.name.split(' '), '--help'])
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
      assert.ok(stdout.includes(command.example))
      assert.match(stdout, /Exit status:\n +0 {2}done.*\n +1 {2}refused.*\n +2 .*\n +3 /)
      assert.match(command.example, new RegExp(`footprint ${command.name}\\b`))
    })
  }

  test('an unforeseen error gives a number to ask about, and its own words to nobody', async () => {
    const failing: Command = {
      name: 'fail',
      summary: '',
      options: [{ flags: '--format <format>', summary: '' }],
      example: '',
      load: () => Promise.resolve(() => Promise.reject(new Error('SECRET'))),
    }
    const inWords = await footprint(['fail'], {}, [failing])
    assert.equal(inWords.status, 3)
    assert.match(inWords.stderr, /^Something went wrong \(incident [0-9a-f]{8}\)[^\n]*\n$/)
    const forMachines = await footprint(['fail', '--format', 'json'], {}, [failing])
    assert.match(String(errorsSchema.parse(JSON.parse(forMachines.stderr)).errors[0]?.['incident']), /^[0-9a-f]{8}$/)
  })

  test('an environment that says nothing of use is refused, without its value', async () => {
    const { status, stderr } = await footprint(['migrate'], { FOOTPRINT_DATABASE_URL: 'SECRET' })
    assert.equal(status, 1)
    assert.match(stderr, /FOOTPRINT_DATABASE_URL: must be an address like/)
    assert.doesNotMatch(stderr, /SECRET/)
  })
})

const byKey = (breakdown: z.infer<typeof breakdownSchema>) =>
  Object.fromEntries(breakdown.filter(({ value }) => value !== 0).map(({ key, value }) => [key, value]))
