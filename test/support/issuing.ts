/**
 * Reviews whose decisions are issued, one after another, and what must hold of each whatever happens meanwhile: for tests and
 * benchmarks that stop it in between.
 */
import { sql } from 'kysely'
import type { Services } from './services.ts'
import { servicesOn } from './services.ts'
import { askedAs, importRegisters } from './booking.ts'
import { returnOf } from './people.ts'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { date } from '../../src/kernel/dates.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { withAuthority } from '../../src/platform/database/withAuthority.ts'
import { recordingServices } from '../../src/recording/services.ts'
import { reviews } from '../../src/reviews/registers/reviews.ts'
import { recordsOf } from '../../src/world/world.ts'

const CODE = demoAuthority.code
/** The day on which decisions are issued. */
export const issuingToday = date('2022-11-22')

/** Makes up so many children, each with a review that was held and three decisions that may be issued. */
export async function makeUpReviews(database: Database, count: number): Promise<Services> {
  const services = await servicesOn(database)
  const children = Array.from({ length: count }, (_, index) => `CHILD${index}`)
  const path = returnOf(children.map((child) => ({ child, worker: 'SW1' })))
  const request = { authority: demoAuthority, year: reportingYear(2022), path, sourceName: 'small', isPreview: false }
  const { outcome } = await services.importReturn(request, () => undefined)
  if (outcome !== 'stored') throw new Error('the return was not stored')
  const lines = (head: string, line: (child: string) => string) => [head, ...children.map(line)].join('\n')
  await importRegisters(services, {
    'officers.csv': 'officer_id,name,role,fte,start_date\nO1,Rowan Hale,IRO,1,2020-01-01',
    'contacts.csv': lines(
      'child,contact_ref,role,name,channel,email',
      (child) => `${child},worker,SOCIAL_WORKER,Worker,EMAIL,worker@example.org`,
    ),
    'reviews.csv': lines(
      'review_ref,child,kind,status,held_date,officer_id,participation_code',
      (child) => `R-${child},${child},CLA,HELD,2022-11-21,O1,PN1`,
    ),
    'recommendations.csv': lines('review_ref,number,text,responsible,due_date,child_words', (child) =>
      [1, 2, 3].map((number) => `R-${child},${number},Decision ${number},Someone,2023-01-10,We will do it.`).join('\n'),
    ),
  })
  return services
}

/** Issues the decisions of reviews that have none issued. */
export function issuerOf(services: Services): {
  issue: (reviewRef: string) => Promise<unknown>
  left: () => Promise<string[]>
} {
  // prettier-ignore
  const { changingOn } = recordingServices(services.house)
  const changing = changingOn(() => issuingToday)
  const asking = askedAs('iro_manager')
  return {
    issue: (reviewRef) =>
      changing.issueDecisions({
        ...asking,
        child: reviewRef.replace('R-', ''),
        reviewRef,
        manager: { name: 'Theo Marsh', email: 'theo.marsh@example.org' },
        page: 'http://localhost/after',
      }),
    left: async () =>
      recordsOf(await services.worlds.onDay(CODE, issuingToday, null), reviews)
        .filter(({ decisionsOn }) => decisionsOn === null)
        .map(({ reviewRef }) => reviewRef),
  }
}

/** Reviews of which something of an issue is stored and something is not: none, whatever happened. */
export const halfIssued = (database: Database): Promise<string[]> =>
  withAuthority(database, CODE, async (transaction) => {
    const { rows } = await sql<{ ref: string; dated: boolean; messages: number; links: number }>`
      select content ->> 'review_ref' as ref, content ->> 'decisions_date' is not null as dated,
        (select count(*)::int from message where review_ref = content ->> 'review_ref') as messages,
        (select count(*)::int from private_link where review_ref = content ->> 'review_ref') as links
      from register_row where register = 'reviews' and known_to = 'infinity'`.execute(transaction)
    return rows.filter(({ dated, messages, links }) => (dated ? messages !== 2 || links !== 1 : messages + links > 0)).map(({ ref }) => ref) // prettier-ignore
  })
