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
