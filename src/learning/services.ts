import { randomUUID } from 'node:crypto'
import { accessServices } from '../access/services.ts'
import { service } from '../house/house.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeLearning } from './app/learning.ts'

/** What is written down of audits and observations, on a day. */
export const learningServices = service((house) => {
  const { changing, seenWorlds } = accessServices(house)
  return {
    learningOn: (today: () => PlainDate) => makeLearning({ ...changing, seenWorlds, today, newRef: randomUUID }),
  }
})
