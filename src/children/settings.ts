import * as z from 'zod'
import { type ReportingYear, previousYear, reportingYearOf } from '../calendar/reportingYear.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { line, wholeNumber } from '../settings/field.ts'
import { type SettingsPage, setting } from '../settings/setting.ts'

/** Words of the place. */
export const wordsPage: SettingsPage = {
  name: 'words',
  title: 'Words',
  summary: 'What children looked after and roles are called here, and how the service signs what it sends.',
  order: 10,
}

/** Time limits of the place. */
export const timeLimitsPage: SettingsPage = {
  name: 'time-limits',
  title: 'Time limits',
  summary:
    'Local time limits beside the law’s, how long before its due date a review is best booked, and when invitations go out.',
  order: 20,
  isOfRules: true,
}

/** How figures are counted. */
export const figuresPage: SettingsPage = {
  name: 'figures',
  title: 'Figures',
  summary: 'How figures are counted here, and how many young people live in the area.',
  order: 50,
}

/** What children looked after are called here, in the plural and the singular. */
export const wordsSetting = setting({
  key: 'words',
  schema: z
    .strictObject({ children: z.string().min(1), child: z.string().min(1) })
    .default({ children: 'children looked after', child: 'child looked after' }),
  page: wordsPage,
  order: 10,
  heading: 'Children looked after',
  fields: [
    line('What they are called, several of them', {
      at: ['children'],
      hint: 'Like: children in care. It stands in headings and in the report.',
    }),
    line('What they are called, one of them', { at: ['child'], hint: 'Like: child in care.' }),
  ],
})

/** Working days in which an IRO must be named. CLK-IRO-1. */
export const iroAppointmentSetting = setting({
  key: 'iroAppointmentWorkingDays',
  schema: z.int().min(1).max(20).default(5),
  page: timeLimitsPage,
  order: 10,
  heading: 'Naming the IRO',
  fields: [wholeNumber('Time to name an IRO', 'working days', { hint: 'Counted from becoming looked after.' })],
})

/** In which bands ages are shown. */
export const ageBandsSetting = setting({
  key: 'ageBands',
  schema: z.enum(['national', 'five_to_ten']).default('national'),
  page: figuresPage,
  order: 20,
  heading: 'Age bands',
  fields: [
    {
      kind: 'choice',
      label: 'Bands in which ages are shown',
      choices: { national: 'As in national statistics: 5 to 9', five_to_ten: 'With 5 to 10' },
    },
  ],
})

/** The highest total difficulties score that counts as healthy. CLK-CPI-5. */
export const sdqSetting = setting({
  key: 'sdqHealthyMaximum',
  schema: z.int().min(0).max(40).default(13),
  page: figuresPage,
  order: 40,
  heading: 'Strengths and difficulties',
  fields: [{ kind: 'number', isWhole: true, label: 'Highest score that counts as healthy' }],
})

const POPULATION = 'population'
const populations = z
  .record(z.string().regex(/^\d{4}-\d{2}$/), z.strictObject({ value: z.int().positive(), source: z.string().min(1) }))
  .default({})

/** Residents aged 0 to 17 by reporting year (`2022-23`), with the estimate they come from. */
export const populationSetting = setting({
  key: POPULATION,
  schema: populations,
  page: figuresPage,
  order: 60,
  heading: 'Residents aged 0 to 17',
  fields: ({ today, set }) => {
    const known = set.flatMap((settings) => Object.keys(populations.parse(settings[POPULATION])))
    const part = {
      isOptional: true,
      isAbsentWhenBlank: true,
      insteadOfDefault: '',
      missing: 'a population needs its number and where it comes from',
    } as const
    return yearsOffered(today, known).flatMap((year) => [
      { ...part, at: [year, 'value'], kind: 'number', isWhole: true, label: `${year}: how many` } as const,
      {
        ...part,
        at: [year, 'source'],
        kind: 'text',
        label: `${year}: which estimate`,
        hint: 'Like: ONS mid-2022 estimate.',
      } as const,
    ])
  },
})

/** How many years back a population may be entered for the first time. */
const YEARS_OFFERED = 6

/** The latest reporting years, and those that have a population already; latest first. */
function yearsOffered(today: PlainDate, known: readonly string[]): string[] {
  const years: ReportingYear[] = [reportingYearOf(today)]
  for (let one = previousYear(reportingYearOf(today)); years.length < YEARS_OFFERED; one = previousYear(one)) {
    years.push(one)
  }
  return [...new Set([...years.map(({ name }) => name), ...known])].sort().reverse()
}

/** The settings of this room. */
export const childrenSettings = [wordsSetting, iroAppointmentSetting, ageBandsSetting, sdqSetting, populationSetting]
