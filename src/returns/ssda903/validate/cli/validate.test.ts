import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import * as z from 'zod'
import { footprint } from '../../../../../test/support/commandLine.ts'

const answer = z.object({
  collection: z.string(),
  ruleset: z.string(),
  rulesRun: z.number(),
  rulesSkipped: z.array(z.object({ rule: z.string(), reason: z.string() })),
  failures: z.array(
    z.object({
      rule: z.string(),
      message: z.string(),
      table: z.string(),
      row: z.number(),
      child: z.string(),
      fields: z.array(z.string()),
    }),
  ),
})

const header = `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
a1,M,01/02/2010,WBRI,UN1,0,
a2,X,31/02/2010,wbri,UN1,0,
`
const episodes = `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC
a1,01/05/2024,S,C2,N1,U6,PR1,30/04/2024,E4a
`

describe('validate ssda903', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'footprint-validate-'))
  after(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'header.csv'), header)
  await writeFile(join(folder, 'episodes.csv'), episodes)
  const run = (...argv: string[]) => footprint(['validate', 'ssda903', folder, '--collection', '2024-25', ...argv])

  test('gives every failure as the contract words it, and names what could not be checked', async () => {
    const { status, stdout, stderr } = await run('--format', 'json')
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
    const { collection, ruleset, rulesRun, rulesSkipped, failures } = answer.parse(JSON.parse(stdout))
    assert.deepEqual([collection, ruleset], ['2024-25', '2024-25'])
    assert.ok(rulesRun > 20)
    const reasons = new Map(rulesSkipped.map(({ rule, reason }) => [rule, reason]))
    assert.equal(reasons.get('166'), 'needs the table Reviews')
    assert.equal(reasons.get('204'), 'needs last year’s table Header')
    assert.equal(reasons.get('219'), 'needs Ofsted’s list of providers (providers.csv)')
    const brief = failures.map(({ rule, table, row, child, fields }) =>
      [rule, table, row, child, fields.join()].join(' '),
    )
    for (const expected of [
      '101 Header 1 a2 SEX',
      '102 Header 1 a2 DOB',
      '356 Episodes 0 a1 DECOM,DEC',
      'EPI Header 1 a2 CHILD',
    ])
      assert.ok(brief.includes(expected), expected)
    assert.ok(brief.includes('103 Header 1 a2 ETHNIC'), 'a code in small letters is none')
    assert.ok(!brief.some((line) => line.startsWith('388 ')), 'and yet it is known what is meant')
  })

  test('runs only the rules asked for, whatever their letters', async () => {
    const { stdout } = await run('--format', 'json', '--rule', 'epi', '--rule', '102')
    assert.deepEqual(
      answer.parse(JSON.parse(stdout)).failures.map(({ rule }) => rule),
      ['102', 'EPI'],
    )
  })

  test('compares with last year’s return, and takes the rules of another year', async () => {
    const { stdout } = await run(
      '--format',
      'json',
      '--previous',
      folder,
      '--ruleset',
      '2023-24',
      '--rule',
      '101',
      '--rule',
      '204',
    )
    const { ruleset, rulesRun, failures } = answer.parse(JSON.parse(stdout))
    assert.deepEqual([ruleset, rulesRun], ['2023-24', 2])
    // Until then sexes were 1 and 2.
    assert.deepEqual(
      failures.map(({ rule, row }) => `${rule} ${row}`),
      ['101 0', '101 1'],
    )
  })

  test('sums up in words, lists as CSV, writes an Excel workbook', async () => {
    const inWords = await run()
    assert.match(inWords.stdout, /^Collection 2024-25, rules of 2024-25: \d+ rules checked/)
    assert.match(inWords.stdout, /102 +Header +1 +The date of birth is blank or not a date\./)
    const csv = await run('--format', 'csv', '--rule', '102')
    assert.match(csv.stdout, /^rule,table,row,file_row,child,fields,message,hint\r\n102,Header,1,3,a2,DOB,/)
    const path = join(folder, 'failures.xlsx')
    assert.equal((await run('--format', 'xlsx', '--out', path)).stdout, `Wrote ${path}.\n`)
    assert.equal((await readFile(path)).subarray(0, 2).toString(), 'PK')
    const json = join(folder, 'failures.json')
    await run('--format', 'json', '--out', json, '--rule', '102')
    assert.equal(answer.parse(JSON.parse(await readFile(json, 'utf8'))).failures.length, 1)
  })

  test('takes the lists that a return does not carry from a folder', async () => {
    const reference = await mkdtemp(join(tmpdir(), 'footprint-reference-'))
    try {
      const none = await run('--reference', reference)
      assert.equal(none.status, 1)
      assert.match(none.stderr, /neither providers\.csv nor postcodes\.csv/)
      await writeFile(
        join(reference, 'providers.csv'),
        'URN,PLACE_CODES,PROVIDER_CODES,REG_END,POSTCODE,LA_CODE\nSC1,"K2, R1",PR4,,AB1 2CD,E09000033\n',
      )
      const { stdout } = await run('--format', 'json', '--rule', '219', '--reference', reference)
      const { rulesSkipped } = answer.parse(JSON.parse(stdout))
      assert.deepEqual(rulesSkipped, [{ rule: '219', reason: 'Episodes has no column URN' }])
      await writeFile(join(reference, 'providers.csv'), 'urn,LA_CODE_INFERRED\nsc1,E09000033\n')
      await writeFile(join(reference, 'episodes.csv'), 'URN,PLACE,PLACE_PROVIDER\nSC1,K2,PR1\nSC2,K2,PR1\n')
      const partly = await footprint([
        ...['validate', 'ssda903', reference, '--collection', '2024-25', '--format', 'json', '--reference', reference],
        ...['--authority', 'E09000033', '--rule', '219', '--rule', '229', '--rule', '1008'],
      ])
      const found = answer.parse(JSON.parse(partly.stdout))
      assert.deepEqual(found.rulesSkipped, [{ rule: '219', reason: 'providers.csv has no column PLACE_CODES' }])
      assert.deepEqual(
        found.failures.map(({ rule, row }) => `${rule} ${row}`),
        ['229 1', '1008 1'],
      )
    } finally {
      await rm(reference, { recursive: true })
    }
  })

  for (const { argv, status, says } of [
    { argv: ['--ruleset', 'newest'], status: 2, says: /--ruleset is a collection year like 2022-23/ },
    { argv: ['--rule', '9999'], status: 2, says: /there is no rule 9999/ },
    { argv: ['--format', 'xlsx'], status: 2, says: /--out/ },
    { argv: ['--previous', '/nonexistent'], status: 1, says: /no such file or folder/ },
    { argv: ['--authority', 'Nowhere'], status: 1, says: /Nowhere/ },
  ]) {
    test(`${argv.join(' ')} exits ${status}, saying why`, async () => {
      const ran = await run(...argv)
      assert.equal(ran.status, status, ran.stderr)
      assert.match(ran.stderr, says)
    })
  }

  test('a table of few columns is read, with the rules that these are enough for', async () => {
    await writeFile(join(folder, 'oc3.csv'), 'ACCOM\nB1\nQ9\n""\n')
    await writeFile(join(folder, 'missing.csv'), 'CHILD,TEAM\na1,North\n')
    // Of a table with one column, a line without anything is a blank cell.
    await writeFile(join(folder, 'uasc.csv'), 'DUC\n\n01/01/19\n')
    const ran = await run('--format', 'json', '--rule', '133', '--rule', '104')
    await Promise.all(['oc3.csv', 'missing.csv', 'uasc.csv'].map((name) => rm(join(folder, name))))
    assert.equal(ran.status, 0, ran.stderr)
    const { failures } = answer.parse(JSON.parse(ran.stdout))
    assert.deepEqual(
      failures.map(({ rule, row }) => `${rule} ${row}`),
      ['104 1', '133 1', '133 2'],
    )
  })

  test('columns that DfE works out are taken from the file, and those that its rules name differently are known', async () => {
    const other = await mkdtemp(join(tmpdir(), 'footprint-columns-'))
    try {
      await writeFile(join(other, 'episodes.csv'), 'PL_LOCATION,PL_DISTANCE,LS\nIN,351,C2\n,999.9,C2\n')
      await writeFile(join(other, 'header.csv'), 'DOB,UASC_STATUS\n01/04/2020,1\n01/04/2020,0\n')
      const argv = ['validate', 'ssda903', other, '--collection', '2026-27', '--ruleset', '2029-30', '--format', 'json']
      const rules = ['--rule', '179', '--rule', '231', '--rule', '454', '--rule', '555']
      const { ruleset, rulesSkipped, failures } = answer.parse(
        JSON.parse((await footprint([...argv, ...rules])).stdout),
      )
      assert.equal(ruleset, '2026-27')
      assert.deepEqual(
        failures.map(({ rule, row }) => `${rule} ${row}`),
        ['179 1', '231 0', '454 0'],
      )
      assert.deepEqual(rulesSkipped, [{ rule: '555', reason: 'the rules of 2026-27 do not have it' }])
    } finally {
      await rm(other, { recursive: true })
    }
  })

  for (const { why, content } of [
    { why: 'a row too short', content: 'CHILD,DOB,REVIEW,REVIEW_CODE\na1,01/02/2010\n' },
    { why: 'another table', content: 'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\na1,01/02/2010,YES,F2,B1\n' },
    { why: 'no column names', content: 'a1,01/02/2010,05/05/2024,PN1\n' },
  ]) {
    test(`a file that is no table is refused: ${why}`, async () => {
      await writeFile(join(folder, 'reviews.csv'), content)
      const ran = await run('--format', 'json')
      await rm(join(folder, 'reviews.csv'))
      assert.deepEqual([ran.status, ran.stdout], [1, ''])
      assert.match(ran.stderr, /reviews\.csv/)
    })
  }
})
