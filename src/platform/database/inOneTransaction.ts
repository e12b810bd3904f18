import { AsyncResource } from 'node:async_hooks'
import type { Transaction } from 'kysely'
import type { Authority } from '../authorities.ts'
import type { Database } from './database.ts'
import { Unit, hasWorked } from './unit.ts'
import { allEnded, dropLater, writeLater } from './writtenLater.ts'
import { lockFor } from './versions.ts'
import { withAuthority } from './withAuthority.ts'

/** The most units, and for how many milliseconds others may join the first: each is answered when all of them are stored. */
const MOST_TOGETHER = 25
const MILLISECONDS_TO_JOIN = 100

/** A unit of work that someone asks for. */
interface Asked {
  authority: Authority
  /** Does the work. */
  work: (unit: Unit) => Promise<Done>
  fail: (error: unknown) => void
}

/** A unit whose work is done. */
interface Done {
  /** Whether nothing of it is to be stored. */
  isRefused: boolean
  /** Tells the person who asked what the work gave. */
  answer: () => void
}

/**
 * Opens units of work: see `InOneTransaction`. Units of one authority wait for their turn here, without a connection: ten
 * that waited in the database would leave none to those who read. Those that wait are stored together: what each costs
 * beside its own writing, the beginning, the lock, the log and the disk, they pay once. `millisecondsToJoin`: another for a
 * test.
 */
export function makeInOneTransaction(database: Database, millisecondsToJoin = MILLISECONDS_TO_JOIN) {
  const waiting = new Map<string, Asked[]>()

  async function storeAll(code: string, asked: Asked[]): Promise<void> {
    for (let first = asked.shift(); first; first = asked.shift())
      await storeTogether(database, first, asked, millisecondsToJoin)
    waiting.delete(code)
  }

  return <Result extends object>(authority: Authority, work: (unit: Unit) => Promise<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      const asked: Asked = {
        authority,
        // Pages read some records once for each request: this reads those of the request that asked, also in another's turn.
        work: AsyncResource.bind(async (unit: Unit): Promise<Done> => {
          const result = await work(unit)
          return {
            isRefused: hasProblems(result),
            answer: () => {
              resolve(result)
            },
          }
        }),
        fail: reject,
      }
      const others = waiting.get(authority.code)
      if (others) {
        others.push(asked)
        return
      }
      const queue = [asked]
      waiting.set(authority.code, queue)
      void storeAll(authority.code, queue)
    })
}

/** Thrown to have the database roll back; never seen outside. */
class RolledBack extends Error {
  override readonly name = 'RolledBack'
}

/**
 * Does the first, and those of the others that may join it, one after another in one transaction, and tells each what became
 * of it. Where one of several fails, or is refused when it has written something, all is rolled back, and each is done
 * again in a transaction of its own: then it alone is what fails.
 */
async function storeTogether(database: Database, first: Asked, others: Asked[], toJoin: number): Promise<void> {
  const taken: Asked[] = []
  const done: Done[] = []
  const course = { isStoring: false }
  try {
    await withAuthority(database, first.authority.code, async (transaction) => {
      await allEnded(transaction, doAll(transaction))
      course.isStoring = true
    })
    for (const { answer } of done) answer()
  } catch (error) {
    // Whether it was stored is not known where that itself failed: to do it again could do it twice.
    if (taken.length > 1 && !course.isStoring) {
      for (const one of taken) await storeTogether(database, one, [], 0)
      return
    }
    if (error instanceof RolledBack) for (const { answer } of done) answer()
    else for (const { fail } of taken.length === 0 ? [first] : taken) fail(error)
  }

  async function doAll(transaction: Transaction<object>): Promise<void> {
    // Of all processes: else one unit could hold messages while the next waits for registers, and another process the reverse.
    await lockFor(transaction, first.authority.code, 'units of work')
    const end = performance.now() + toJoin
    for (let next: Asked | undefined = first; next; next = mayJoin(taken, end) ? others.shift() : undefined) {
      taken.push(next)
      const unit = new Unit(next.authority, transaction)
      const outcome = await next.work(unit)
      done.push(outcome)
      if (!outcome.isRefused) continue
      if (hasWorked(unit)) throw new RolledBack()
      dropLater(unit)
    }
    if (done.some(({ isRefused }) => !isRefused)) await writeLater(transaction, first.authority.code)
  }
}

const mayJoin = (taken: readonly Asked[], end: number): boolean =>
  taken.length < MOST_TOGETHER && performance.now() < end

const hasProblems = (result: object): boolean =>
  'problems' in result && Array.isArray(result.problems) && result.problems.length > 0
