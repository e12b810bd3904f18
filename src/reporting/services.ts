import type { Worlds } from '../children/app/worlds.ts'
import { roomsPort, worldsOf } from '../children/services.ts'
import { service } from '../house/house.ts'
import { figuresIn, findingsIn } from '../overview/services.ts'
import { returnsServices } from '../returns/services.ts'
import { makeAnnualReport } from './app/annualReport.ts'
import { makeWordsStore } from './db/wordsStore.ts'

/** Annual reports. */
export const reportingServices = service((house) => {
  const words = makeWordsStore(house.database)
  const { returns } = returnsServices(house)
  /** Writes reports of what is seen of the records, where someone may not see all. */
  const annualReportOf = (seen: Worlds) =>
    makeAnnualReport({
      worlds: seen,
      returns,
      words,
      today: house.today,
      figures: figuresIn(house),
      findings: findingsIn(house),
      parts: roomsPort.of(house).flatMap(({ report = [] }) => report),
    })
  return { words, annualReportOf, annualReport: annualReportOf(worldsOf(house)) }
})
