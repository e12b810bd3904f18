import type { FastifyRequest } from 'fastify'
import { accessServices } from '../access/services.ts'
import { nameOf } from '../access/web/names.ts'
import { whatIsSeen } from '../access/web/seen.ts'
import { type ReportingYear, lastDayToCount, reportingYear } from '../calendar/reportingYear.ts'
import type { World } from '../children/domain/world.ts'
import { context } from '../children/registers/context.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { registerStoreOf } from '../house/services.ts'
import { momentInWords } from '../platform/web/moments.ts'
import { PageNotFound } from '../platform/web/errors.ts'
import { figuresIn } from '../overview/services.ts'
import { returnsServices } from '../returns/services.ts'
import type { Edition } from './domain/edition.ts'
import { reportingServices } from './services.ts'
import { comparatorsRoutes } from './web/comparators.routes.ts'
import { directorRoutes } from './web/director.routes.ts'
import { aimsRoutes } from './web/entries.routes.ts'
import { storiesRoutes } from './web/stories.routes.ts'
import { publishingRoutes } from './web/publishing.routes.ts'
import { reportRoutes } from './web/routes.ts'
import { wordsRoutes } from './web/words.routes.ts'

/** What this room gives a server. */
export function reportingOnServer({ house, today }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { people } = accessServices(house)
  const services = reportingServices(house)
  const { words, wordsWritten, annualReportOf, publishingStore, explaining, recordedSince } = services
  const { coverage } = returnsServices(house).returns
  const publishing = services.publishingOn(today)

  const yearsOf = async (authority: string) => (await coverage(authority)).map(({ year }) => reportingYear(year))

  async function writtenFor(request: FastifyRequest<{ Params: { year: string } }>, edition: Edition = 'board') {
    const { authority } = request
    const year = (await yearsOf(authority.code)).find(({ name }) => name === request.params.year)
    if (!year) throw new PageNotFound()
    const asAt = lastDayToCount(year, today())
    const written = await annualReportOf(worldsFor(request))({ authority, year, asAt, knownAt: null, edition })
    return { ...written, year }
  }

  async function namesIn(authority: string) {
    const all = await people.all(authority)
    return (personId: string) => nameOf(personId, all)
  }

  async function writersOf(authority: string, year: ReportingYear) {
    const [history, name] = await Promise.all([words.history(authority, year.startYear), namesIn(authority)])
    return new Map(
      [...history].flatMap(([section, [latest]]) =>
        latest?.by ? [[section, `Written by ${name(latest.by)}, ${momentInWords(latest.at)}`] as const] : [],
      ),
    )
  }

  const entries = services.entriesOn(today)
  const figures = figuresIn(house)
  const versionsOf = (authority: string, key: string) => registerStoreOf(house).versionsOf(authority, context.name, key)

  return {
    routes: [
      directorRoutes({ worldsFor, yearsOf, writtenFor, figures, today }),
      comparatorsRoutes({ worldsFor, today, entries, figures, versionsOf, namesIn }),
      aimsRoutes({ worldsFor, today, entries, figures }),
      storiesRoutes({ worldsFor, today, entries }),
      reportRoutes({ writtenFor, yearsOf, courseOf: publishing.courseOf, writersOf }),
      wordsRoutes({ writtenFor, words, publishing, namesIn }),
      publishingRoutes({
        worldsFor,
        coverage,
        publishing,
        store: publishingStore,
        explaining,
        wordsWritten,
        recordedSince,
      }),
    ],
  }
}
