import { randomUUID } from 'node:crypto'
import { accessServices } from '../access/services.ts'
import { worldsOf } from '../children/services.ts'
import { service } from '../house/house.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeLearning } from './app/learning.ts'
import { makeProducts } from './app/products.ts'

/** What is written down of audits and observations, and written for others to learn from, on a day. */
export const learningServices = service((house) => {
  const { changing, seenWorlds, documentStore, documentsOn } = accessServices(house)
  return {
    learningOn: (today: () => PlainDate) => makeLearning({ ...changing, seenWorlds, today, newRef: randomUUID }),
    productsOn: (today: () => PlainDate) =>
      makeProducts({
        ...changing,
        documents: documentsOn(today),
        documentStore,
        today,
        newRef: randomUUID,
        everyone: (authority) => worldsOf(house).onDay(authority, today(), null),
      }),
  }
})
