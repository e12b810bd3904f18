import { readFileSync } from 'node:fs'
import { type BankHolidays, bankHolidaysFromFile } from '../../src/calendar/bankHolidays.ts'

const file = new URL('../../src/calendar/bank-holidays-england.json', import.meta.url)

/** The bank holidays that Footprint ships. */
export const holidays: BankHolidays = bankHolidaysFromFile(
  JSON.parse(readFileSync(file, 'utf8')) as { days: { date: string; name: string }[] },
)
