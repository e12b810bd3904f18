import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { BOROUGH } from '../../test/support/borough.ts'
import { footprint } from '../../test/support/commandLine.ts'
import { aDatabase } from '../../test/support/database.ts'
import { aWebApplication } from '../../test/support/webApplication.ts'
import { structureProblems } from '../../test/support/structure.ts'
import { demoAuthority } from '../platform/authorities.ts'
import { now } from '../main/house.ts'
import { ensureAuthority } from '../platform/database/authorities.ts'
import { withAuthority } from '../platform/database/withAuthority.ts'
import { makeWordsStore } from './db/wordsStore.ts'
import { MOST_CHARACTERS } from './web/words.view.ts'

describe('footprint report', async () => {
  const { url } = await aDatabase()
  const out = mkdtempSync(join(tmpdir(), 'footprint-report-'))
  after(() => {
    rmSync(out, { recursive: true })
  })
  const run = (...argv: string[]) => footprint(argv, { FOOTPRINT_DATABASE_URL: url })
  const report = (...argv: string[]) => run('report', '--authority', 'X99000001', '--year', '2022-23', ...argv)
  before(async () => {
    const path = join(BOROUGH, 'data')
    const imported = await run('import', 'ssda903', path, '--authority', 'X99000001', '--year', '2022-23')
    assert.equal(imported.status, 0, imported.stderr)
  })

  test('writes the formats asked for, and says where', async () => {
    const folder = join(out, 'all')
    const { status, stdout } = await report('--out', folder, '--edition', 'board', '--format', 'html,docx,ods,csv,json')
    assert.equal(status, 0)
    const names = ['csv', 'docx', 'html', 'json', 'ods'].map((end) => `annual-report-2022-23-board.${end}`)
    assert.deepEqual(readdirSync(folder).sort(), names)
    assert.deepEqual(
      stdout.trimEnd().split('\n').sort(),
      names.map((name) => join(folder, name)),
    )
    const html = readFileSync(join(folder, 'annual-report-2022-23-board.html'), 'utf8')
    assert.match(html, /There were 69 children looked after on 31 March 2023\./)
    assert.match(html, /184 of 188 reviews \(97\.9%\) were held on time/)
    assert.match(html, /nothing is compared with last year/)
  })
  test('writes the public edition as HTML and Word where nothing else is asked', async () => {
    const folder = join(out, 'plain')
    await report('--out', folder)
    assert.deepEqual(readdirSync(folder).sort(), [
      'annual-report-2022-23-public.docx',
      'annual-report-2022-23-public.html',
    ])
  })
  test('hides small numbers where asked', async () => {
    const folder = join(out, 'public')
    await report('--out', folder, '--format', 'html', '--suppress-small')
    assert.deepEqual(readdirSync(folder), ['annual-report-2022-23-public.html'])
    const html = readFileSync(join(folder, 'annual-report-2022-23-public.html'), 'utf8')
    assert.match(html, /numbers from 1 to 5 hidden, shown as c/)
    assert.match(html, />c</)
  })

  const refusals = [
    { why: 'the board’s edition with small numbers hidden', argv: ['--out', out, '--edition', 'board', '--suppress-small'], status: 2, says: /the board’s edition hides nothing/ },
    { why: 'an edition that is none', argv: ['--out', out, '--edition', 'press'], status: 2, says: /--edition is board, public or children/ },
    { why: 'a year without a return', argv: ['--out', out, '--year', '2021-22'], status: 1, says: /no return of Hartsmere \(made up\) for 2021-22/ },
    { why: 'a format that is none', argv: ['--out', out, '--format', 'papyrus'], status: 2, says: /--format is one or more of html, docx, pdf, ods, csv, json/ },
    { why: 'a folder that is a file', argv: ['--out', join(out, 'file', 'x')], status: 1, says: /can't be made/ },
  ] // prettier-ignore
  for (const { why, argv, status, says } of refusals) {
    test(`refuses ${why}, and writes nothing`, async () => {
      writeFileSync(join(out, 'file'), '')
      const before = readdirSync(out)
      const refused = await report(...argv)
      assert.equal(refused.status, status)
      assert.match(refused.stderr, says)
      assert.deepEqual(readdirSync(out), before)
    })
  }
})

describe('the pages of the report', async () => {
  const web = await aWebApplication(20)
  const get = (...parts: string[]) => web.app.inject(web.page('report', ...parts))

  async function send(section: string, words: string) {
    const form = await get('2025-26', 'words', 'health')
    const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    const cookies = Object.fromEntries(form.cookies.map(({ name, value }) => [name, value]))
    return web.app.inject({
      method: 'POST',
      url: web.page('report', '2025-26', 'words', section),
      cookies,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: token, words }).toString(),
    })
  }

  test('lead to the newest year', async () => {
    const { statusCode, headers } = await get()
    assert.equal(statusCode, 302)
    assert.equal(headers.location, web.page('report', '2026-27'))
  })
  test('list the sections with their state, and take the service’s words', async () => {
    const before = await get('2025-26')
    assert.match(before.body, /\b0 of \d{2} places for your own words are written\./)
    const saved = await send('timeliness', 'We had <two> snow days.')
    assert.equal(saved.statusCode, 303)
    const after = await web.app.inject(saved.headers.location ?? '')
    assert.match(after.body, /Your words for “Timeliness of reviews” are kept/)
    assert.match(after.body, /\b1 of \d{2} places for your own words are written\./)
    assert.match((await get('2025-26', 'read')).body, /We had &lt;two&gt; snow days\./)
    const { body } = await get('2025-26', 'words', 'timeliness')
    assert.match(body, /We had &lt;two&gt; snow days\./)
    assert.match(body, /Who wrote what/)
    // Also where the checker finds nothing, and says nothing above who wrote what.
    for (const page of [body, body.replace(/<h2[^>]* id="found">[^]*?<\/ul>/, '')])
      assert.deepEqual(structureProblems(page), [])
    assert.doesNotMatch((await get('2026-27', 'read')).body, /snow days/)
  })
  test('keep what was typed where it is too long', async () => {
    const refused = await send('health', `${'x'.repeat(MOST_CHARACTERS)} the end`)
    assert.equal(refused.statusCode, 400)
    assert.match(refused.body, /<title>Error: /)
    assert.match(refused.body, /Enter 20,000 characters or fewer/)
    assert.match(refused.body, /x the end/)
  })
  test('give the files', async () => {
    for (const { format, type } of [
      { format: 'html', type: /^text\/html/ },
      { format: 'docx', type: /wordprocessingml/ },
      { format: 'pdf', type: /^application\/pdf/ },
      { format: 'ods', type: /oasis\.opendocument\.spreadsheet/ },
      { format: 'csv', type: /^text\/csv/ },
      { format: 'json', type: /^application\/json/ },
    ]) {
      const file = await get('2025-26', 'download', format)
      assert.equal(file.statusCode, 200)
      assert.match(String(file.headers['content-type']), type)
      assert.match(String(file.headers['content-disposition']), /^attachment; filename="[\w.-]+"$/)
    }
    assert.match((await get('2025-26', 'download', 'html?small=hidden')).body, /numbers from 1 to 5 hidden/)
  })
  test('say why there is no PDF where it could not show what was written', async () => {
    assert.equal((await send('stability', 'A \u{F0000} sign')).statusCode, 303)
    const refused = await get('2025-26', 'download', 'pdf')
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /A PDF can’t show “[^”]+”: no typeface on this server has it/)
    assert.equal((await send('stability', ' ')).statusCode, 303)
    assert.equal((await get('2025-26', 'download', 'pdf')).statusCode, 200)
  })
  test('say page not found of what is not there', async () => {
    for (const parts of [
      ['2019-20'],
      ['nonsense'],
      ['2025-26', 'words', 'nothing'],
      ['2025-26', 'words', 'how_to_read'],
      ['2025-26', 'download', 'rtf'],
    ]) {
      assert.equal((await get(...parts)).statusCode, 404, parts.join('/'))
    }
    assert.equal((await send('nothing', 'Words')).statusCode, 404)
  })
})

