import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { pino } from 'pino'
import { anInvitingApplication } from '../../test/support/invitingApplication.ts'
import { CODE, TestBrowser, demoDoor, enter, signedInAs } from '../../test/support/people.ts'
import { readPdf } from '../../test/support/pdf.ts'
import { date } from '../kernel/dates.ts'
import { allRegisters } from './rooms.ts'
import { webApplication } from './web.ts'

/** What a child is called here, in words that stand nowhere else. */
const NAMES = /zebulonix|quagglestone/i
const KNOWN_AS = 'Zebulonix'
const FAMILY_NAME = 'Quagglestone'

/** The rows that give back what was put in: an authority's own copy of its registers. */
const MAY_HOLD_NAMES = /\/data\/registers\/(?:(?:children|contacts)\.csv|registers\.xlsx)$/
/** What is read by people who are not to see who a child is, or by everyone. */
const NEVER_ON_PAGE =
  /^\/(?:invitations|calendars|your-views|help|accessibility|privacy|who-to-ask|sign)|^\/authorities\/\w+\/(?:report|book|figures|settings|check-report)(?:\/|$)/

const NOBODY = '00000000-0000-4000-8000-000000000000'

type Answer = Awaited<ReturnType<TestBrowser['get']>>

/** All text of an answer, that of the files in a file and of the pages of a PDF included. */
async function textOf({ headers, body, rawPayload }: Answer): Promise<string> {
  const type = String(headers['content-type'])
  if (type.includes('pdf')) {
    const { pages, title, author } = await readPdf(rawPayload)
    return [title, author, ...pages].join('\n')
  }
  if (!/officedocument|opendocument|zip/.test(type)) return body
  return Object.entries(unzipSync(rawPayload))
    .flatMap(([name, content]) => [name, strFromU8(content)])
    .join('\n')
}

/** Where an answer holds the name and must not; empty for nowhere. */
async function namesIn(url: string, answer: Answer): Promise<string[]> {
  const { headers, body } = answer
  const found: string[] = []
  for (const [name, value] of Object.entries(headers)) {
    if (NAMES.test(String(value))) found.push(`${url}: the header ${name}`)
  }
  if (!String(headers['content-type']).includes('text/html')) {
    if (!MAY_HOLD_NAMES.test(url) && NAMES.test(await textOf(answer))) found.push(`${url}: the file`)
    return found
  }
  if (NEVER_ON_PAGE.test(url.replace(/\?.*/, '')) && NAMES.test(body)) found.push(`${url}: the page`)
  const attributes = [...body.matchAll(/\s(?:href|action|src|formaction|content|id|name|for|aria-controls)="([^"]*)"/g)]
  if (attributes.some(([, value]) => NAMES.test(decodeURIComponent((value ?? '').replaceAll('%', '%25'))))) {
    found.push(`${url}: an address`)
  }
  if (NAMES.test(/<title>([^<]*)/.exec(body)?.[1] ?? '')) found.push(`${url}: the title`)
  return found
}

