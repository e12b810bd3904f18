import { Temporal } from 'temporal-polyfill'
import { type Instant, type PlainDate, date } from './dates.ts'

/** Where the authorities are: times that people type and read are local there. */
const HERE = 'Europe/London'

/**
 * The moment of a local time (`14:30`) of a day. In the hour that a clock change leaves out it is the one after; in the
 * hour that comes twice, the first.
 */
export function momentAt(day: PlainDate, time: string): Instant {
  return day.toZonedDateTime({ timeZone: HERE, plainTime: Temporal.PlainTime.from(time) }).toInstant()
}

/** The local day and time (`14:30`) of a moment. */
export function localOf(moment: Instant): { day: PlainDate; time: string } {
  const local = moment.toZonedDateTimeISO(HERE)
  return { day: date(local.toPlainDate().toString()), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

/** A time as people read it: `2:30pm`, `10am`, `midday`, `midnight`. */
export function spokenTime(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  if (minutes === 0 && hours === 12) return 'midday'
  if (minutes === 0 && hours === 0) return 'midnight'
  const past = minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`
  return `${hours % 12 === 0 ? 12 : hours % 12}${past}${hours < 12 ? 'am' : 'pm'}`
}

/** The time that someone typed (`14:30`, `14.30`, `2:30pm`, `2 pm`, `midday`); null where it is none. */
export function readTime(typed: string): string | null {
  const text = typed.trim().toLowerCase().replaceAll(/\s+/g, '')
  if (text === 'midday' || text === 'noon') return '12:00'
  const [, hour, minute = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm)?$/.exec(text) ?? []
  if (hour === undefined || (half === undefined && !/[:.]/.test(text))) return null
  const hours = Number(hour)
  if (Number(minute) > 59) return null
  if (half === undefined) return hours > 23 ? null : `${hour.padStart(2, '0')}:${minute}`
  if (hours < 1 || hours > 12) return null
  return `${String((hours % 12) + (half === 'pm' ? 12 : 0)).padStart(2, '0')}:${minute}`
}
