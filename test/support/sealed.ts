/** The whole web application with a sealed record and people of every role. */
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { allRoles } from '../../src/house/roles.ts'
import { behindItsBack } from './database.ts'
import { CODE, TestBrowser, aPeopledApplication, enter, signedInAs } from './people.ts'

/** The address of a page of the authority. */
export const page = (...parts: string[]): string => `/authorities/${CODE}/${parts.join('/')}`

/** The sealed child, why the record is sealed, and why someone opens it. */
export const SEALED = 'SEALED7'
export const REASON = 'Words that only those named may read'
export const WHY = 'Missing since last night'

/** A record sealed to the manager `named` and the IRO `colleague`, among people of every role, each with that as name. */
export async function aSealedRecord() {
  const application = await aPeopledApplication([
    { child: 'NORTH1', worker: 'SW1' },
    { child: SEALED, worker: 'SW1' },
  ])
  const { app, services, test: database } = application
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  async function begin(): Promise<TestBrowser> {
    for (const table of ['session', 'person', 'child_seal', 'seal_opening', 'seal_naming']) {
      await sql`delete from ${sql.table(table)}`.execute(database.database)
    }
    await enter(services, 'named', { roles: ['iro_manager'] })
    await enter(services, 'colleague', { roles: ['iro'] })
    for (const role of allRoles) {
      await enter(services, role, {
        roles: [role],
        team: 'North',
        workerId: role === 'social_worker' ? 'SW1' : null,
      })
    }
    const form = { child: SEALED, people: ['named', 'colleague'], reason: REASON }
    const manager = await browserOf('named')
    assert.equal((await manager.post(page('sealed', 'new'), page('sealed', 'new'), form)).statusCode, 303)
    return manager
  }
  const named = await begin()
  const change = (who: string, values: ReturnType<typeof sql>) =>
    behindItsBack(
      database.database,
      sql`update person set ${values} where person_id = ${who} and known_to = 'infinity'`,
    )
  return {
    ...application,
    browserOf,
    /** All as it was at first, for a test of its own. */
    begin,
    named,
    change,
    seal: async () => {
      const { rows } = await sql<{ people: string[]; reason: string; since: string }>`
        select person_ids as people, reason, known_from as since from child_seal
        where known_to = 'infinity'`.execute(database.database)
      return rows[0]
    },
    openings: async () => {
      const { rows } = await sql<{ id: string; who: string; seen_by: string | null }>`
        select opening_id as id, person_id as who, seen_by from seal_opening order by opened_at`.execute(
        database.database,
      )
      return rows
    },
    open: async (who: string) => {
      const opened = await (await browserOf(who)).post(page('sealed', 'open'), page('sealed', 'open'), { child: SEALED, reason: WHY }) // prettier-ignore
      assert.equal(opened.statusCode, 303)
    },
    endOpenings: () => sql`update seal_opening set open_until = now()`.execute(database.database),
    /** What of sealed records a page says at its top. */
    noticesOf: async (who: string) => {
      const { body } = await (await browserOf(who)).get(page('sealed'))
      const notices = [...body.matchAll(/app-note">([^]*?)<\/p>/g)].map((match) =>
        (match[1] ?? '').replaceAll(/<[^>]*>/g, '').trim(),
      )
      // The made-up service has told nobody how to reach it, which managers are reminded of.
      return notices.filter((notice) => !notice.startsWith('Messages and letters'))
    },
  }
}
