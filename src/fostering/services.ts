import { accessServices } from '../access/services.ts'
import { newReviewRef } from '../booking/services.ts'
import { service } from '../house/house.ts'
import { invitingServices } from '../inviting/services.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeBookFosterReview, makeGiveReference, makeRecordFosterReview } from './app/fosterReviews.ts'
import { makeHouseholds } from './app/households.ts'
import { makeReviewDocuments } from './app/reviewDocuments.ts'
import { makeWriteHouseholdRow } from './app/writeHouseholdRow.ts'

/** What is done with reviews of households, on a day. */
export const fosteringServices = service((house) => {
  const { changing, seenWorlds, documentsOn } = accessServices(house)
  return {
    fosteringOn: (today: () => PlainDate) => {
      const { inviting } = invitingServices(house).invitingOn(today)
      const deps = { ...changing, seenWorlds, today, newRef: newReviewRef, told: inviting }
      return {
        bookReview: makeBookFosterReview(deps),
        households: makeHouseholds(deps),
        recordReview: makeRecordFosterReview(deps),
        giveReference: makeGiveReference(deps),
        writeHouseholdRow: makeWriteHouseholdRow(deps),
        inviting,
        documents: makeReviewDocuments(documentsOn(today)),
      }
    },
  }
})
