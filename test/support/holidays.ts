import { readFileSync } from 'node:fs'
import { type BankHolidays, bankHolidaysFromFile } from '../../src/calendar/bankHolidays.ts'

const file = new URL('../../src/calendar/bank-holidays-england.json', import.meta.url)
const listed = JSON.parse(readFileSync(file, 'utf8')) as { days: { date: string; name: string }[] }

/** The bank holidays that Footprint ships. */
export const holidays: BankHolidays = bankHolidaysFromFile(listed)

/** The same as they were before one of them was proclaimed. */
export const holidaysBefore = (proclaimed: string): BankHolidays =>
  bankHolidaysFromFile({ days: listed.days.filter(({ date }) => date !== proclaimed) })