test('a child’s name', async (t) => {
  const { services, outbox, keep } = await anInvitingApplication()
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const app = await webApplication(services.house, {
    log,
    today: () => date('2022-11-22'),
    startWork: () => undefined,
    door: demoDoor,
  })
  after(() => app.close())
  await keep({
    'children.csv': `child,known_as,family_name,pronouns\nNORTH1,${KNOWN_AS},${FAMILY_NAME},they/them`,
    'contacts.csv': [
      'child,contact_ref,role,name,channel,email,phone,address',
      `NORTH1,me,CHILD,${KNOWN_AS},EMAIL,child@example.org,,`,
      `NORTH1,mother,MOTHER,Hildegrimm ${FAMILY_NAME},EMAIL,mother@example.org,,`,
      'NORTH1,carer,CARER,Jo Bell,TEXT,,07700 900 982,',
    ].join('\n'),
    'oversight.csv': 'child,officer_id,date,kind\nNORTH1,O1,2022-10-03,MIDPOINT',
    'allocations.csv': 'child,officer_id,from,to\nNORTH1,O1,2022-05-09,2023-01-10\nNORTH1,O2,2023-01-10,',
    'handovers.csv': 'child,date,from_officer,to_officer,reason\nNORTH1,2023-01-10,O1,O2,Leaves',
  })
  await enter(services, 'manager', {
    roles: ['iro_manager', 'analyst', 'business_support', 'administrator'],
    officerId: 'O2',
  })
  await enter(services, 'leader', { roles: ['senior_leader'] })
  const page = (...parts: string[]) => `/authorities/${[CODE, ...parts].join('/')}`
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const values: Readonly<Record<string, string>> = {
    code: CODE, child: 'NORTH1', ref: 'R-NORTH1', year: '2022-23', id: 'cla.count', month: '2022-10', officer: 'O1',
    on: '2023-01-10', register: 'allocations', contact: 'me', role: 'iro', section: 'timeliness', person: 'iro',
  } // prettier-ignore
  const addressOf = (pattern: string) =>
    pattern.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? NOBODY) +
    (pattern.endsWith('/handed-over') || pattern.endsWith('/undo') ? '?on=2023-01-10' : '')
  const files = [
    ...['html', 'docx', 'pdf', 'ods', 'csv', 'json'].flatMap((format) =>
      ['public', 'board', 'children'].map((edition) => page(`report/2022-23/download/${format}?edition=${edition}`)),
    ),
    ...['html', 'xlsx', 'ods', 'csv', 'json'].map((format) => page(`book/2022-10/download/${format}`)),
    ...allRegisters.map(({ name }) => page(`data/registers/${name}.csv`)),
    ...['day', 'week', 'month'].map((view) => page(`reviews/calendar?day=2023-02-15&view=${view}&by=child`)),
    page('figures/2022-23/iros.headcount'),
    page('figures/2022-23/oversight.records.csv'),
  ]

  await t.test(
    'stands on staff’s pages about the child, and in no header, address, title, file or public page',
    async () => {
      const found: string[] = []
      const shown = new Set<string>()
      for (const who of ['iro', 'manager', 'leader']) {
        const browser = await browserOf(who)
        const addresses = app.servedRoutes
          .filter(
            ({ method, pattern }) => method === 'GET' && !pattern.startsWith('/assets/') && !/sign-out/.test(pattern),
          )
          .map(({ pattern }) => addressOf(pattern))
        for (const url of who === 'manager' ? [...addresses, ...files] : addresses) {
          const answer = await browser.get(url)
          assert.ok(answer.statusCode < 500, url)
          found.push(...(await namesIn(url, answer)))
          if (who !== 'leader' && NAMES.test(answer.body)) shown.add(url)
          if (who === 'leader' && NAMES.test(await textOf(answer))) found.push(`${url}: shown to who sees no child`)
        }
      }
      assert.deepEqual(found, [])
      for (const path of ['children', 'due', 'children/NORTH1', 'reviews/R-NORTH1'])
        assert.ok(shown.has(page(path)), path)
    },
  )

  await t.test('is searched for without standing in an address, and what was typed is nowhere kept', async () => {
    const iro = await browserOf('iro')
    const found = await iro.post(page('children'), page('search'), { q: KNOWN_AS })
    assert.match(found.body, NAMES)
    assert.deepEqual(await namesIn(page('search'), found), [])
    // A session that is over, and a form without its token.
    const gone = new TestBrowser(app)
    for (const answer of [
      await gone.send(page('search'), { q: KNOWN_AS }),
      await iro.send(page('search'), { q: FAMILY_NAME }),
      await iro.send(page('children', 'NORTH1', 'name'), { knownAs: KNOWN_AS, familyName: FAMILY_NAME }),
    ]) {
      assert.deepEqual(await namesIn(page('search'), answer), [])
    }
  })

  await t.test('is in no subject, no text message, no calendar, and in nothing about a meeting', async () => {
    const iro = await browserOf('iro')
    const invitations = page('reviews', 'R-NORTH1', 'invitations')
    const seen = /name="seen" value="([^"]*)"/.exec((await iro.get(invitations)).body)?.[1] ?? ''
    const invite = { contacts: ['me', 'mother', 'carer'], when: 'now', reason: 'They asked', seen }
    const invited = await iro.post(invitations, invitations, invite)
    assert.equal(invited.statusCode, 303, /error-summary[^]*?<\/ul>/.exec(invited.body)?.[0])
    outbox.now('delivered')
    const cancel = page('reviews', 'R-NORTH1', 'cancel')
    const version = /name="version"[^>]* value="([^"]*)"/.exec((await iro.get(cancel)).body)?.[1] ?? ''
    assert.equal((await iro.post(cancel, cancel, { reason: `${KNOWN_AS} is ill`, version })).statusCode, 303)
    const messages = outbox.all()
    assert.ok(messages.length >= 5)
    for (const { subject, body, event, key, kind } of messages) {
      assert.doesNotMatch(`${subject} ${JSON.stringify(event)} ${key} ${body}`, NAMES, kind)
    }
    const links = messages.flatMap(({ body }) => /http:\/\/[^/]+(\/invitations\/\S+)/.exec(body)?.[1] ?? [])
    assert.ok(links.length > 0)
    const calendar = page('calendar')
    const feed = /(\/calendars\/[^"]+\.ics)/.exec((await iro.post(calendar, calendar, {})).body)?.[1] ?? ''
    for (const url of [feed, ...links.flatMap((link) => [link, `${link}/meeting.ics`])]) {
      const answer = await app.inject(url)
      assert.doesNotMatch(`${answer.body} ${JSON.stringify(answer.headers)}`, NAMES, url)
    }
    assert.equal((await app.inject(feed)).statusCode, 200)
  })

  await t.test('is in no line that the server has logged, nor in the log of who saw what', async () => {
    assert.ok(lines.length > 100)
    assert.deepEqual(
      lines.filter((line) => NAMES.test(line)),
      [],
    )
    const entries = await services.log.latest(CODE, { before: null, most: 5000 })
    assert.ok(entries.length > 50)
    assert.deepEqual(
      entries.filter((entry) => NAMES.test(JSON.stringify(entry))),
      [],
    )
  })
})
