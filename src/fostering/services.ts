import { accessServices } from '../access/services.ts'
import { service } from '../house/house.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeHouseholds } from './app/households.ts'
import { makeBookFosterReview, makeRecordFosterReview } from './app/fosterReviews.ts'

/** What is done with reviews of households, on a day. */
export const fosteringServices = service((house) => {
  const { changing, seenWorlds } = accessServices(house)
  return {
    fosteringOn: (today: () => PlainDate) => ({
      bookReview: makeBookFosterReview({ ...changing, seenWorlds, today }),
      households: makeHouseholds({ ...changing, seenWorlds, today }),
      recordReview: makeRecordFosterReview({ ...changing, seenWorlds, today }),
    }),
  }
})
