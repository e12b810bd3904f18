import { accessServices } from '../access/services.ts'
import { service } from '../house/house.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeAddPerson } from './app/addPerson.ts'

/** What is written down of those whom the service watches over, on a day. */
export const watchedServices = service((house) => {
  const { changing, seenWorlds } = accessServices(house)
  return { addPersonOn: (today: () => PlainDate) => makeAddPerson({ ...changing, seenWorlds, today }) }
})
