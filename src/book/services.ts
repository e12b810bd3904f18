import { teamOnBy } from '../access/domain/teams.ts'
import { accessServices } from '../access/services.ts'
import type { Worlds } from '../children/app/worlds.ts'
import { worldsOf } from '../children/services.ts'
import { service } from '../house/house.ts'
import { figuresIn } from '../overview/services.ts'
import { makePerformanceBook } from './app/performanceBook.ts'

/** Performance books. */
export const bookServices = service((house) => {
  /** Writes books of what is seen of the records, where someone may not see all. */
  const performanceBookOf = (seen: Pick<Worlds, 'ofYear'>) =>
    makePerformanceBook({
      worlds: seen,
      figures: figuresIn(house),
      teamsOf: async (authority) => teamOnBy(await accessServices(house).people.all(authority)),
      today: house.today,
    })
  return { performanceBookOf, performanceBook: performanceBookOf(worldsOf(house)) }
})
