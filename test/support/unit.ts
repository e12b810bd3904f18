import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { makeInOneTransaction } from '../../src/platform/database/unit.ts'
import type { Services } from './services.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import type { InOneTransaction } from '../../src/platform/unitOfWork.ts'

/** Units of work for stores in memory: nothing is rolled back, and no database is asked. */
export const inMemory: InOneTransaction = makeInOneTransaction(
  new Kysely<object>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
)

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
