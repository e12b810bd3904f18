import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { makeInOneTransaction } from '../../src/platform/database/inOneTransaction.ts'
import type { Services } from './services.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { InOneTransaction } from '../../src/platform/unitOfWork.ts'

/** A database of which nothing is kept, and which gives no rows. */
export const withoutDatabase = (driver: DummyDriver): Database =>
  new Kysely<object>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })

/** Units of work for stores in memory: nothing is rolled back, and no database is asked. */
export const inMemory: InOneTransaction = makeInOneTransaction(withoutDatabase(new DummyDriver()))

/** Makes a link in a unit of its own, and gives its token. */
export async function linkTo(
  { changing: { inOneTransaction }, invitationLinks }: Services,
  link: { reviewRef: string; contactRef: string },
): Promise<string> {
  const { token } = await inOneTransaction(demoAuthority, async (unit) => ({
    token: await invitationLinks.make(unit, link),
  }))
  return token
}
