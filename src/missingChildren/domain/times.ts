import { type PlainDate, date } from '../../kernel/dates.ts'
import { momentAt } from '../../kernel/localTimes.ts'

/** A local time of a register, as `2022-05-11T06:00`: its day and its time. */
export function dayAndTime(local: string): { on: PlainDate; at: string } {
  const [day = '', at = '00:00'] = local.split('T')
  return { on: date(day), at }
}

const HOURS = 72

/** Whether one local time is within 72 hours of another: those that passed, also where the clocks were changed. CLK-MIS-3. */
export function isWithin72Hours(returnedAt: string, heldAt: string): boolean {
  const [from, to] = [dayAndTime(returnedAt), dayAndTime(heldAt)]
  return momentAt(to.on, to.at).epochMilliseconds <= lastMoment(from).epochMilliseconds
}

/** The last moment of the 72 hours after a local time. */
export const lastMoment = ({ on, at }: { on: PlainDate; at: string }) => momentAt(on, at).add({ hours: HOURS })
