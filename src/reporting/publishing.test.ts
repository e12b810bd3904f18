import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { aWebApplication } from '../../test/support/webApplication.ts'
import { reportingYear } from '../calendar/reportingYear.ts'
import { figuresAsked } from '../overview/cli/asked.ts'
import { figures } from '../overview/cli/figures.ts'
import { overviewDeps } from '../overview/services.ts'
import { demoAuthority } from '../platform/authorities.ts'
import { withAuthority } from '../platform/database/withAuthority.ts'
import { sql } from 'kysely'
import { reportingServices } from './services.ts'

test('a report on its way to the public', async (t) => {
  const web = await aWebApplication(20)
  const { house } = web.services
  const year = reportingYear(2026)
  const get = (...parts: string[]) => web.app.inject(web.page(...parts))

  /** Sends the form on one page, with its token and what it carries along. */
  async function send(page: string[], action: string[], fields: Record<string, string>) {
    const form = await get(...page)
    assert.equal(form.statusCode, 200, page.join('/'))
    const hidden = [...form.body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g)]
    const cookies = Object.fromEntries(form.cookies.map(({ name, value }) => [name, value]))
    const sent = { ...Object.fromEntries(hidden.map(([, name, value]) => [name ?? '', value ?? ''])), ...fields }
    return web.app.inject({
      method: 'POST',
      url: web.page(...action),
      cookies,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(sent).toString(),
    })
  }
  const publishPage = ['report', year.name, 'publish']
  const take = (step: string, note = '') => send(publishPage, publishPage, { step, note })

  /** What `footprint figures --format json` prints, as known at a moment. */
  const figuresKnownAt = (knownAt: string) =>
    figures(
      figuresAsked.parse({
        authority: demoAuthority.code,
        year: year.name,
        asAt: '2026-11-22',
        knownAt,
        format: 'json',
      }),
      { ...overviewDeps(house), note: () => undefined },
    )

  /** The return of the year with every review code changed, and every tenth review gone: corrections, one a row. */
  async function importCorrections(): Promise<number> {
    const path = join(web.returnFolder, 'reviews.csv')
    const [head = '', ...rows] = readFileSync(path, 'utf8').trimEnd().split('\r\n')
    const corrected = rows.flatMap((row, index) => (index % 10 === 9 ? [] : [row.replace(/PN[1-6]$/, 'PN7')]))
    writeFileSync(path, `${[head, ...corrected].join('\r\n')}\r\n`)
    const request = { authority: demoAuthority, year, path: web.returnFolder, sourceName: 'corrections', isPreview: false } // prettier-ignore
    const { outcome } = await web.services.importReturn(request, () => undefined)
    assert.equal(outcome, 'stored')
    return rows.length
  }

  await t.test('takes its steps in order, and says who took them', async () => {
    assert.equal((await take('publish')).statusCode, 400)
    const empty = /\b0 of \d{2} places for your own words are written\./
    assert.match((await get(...publishPage)).body, empty, 'before it is sent on its way')
    assert.equal((await take('submit')).statusCode, 303)
    assert.match((await get(...publishPage)).body, empty)
    assert.match((await take('send_back')).body, /Say what is to be changed/)
    assert.equal((await take('send_back', 'The summary is too long.')).statusCode, 303)
    assert.equal((await take('submit')).statusCode, 303)
    assert.equal((await take('sign_off')).statusCode, 303)
    const page = await get(...publishPage)
    assert.doesNotMatch(page.body, empty, 'once it is signed off no word can be changed')
    assert.match(page.body, /Signed off<\/strong> by Local operator/)
    assert.match(page.body, /The summary is too long\./)
    const words = ['report', year.name, 'words', 'timeliness']
    const refused = await send(words, words, { words: 'Later words.' })
    assert.equal(refused.statusCode, 400)
    assert.match(refused.body, /The report is signed off/)
  })

  await t.test('is refused where someone else took a step meanwhile', async () => {
    const sent = await send(publishPage, publishPage, { step: 'publish', after: '1' })
    assert.equal(sent.statusCode, 400)
    assert.match(sent.body, /Somebody else has taken a step meanwhile/)
  })

  await t.test('once published says the same for good, and why today’s figures are others', async () => {
    const { publishingStore } = reportingServices(house)
    assert.equal((await take('publish')).statusCode, 303)
    const published = await publishingStore.publication(demoAuthority.code, year.startYear, 1)
    assert.ok(published)
    const knownAt = published.knownAt.toString()
    assert.equal(await figuresKnownAt(knownAt), published.content.figures)
    const pageBefore = await get('report', year.name, 'published', '1')
    assert.match(pageBefore.body, /(\d+) figures of \1 say today what was published/)

    assert.ok((await importCorrections()) > 20)
    assert.equal(await figuresKnownAt(knownAt), published.content.figures)
    const html = await publishingStore.file(demoAuthority.code, year.startYear, 1, 'board', 'html')
    assert.ok(html)
    const sent = await get('report', year.name, 'published', '1', 'download', 'board', 'html')
    assert.ok(sent.rawPayload.equals(html.content))
    const page = await get('report', year.name, 'published', '1')
    assert.match(page.body, /published\/1\/figures\/reviews\.participated/)
    const why = await get('report', year.name, 'published', '1', 'figures', 'reviews.participated')
    assert.equal(why.statusCode, 200)
    assert.match(why.body, /\d+ records differ: \d+ fewer that count, and \d+ fewer in all\./)
    assert.match(why.body, /from corrections/)
    assert.match(why.body, /return: reviews: .*PN7/)
  })

  await t.test('can’t be changed in the database, and leads to a corrected edition', async () => {
    await assert.rejects(
      withAuthority(house.database, demoAuthority.code, (transaction) =>
        sql`delete from report_publication`.execute(transaction),
      ),
      /permission denied|is not changed/,
    )
    await assert.rejects(
      withAuthority(house.database, demoAuthority.code, (transaction) =>
        sql`insert into report_publication_file
            (authority, year, number, edition, format, name, type, content, fingerprint)
          values (${demoAuthority.code}, ${year.startYear}, 1, 'board', 'later', 'later.txt', 'text/plain', '\\x',
            encode(sha256('\\x'), 'hex'))`.execute(transaction),
      ),
      /what was published is complete: no file is added to it/,
    )
    assert.equal((await take('submit')).statusCode, 303)
    assert.match((await get(...publishPage)).body, /In review, edition 2/)
  })

  await t.test('takes figures by name in its words, and says which there are not', async () => {
    const words = ['report', '2025-26', 'words', 'timeliness']
    const refused = await send(words, words, { words: 'We held {reviews.hled} reviews.' })
    assert.match(refused.body, /there is no figure reviews\.hled/)
    assert.equal((await send(words, words, { words: 'We held {reviews.held} reviews.' })).statusCode, 303)
    assert.match((await get('report', '2025-26', 'read')).body, /We held \d+ reviews\./)
    const saved = await send(words, words, {
      words: 'We held {reviews.held} reviews. 40 of 50 reviews (70%) were seen.',
    })
    assert.equal(saved.statusCode, 303)
    const after = await web.app.inject(saved.headers.location ?? '')
    assert.match(after.body, /are kept[^]*The checker found one thing in this section/)
    assert.equal((await send(words, words, { words: 'We held {reviews.held} reviews.' })).statusCode, 303)
    const form = await get(...words)
    assert.match(form.body, /We held \{reviews\.held\} reviews\./)
    assert.match(form.body, /Local operator, \d+ \w+ \d{4} at/)
    assert.match((await get('report', '2025-26')).body, /Written by Local operator/)
  })

  await t.test('prints aims, priorities and stories that are entered', async () => {
    const aim = (of: string, fields: Record<string, string>) => send(['report', of, 'aims', 'new'], ['report', of, 'aims', 'new'], fields) // prettier-ignore
    assert.match((await aim('2025-26', { lead: 'The manager' })).body, /Enter what is to be reached/)
    assert.equal((await aim('2024-25', { aim: 'More children chair their reviews', outcome: 'PARTLY', cameOf: 'A third did.' })).statusCode, 303) // prettier-ignore
    assert.equal((await aim('2025-26', { aim: 'Letters within ten days', lead: 'The IRO manager', dueOn: '2026-12-31' })).statusCode, 303) // prettier-ignore
    assert.match(
      (await get('report', '2025-26', 'aims')).body,
      /More children chair their reviews[^]*Letters within ten days/,
    )
    const story = await send(['report', '2025-26', 'stories', 'new'], ['report', '2025-26', 'stories', 'new'], { title: 'A school found', story: 'On 12 May 2025 the IRO wrote to Green Hill School.' }) // prettier-ignore
    assert.equal(story.statusCode, 303)
    const list = await get('report', '2025-26', 'stories')
    const [, ref = ''] = /stories\/([0-9a-f-]{36})"/.exec(list.body) ?? []
    assert.match((await get('report', '2025-26', 'stories', ref)).body, /“12 May 2025”: A date can be looked up[^]*“Green Hill School”: It names a place[^]*someone else must read it/) // prettier-ignore
    const read = await get('report', '2025-26', 'read')
    assert.match(
      read.body,
      /More children chair their reviews[^]*Partly met[^]*A third did\.[^]*Letters within ten days/,
    )
    assert.doesNotMatch(read.body, /A school found/)
  })

  await t.test('is set beside targets that are entered, with their history', async () => {
    const form = ['comparators', '2025-26', 'new']
    const enter = (value: string, source: string) =>
      send(form, form, { measure: 'reviews.on_time', group: 'TARGET', value, source })
    assert.match((await enter('101', 'Plan')).body, /Enter a percentage from 0 to 100/)
    assert.equal((await enter('90', 'Service plan 2024')).statusCode, 303)
    assert.equal((await enter('95', 'Service plan 2025')).statusCode, 303)
    const page = await get('comparators', '2025-26')
    assert.match(page.body, /95\.0%[^]*Service plan 2025[^]*90\.0% \(Service plan 2024\)/)
    assert.match((await get('figures', '2025-26', 'reviews.on_time')).body, /95\.0% \(2025-26; Service plan 2025\)/)
    assert.match((await get('report', '2025-26', 'read')).body, /Targets and comparators, (?:<[^>]*>)?2025-26/)
  })

  await t.test('has a page for the board whose every number is a link, and one of other definitions', async () => {
    const glance = await get('glance')
    assert.equal(glance.statusCode, 200)
    const numbers = [...glance.body.matchAll(/<strong class="app-card__number">(.)/g)].map(([, first]) => first)
    assert.ok(numbers.length > 5)
    assert.deepEqual([...new Set(numbers)], ['<'])
    assert.match((await get('report', '2025-26', 'definitions')).body, /Views given: neither PN4 nor PN7/)
  })
})
