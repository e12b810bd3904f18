import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { anInvitingApplication } from '../../../test/support/invitingApplication.ts'
import { tokenIn } from '../../../test/support/people.ts'

const rowsIn = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/<dt[^>]*>([^<]*)<\/dt><dd[^>]*>([^<]*)<\/dd>/g)].map(([, key = '', value = '']) => [
      key.replace('&#39;', '’'),
      value,
    ]),
  )

test('what was typed before the session ended is shown in the words of its page, with the child’s name', async () => {
  const { test: database, page, browserOf } = await anInvitingApplication()
  const browser = await browserOf('iro')
  const makeIdle = () => sql`update session set last_seen_at = now() - interval '31 minutes'`.execute(database.database)
  const review = page('reviews', 'R-NORTH1')
  const cases = [
    {
      from: `${review}/move`,
      fields: { 'on-day': '16', 'on-month': '2', 'on-year': '2023', startsAt: '10am', minutes: '60', officerId: 'O2', format: 'IN_PERSON', place: '7 Mill Lane', reason: 'Exams', version: 'x' },
      title: 'Move the review',
      shown: { 'The day': '16 February 2023', 'Starts at': '10am', 'How long it takes': '60', IRO: 'Sam Ode', 'How people meet': 'In person', 'Why it is moved': 'Exams' },
      hidden: /IN_PERSON|>O2</,
    },
    {
      // It stands on the child’s page, under another address than its own.
      from: page('children', 'NORTH1', 'officer'),
      to: page('children', 'NORTH1', 'officer', 'family'),
      fields: { relative: 'NORTH2', kind: 'SIBLING' },
      title: 'IRO of child NORTH1',
      shown: {},
      hidden: />SIBLING</,
    },
  ] // prettier-ignore
  for (const { from, to = from, fields, title, shown, hidden } of cases) {
    const token = tokenIn((await browser.get(from)).body)
    await makeIdle()
    assert.equal((await browser.send(to, { _csrf: token, ...fields })).statusCode, 401)
    await browser.get(from)
    await browser.post('/sign-in', '/sign-in', { person: 'iro', to: from })
    const { body } = await browser.get(page('kept'))
    const rows = rowsIn(body)
    for (const [key, value] of Object.entries(shown)) assert.equal(rows[key], value, `${key}: ${JSON.stringify(rows)}`)
    const read = body.replaceAll(/<form[^]*?<\/form>/g, '')
    assert.doesNotMatch(read, hidden)
    assert.match(read, new RegExp(`<h2[^>]*>\\s*${title}\\s*<`))
    assert.match(read, /Amina, NORTH1/)
    await browser.post(page('kept'), /action="([^"]*\/drop)"/.exec(body)?.[1] ?? '', {})
  }
})
