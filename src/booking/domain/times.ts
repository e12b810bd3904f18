/** Times of a day as the registers keep them: `09:30`. */

/** Minutes since midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

const MINUTES_A_DAY = 24 * 60

/** The time so many minutes after another; null where that is no longer the same day. */
export function timeAfter(time: string, minutes: number): string | null {
  const sum = minutesOf(time) + minutes
  if (sum >= MINUTES_A_DAY) return null
  return `${String(Math.floor(sum / 60)).padStart(2, '0')}:${String(sum % 60).padStart(2, '0')}`
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
