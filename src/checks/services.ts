import { accessServices } from '../access/services.ts'
import { service } from '../house/house.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeWithdrawCheck, makeWriteCheck } from './app/checks.ts'

/** What is written down of a child's checks, on a day. */
export const checksServices = service((house) => {
  const { changing, seenWorlds } = accessServices(house)
  return {
    checksOn: (today: () => PlainDate) => ({
      writeCheck: makeWriteCheck({ ...changing, seenWorlds, today }),
      withdrawCheck: makeWithdrawCheck({ ...changing, seenWorlds, today }),
    }),
  }
})
