import type { SeenWorlds } from '../../access/app/seenWorlds.ts'
import type { Actor } from '../../access/domain/actor.ts'
import type { RegisterStore } from '../../registers/app/ports.ts'
import type { PlainDate } from '../../kernel/dates.ts'

/** Who asks for a change, and where. */
export interface Asked {
  by: Actor
  authority: { code: string; name: string }
  /** The site's address, which what is sent to people leads to: `https://footprint.example`. */
  origin: string
}

/** A review whose date has changed. */
export interface ToldOf extends Asked {
  reviewRef: string
}

/** Those who were invited to a review must hear of it when its date changes. Called once the change is stored. */
export interface Told {
  /** It takes place at another time, with another officer or in another place. */
  moved: (review: ToldOf) => Promise<void>
  /** It does not take place then. */
  cancelled: (review: ToldOf) => Promise<void>
}

/** Nobody is told: where nobody is invited from here. */
export const nobodyIsTold: Told = {
  moved: () => Promise.resolve(),
  cancelled: () => Promise.resolve(),
}

/** What booking works with. */
export interface BookingDeps {
  store: Pick<RegisterStore, 'change'>
  /** The worlds as whoever books may see them: what they may not see is not there to be booked. */
  seenWorlds: SeenWorlds
  today: () => PlainDate
  told: Told
}
