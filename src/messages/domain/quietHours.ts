import type { ContactRole, MessageChannel } from '../../participation/registers/contacts.ts'
import { type Instant, addDays } from '../../kernel/dates.ts'
import { localOf, momentAt } from '../../kernel/localTimes.ts'

/** From when to when nothing that makes a telephone ring goes to a child, in local time; from itself on, up to `to`. */
export interface QuietHours {
  from: string
  to: string
}

/** Whether a moment is in the quiet hours. The same time twice means none. */
export function isQuiet({ from, to }: QuietHours, moment: Instant): boolean {
  const { time } = localOf(moment)
  return from <= to ? from <= time && time < to : time >= from || time < to
}

/**
 * The first moment from this one on that is not in the quiet hours. By the clocks on the wall: where an hour comes twice
 * it is quiet twice, and where the end falls into an hour that is left out, they end with the jump.
 */
export function firstOutside(quiet: QuietHours, moment: Instant): Instant {
  let found = moment
  while (isQuiet(quiet, found)) found = loudHourBefore(quiet, found, endAfter(quiet, found))
  return found
}

/** Where the clocks go back over the beginning of the quiet hours, at a full hour, it is not quiet again for a while. */
function loudHourBefore(quiet: QuietHours, moment: Instant, end: Instant): Instant {
  let hour = moment.round({ smallestUnit: 'hour', roundingMode: 'ceil' })
  while (hour.epochMilliseconds < end.epochMilliseconds && isQuiet(quiet, hour)) hour = hour.add({ hours: 1 })
  return hour.epochMilliseconds < end.epochMilliseconds ? hour : end
}

function endAfter({ to }: QuietHours, moment: Instant): Instant {
  const { day, time } = localOf(moment)
  const end = momentAt(time < to ? day : addDays(day, 1), to)
  const minutesPast = Number(to.slice(3))
  // `momentAt` gives an hour that is left out as the one after.
  if (localOf(end).time !== to) return end.subtract({ minutes: minutesPast })
  // The first of the two hours that bear this time may be over.
  return end.epochMilliseconds > moment.epochMilliseconds ? end : end.add({ hours: 1 })
}

/** Whether quiet hours hold for a message: to a child, by what comes at once. */
export const hasQuietHours = ({ role, channel }: { role: ContactRole; channel: MessageChannel }): boolean =>
  role === 'CHILD' && channel !== 'LETTER'

/** When a message may go: not before it is to, and to a child not in quiet hours. */
export function mayGoAt(
  message: { role: ContactRole; channel: MessageChannel; sendFrom: Instant | null },
  quiet: QuietHours,
  now: Instant,
): Instant {
  const { sendFrom } = message
  const from = sendFrom !== null && sendFrom.epochMilliseconds > now.epochMilliseconds ? sendFrom : now
  return hasQuietHours(message) ? firstOutside(quiet, from) : from
}
