import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { anInvitingApplication } from '../../test/support/invitingApplication.ts'
import { enter } from '../../test/support/people.ts'
import { type Role, allRoles } from '../house/roles.ts'

/** How many addresses of one kind are followed: the same page with other children and filters has the same links. */
const OF_A_KIND = 2

/** Who opens each figure by itself; the others’ pages of figures are of one kind. */
const OPENS_EACH_FIGURE: Role = 'iro_manager'

/** An address without what tells one child, review, filter or figure from another. */
const kindOf = (address: string, role: Role): string => {
  const { pathname, searchParams } = new URL(address, 'http://here.invalid')
  const records = pathname.replaceAll(/NORTH\d|SEALED\d|R-NORTH\d|\d{4}-\d{2}(-\d{2})?|[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
  const path = role === OPENS_EACH_FIGURE ? records : records.replace(/(\/figures\/…)\/[a-z_]+\.[a-z0-9_]+/, '$1/…')
  const query = [...searchParams.keys()].filter((name) => name !== 'back').sort()
  return `${path}?${query.join('&')}`
}

/** The links of a page to pages of ours, without the place on the page. */
const linksIn = (body: string): string[] =>
  [...body.matchAll(/<a\s[^>]*?href="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

describe('every link that a role is shown', async () => {
  const { services, page, browserOf, keep } = await anInvitingApplication()
  await keep({
    'people.csv': 'child,kind,from,dob,sex\nLEAVER1,CARE_LEAVER,2022-10-01,2004-10-01,2',
    'absences.csv': 'officer_id,kind,from,to\nO1,LEAVE,2023-02-14,2023-02-16',
  })

  for (const role of allRoles) {
    test(`${role}: leads to a page`, async () => {
      await enter(services, `crawls_${role}`, {
        roles: [role],
        team: 'North',
        officerId: null,
        workerId: role === 'social_worker' ? 'SW2' : null,
      })
      const browser = await browserOf(`crawls_${role}`)
      const first = String((await browser.get('/')).headers.location)
      const waiting: { address: string; from: string }[] = [first, page('work'), page('account'), '/help'].map(
        (address) => ({ address, from: '/' }),
      )
      const followed = new Map<string, number>()
      const seen = new Set<string>()
      const dead: string[] = []
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { address, from } = next
        const kind = kindOf(address, role)
        if (seen.has(address) || address === '/sign-out' || (followed.get(kind) ?? 0) >= OF_A_KIND) continue
        seen.add(address)
        followed.set(kind, (followed.get(kind) ?? 0) + 1)
        const { statusCode, headers, body } = await browser.get(address)
        // My work is asked for itself: some roles have no work.
        if (statusCode >= 400 && from !== '/') dead.push(`${statusCode} ${address}, from ${from}`)
        if (statusCode >= 300 && statusCode < 400) waiting.push({ address: String(headers.location), from: address })
        if (!String(headers['content-type']).startsWith('text/html')) continue
        waiting.push(...linksIn(body).map((href) => ({ address: href, from: address })))
      }
      assert.deepEqual(dead, [])
      assert.ok(seen.size > 5, 'there was something to follow')
    })
  }
})
