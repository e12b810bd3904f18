/**
 * Books reviews through the use case, beside the web application and without it: `node otherProcess.ts URL`. Says as
 * JSON, a line each, which review it booked (null: it was refused) and how long that took; ends when its input does.
 */
import { bookingPermissions } from '../../src/booking/permissions.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { makeBookTogether } from '../../src/booking/app/bookTogether.ts'
import { planOf } from '../../src/booking/domain/plan.ts'
import { newReviewRef } from '../../src/booking/services.ts'
import { servicesOn } from '../../test/support/services.ts'
import { localOperator } from '../../src/access/domain/actor.ts'
import { connect } from '../../src/platform/database/database.ts'
import { randomOf } from '../../src/synthetic/domain/random.ts'
import { someTime } from './someTime.ts'
import { working } from './workingAuthority.ts'

const SECONDS_BETWEEN = 2

const [url = ''] = process.argv.slice(2)
const database = connect(url)
const { changing, seenWorlds } = await servicesOn(database)
const { authority, today } = working
const by = localOperator(authority.code)
const toldNobody = { moved: () => Promise.resolve(), cancelled: () => Promise.resolve() }
const bookTogether = makeBookTogether({ ...changing, seenWorlds, today: () => today, told: toldNobody })
const random = randomOf(2)
const end = new AbortController()
process.stdin
  .on('end', () => {
    end.abort()
  })
  .resume()

while (!end.signal.aborted) {
  const plan = planOf(await seenWorlds(by, bookingPermissions.book).onDay(authority.code, today, null))
  const { child, kind } = random.oneOf(plan.filter(({ meeting }) => meeting === null))
  const start = performance.now()
  const booked = await bookTogether({
    by,
    authority,
    origin: 'http://127.0.0.1',
    reviews: [{ child, kind, reviewRef: newReviewRef() }],
    entry: {
      ...someTime(random),
      minutes: 60,
      place: 'At home',
      format: 'IN_PERSON',
      whyNotAsChosen: 'Another process',
      isUnusualTimeMeant: true,
    },
    lateReason: null,
  })
  const reviewRef = booked && 'reviewRefs' in booked ? (booked.reviewRefs[0] ?? null) : null
  process.stdout.write(`${JSON.stringify({ reviewRef, milliseconds: performance.now() - start })}\n`)
  await wait(1000 * SECONDS_BETWEEN, undefined, { signal: end.signal }).catch(() => undefined)
}
await database.destroy()
