import type { BankHolidays } from '../calendar/bankHolidays.ts'
import { holidaysSkipped } from '../calendar/workingDays.ts'
import { type PlainDate, addDays, isSameDay, longDate, longDateWithWeekday } from '../kernel/dates.ts'
import { spokenTime } from '../kernel/localTimes.ts'
import { counted, listed } from '../kernel/words.ts'
import type { Deadline, Limit } from './clock.ts'

/**
 * Why a deadline is what it is, in whole sentences: what started it and when, what is counted, the holidays skipped,
 * the window, the rule and its source, what stricter or assumed rule plays in.
 */
export function explain(deadline: Deadline, holidays: BankHolidays): string {
  const { clock, startedBy, due } = deadline
  const sentences = [
    `${clock.title}: due by ${longDateWithWeekday(due)}${atWords(deadline.dueAt)}, ${clock.rule}.`,
    `Counted from ${startedBy.what} on ${longDateWithWeekday(startedBy.on)}${atWords(startedBy.at)}: ${howCounted(startedBy.on, due, clock.limit, holidays)}.`,
  ]
  if (deadline.notBefore && deadline.inTimeUntil) {
    sentences.push(
      `It counts from ${longDateWithWeekday(deadline.notBefore)} to ${longDateWithWeekday(deadline.inTimeUntil)}.`,
    )
  } else if (deadline.notBefore) {
    sentences.push(`It counts from ${longDateWithWeekday(deadline.notBefore)} on, not before.`)
  }
  if (clock.limit.unit !== 'hours' && deadline.latestPractical && !isSameDay(deadline.latestPractical, due)) {
    sentences.push(
      `${due.dayOfWeek > 5 ? 'The due date is not a weekday' : 'The due date is a bank holiday'} and the limit does not move: the last working day is ${longDateWithWeekday(deadline.latestPractical)}.`,
    )
  }
  sentences.push(...deadline.notes)
  if (!deadline.isSatisfactionRecorded) {
    sentences.push('What has been imported does not say whether this was done, so it is shown until its due date only.')
  }
  sentences.push(
    `Source: ${clock.source}.`,
    ...(clock.confidence === 'local practice' ? ['This is the authority’s own rule, not the law.'] : []),
  )
  return [...new Set(sentences)].join(' ')
}

const atWords = (time: string | undefined): string => (time === undefined ? '' : ` at ${spokenTime(time)}`)

/** `20 working days, the first of them Monday 4 April 2022; skipped: 15 April 2022 (Good Friday)`. */
function howCounted(from: PlainDate, due: PlainDate, limit: Limit, holidays: BankHolidays): string {
  if (limit.isBefore) return howCountedBack(from, due, limit, holidays)
  switch (limit.unit) {
    case 'calendar_days':
      return `${counted(limit.amount, 'calendar day')}, the day itself not counted`
    case 'months':
      return due.day === from.day
        ? `${counted(limit.amount, 'month')}, to the same day of the month`
        : `${counted(limit.amount, 'month')}, to the last day of a shorter month`
    case 'hours':
      return `${counted(limit.amount, 'hour')}, those of weekends and bank holidays too`
    case 'working_days': {
      const days = `${counted(limit.amount, 'working day')}, the day itself not counted, weekends skipped`
      return `${days}, ${whatIsSkipped(from, due, holidays)}`
    }
  }
}

/** `3 working days back, the day itself not counted, weekends skipped, with no bank holiday in the way`. */
function howCountedBack(event: PlainDate, due: PlainDate, { amount, unit }: Limit, holidays: BankHolidays): string {
  switch (unit) {
    case 'calendar_days':
      return amount === 0 ? 'by the day itself' : `${counted(amount, 'calendar day')} back, the day itself not counted`
    case 'months':
      return `${counted(amount, 'month')} back`
    case 'hours':
      return `${counted(amount, 'hour')} back`
    case 'working_days': {
      const days = `${counted(amount, 'working day')} back, the day itself not counted, weekends skipped`
      return `${days}, ${whatIsSkipped(due, addDays(event, -1), holidays)}`
    }
  }
}

function whatIsSkipped(from: PlainDate, to: PlainDate, holidays: BankHolidays): string {
  const skipped = holidaysSkipped(from, to, holidays)
  if (skipped.length === 0) return 'with no bank holiday in the way'
  const names = skipped.map((holiday) => `${longDate(holiday.on)} (${holiday.name})`)
  return `with ${counted(skipped.length, 'bank holiday')} skipped: ${listed(names)}`
}