describe('the service’s own words', async () => {
  const { database } = await aDatabase()
  const store = makeWordsStore(database)
  const [here, there] = [demoAuthority, { code: 'E09000033', name: 'Westminster' }]
  const read = async (knownAt: Parameters<typeof store.read>[2] = null) =>
    Object.fromEntries(await store.read(here.code, 2022, knownAt))
  before(async () => {
    for (const authority of [here, there]) {
      await withAuthority(database, authority.code, (transaction) => ensureAuthority(transaction, authority))
    }
  })

  test('are kept in versions, apart by year and authority, and can be taken away', async () => {
    await store.write(here.code, 2022, 'health', 'First.', 'p1')
    const afterFirst = now()
    await store.write(here.code, 2022, 'health', 'Second.', 'p1')
    await store.write(here.code, 2021, 'health', 'Another year.', 'p1')
    await store.write(there.code, 2022, 'health', 'Elsewhere.', 'p1')
    assert.deepEqual(await read(), { health: 'Second.' })
    assert.deepEqual(await read(afterFirst), { health: 'First.' })
    await store.write(here.code, 2022, 'health', ' \n', 'p1')
    assert.deepEqual(await read(), {})
    assert.deepEqual(await read(afterFirst), { health: 'First.' })
    assert.deepEqual(Object.fromEntries(await store.read(there.code, 2022, null)), { health: 'Elsewhere.' })
  })
})
