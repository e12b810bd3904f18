import type { Routes } from '../../platform/web/authorities.ts'
import { bookRoutes } from './book.routes.ts'
import { correctRoutes } from './correct.routes.ts'
import type { BookingPagesDeps } from './deps.ts'
import { listRoutes } from './lists.routes.ts'
import { reviewRoutes } from './review.routes.ts'
import { severalRoutes } from './several.routes.ts'

/** Reviews: to book, booked, in a calendar, moved and late; and each review with what can be done with it. */
export const bookingRoutes = (deps: BookingPagesDeps): Routes => {
  const parts = [listRoutes(deps), severalRoutes(deps), bookRoutes(deps), reviewRoutes(deps), correctRoutes(deps)]
  return async (app) => {
    for (const add of parts) await add(app)
  }
}
