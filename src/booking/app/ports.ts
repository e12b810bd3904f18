import type { AskingFrom, Seeing } from '../../access/app/asking.ts'
import type { Changing } from '../../access/app/changeRecords.ts'
import type { World } from '../../children/domain/world.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { Rows } from '../../registers/app/changeByHand.ts'
import type { Register } from '../../registers/register.ts'
import type { TakenTime } from '../domain/diary.ts'

/** A review whose date has changed. */
export interface ToldOf extends AskingFrom {
  reviewRef: string
  child: string
  /** The child's world, with what the registers say in the unit after the change. */
  world: World
}

/** Those who were invited to a review must hear of it when its date changes: with the change, or neither happens. */
export interface Told {
  /** It takes place at another time, with another officer or in another place. */
  moved: (unit: Unit, review: ToldOf) => Promise<void>
  /** It does not take place then. */
  cancelled: (unit: Unit, review: ToldOf) => Promise<void>
}

/** Times of officers that another room keeps: of reviews of households. */
export interface OtherTimes {
  registers: readonly Register[]
  /** `usualMinutes`: how long a meeting takes whose end is not known. */
  takenIn: (rows: Rows, usualMinutes: number) => readonly TakenTime[]
}

/** What booking works with. */
export interface BookingDeps extends Changing, Seeing {
  told: Told
  /** Left out where no other room keeps any. */
  otherTimes?: OtherTimes
}
