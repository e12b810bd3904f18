import { birthday } from '../../calendar/age.ts'
import type { World } from '../../children/domain/world.ts'
import { addMonths, isAfter, isBefore, isOnOrBefore } from '../../kernel/dates.ts'

/** How many months back are counted. */
const MONTHS = 12

/** How many children came and went in a month, on average over the last twelve. */
export interface Flow {
  arrivals: number
  /** Those who left before their 18th birthday: the others are known. */
  departures: number
}

/** The children who became looked after, and who ceased to be before they were 18, in the last twelve months. */
export function flowOf(world: World): Flow {
  const since = addMonths(world.asAt, -MONTHS)
  let [arrivals, departures] = [0, 0]
  for (const { periods, record } of world.histories) {
    const eighteen = record.bornOn && birthday(record.bornOn, 18)
    for (const { startedOn, endedOn } of periods) {
      if (isAfter(startedOn, since) && isOnOrBefore(startedOn, world.asAt)) arrivals++
      const isEarly = endedOn && (eighteen === null || isBefore(endedOn, eighteen))
      if (isEarly && isAfter(endedOn, since) && isOnOrBefore(endedOn, world.asAt)) departures++
    }
  }
  return { arrivals: arrivals / MONTHS, departures: departures / MONTHS }
}
