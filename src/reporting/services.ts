import { randomUUID } from 'node:crypto'
import { accessServices } from '../access/services.ts'
import type { Worlds } from '../children/app/worlds.ts'
import { roomsPort, worldsOf } from '../children/services.ts'
import { service } from '../house/house.ts'
import { settingsIn } from '../house/joined.ts'
import { registerStoreOf } from '../house/services.ts'
import type { Instant } from '../kernel/dates.ts'
import { figuresIn, findingsIn } from '../overview/services.ts'
import { returnsServices } from '../returns/services.ts'
import { makeAnnualReport } from './app/annualReport.ts'
import { makeEntries } from './app/entries.ts'
import { makeExplaining } from './app/explaining.ts'
import { makePublishing } from './app/publishing.ts'
import { makePublishingStore } from './db/publishingStore.ts'
import { makeWordsStore } from './db/wordsStore.ts'
import { appendices, sectionsOf } from './domain/sections/all.ts'
import { searchHiding } from './providers/hiding.ts'
import { filesToPublish } from './write/toPublish.ts'

/** Annual reports. */
export const reportingServices = service((house) => {
  const words = makeWordsStore(house.database)
  const publishingStore = makePublishingStore(house.database)
  const { returns } = returnsServices(house)
  const figures = figuresIn(house)
  /** Writes reports of what is seen of the records, where someone may not see all. */
  const annualReportOf = (seen: Worlds) =>
    makeAnnualReport({
      worlds: seen,
      returns,
      words,
      steps: publishingStore.steps,
      today: house.today,
      searchHiding,
      figures,
      findings: findingsIn(house),
      parts: roomsPort.of(house).flatMap(({ report = [] }) => report),
      allSettings: settingsIn(roomsPort.of(house)).settings,
    })
  const annualReport = annualReportOf(worldsOf(house))
  const sections = sectionsOf(roomsPort.of(house).flatMap(({ report = [] }) => report))
  const places = [...sections, ...appendices].filter(({ prompt }) => prompt !== null)
  return {
    words,
    annualReportOf,
    annualReport,
    publishingStore,
    explaining: makeExplaining(figures),
    publishingOn: (today: typeof house.today) =>
      makePublishing({
        store: publishingStore,
        worlds: worldsOf(house),
        annualReport,
        figures,
        filesOf: filesToPublish,
        today,
      }),
    entriesOn: (today: typeof house.today) => {
      const { changing, seenWorlds } = accessServices(house)
      return makeEntries({ ...changing, seenWorlds, today, figures, newRef: randomUUID })
    },
    /** In how many of the places for them the service's own words of a year stand. */
    wordsWritten: async (authority: string, year: number) => {
      const written = await words.read(authority, year, null)
      return { written: places.filter(({ id }) => written.has(id)).length, of: places.length }
    },
    /** Imports of returns, and changes of registers, recorded after a moment: the latest first. */
    recordedSince: async (authority: string, moment: Instant) => {
      const isLater = ({ recordedAt }: { recordedAt: Instant }) => recordedAt.epochNanoseconds > moment.epochNanoseconds
      const imports = await returns.imports(authority)
      const changes = await registerStoreOf(house).changes(authority)
      return [
        ...imports.filter(isLater).map(({ recordedAt, sourceName, year }) => ({
          at: recordedAt,
          what: `a return of ${year}-${String((year + 1) % 100).padStart(2, '0')} was stored, from ${sourceName}`,
        })),
        ...changes.filter(isLater).map(({ recordedAt, sourceName }) => ({
          at: recordedAt,
          what: `registers were changed: ${sourceName}`,
        })),
      ].sort((a, b) => (a.at.epochNanoseconds < b.at.epochNanoseconds ? 1 : -1))
    },
  }
})
