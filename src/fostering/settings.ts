import * as z from 'zod'
import { figuresPage, timeLimitsPage } from '../children/settings.ts'
import { wholeNumber } from '../settings/field.ts'
import { type Preset, setting } from '../settings/setting.ts'

/** Local rules on fostering reviews, none of which the law has: off unless chosen. CLK-FOS-3, -4. */
export const fosteringSetting = setting({
  key: 'fostering',
  schema: z
    .strictObject({
      /** Months from the first placement to an initial review; 0 for none. */
      initialReviewMonths: z.int().min(0).max(24),
      /** Working days from the end of an investigation to the review after it; 0 for no limit. */
      afterInvestigationWorkingDays: z.int().min(0).max(60),
    })
    .default({ initialReviewMonths: 0, afterInvestigationWorkingDays: 0 }),
  page: timeLimitsPage,
  order: 70,
  heading: 'Fostering reviews',
  fields: [
    wholeNumber('Time from a household’s first placement to an initial review', 'months', {
      at: ['initialReviewMonths'],
      hint: 'Beside the first review of the approval within a year. 0 for no such review.',
    }),
    wholeNumber('Time from the end of an investigation to the review after it', 'working days', {
      at: ['afterInvestigationWorkingDays'],
      hint: 'The law asks for a review and gives no number. 0 for no limit.',
    }),
  ],
})

/** Local rules on private fostering: off unless chosen. CLK-OVR-7, CLK-PF-3. */
export const privateFosteringSetting = setting({
  key: 'privateFostering',
  schema: z
    .strictObject({
      /** Months between reports to senior leaders on an arrangement; 0 for none. */
      reportMonths: z.int().min(0).max(12),
      /** Where the intervals between visits begin. */
      visitsCountFrom: z.enum(['first_visit', 'aware']),
    })
    .default({ reportMonths: 0, visitsCountFrom: 'first_visit' }),
  page: timeLimitsPage,
  order: 75,
  heading: 'Private fostering',
  fields: [
    wholeNumber('Time between reports to senior leaders on an arrangement', 'months', {
      at: ['reportMonths'],
      hint: '0 for no such reports.',
    }),
    {
      at: ['visitsCountFrom'],
      kind: 'choice',
      label: 'What the first interval between visits is counted from',
      choices: { first_visit: 'The first visit', aware: 'The day the authority became aware' },
    },
  ],
})

/** Whether `foster.carers` counts households, which are what is approved and reviewed, or the adults in them. */
export const carersCountedSetting = setting({
  key: 'fosterCarersCounted',
  schema: z.enum(['households', 'persons']).default('households'),
  page: figuresPage,
  order: 60,
  heading: 'Foster carers',
  fields: [
    {
      kind: 'choice',
      label: 'What is counted as a foster carer',
      choices: { households: 'Each approved household', persons: 'Each carer in an approved household' },
    },
  ],
})

/** The settings of this room. */
export const fosteringSettings = [fosteringSetting, privateFosteringSetting, carersCountedSetting]

/** Named sets of local rules on fostering. */
export const fosteringPresets: readonly Preset[] = [
  {
    name: 'blackpool',
    label: 'Blackpool 2013-14: an initial fostering review 6 months after the first placement',
    settings: fosteringSetting.as({ initialReviewMonths: 6, afterInvestigationWorkingDays: 0 }),
  },
  {
    name: 'cheshireEast',
    label: 'Cheshire East 2023-24: a quarterly report to senior leaders on each private arrangement',
    settings: privateFosteringSetting.as({ reportMonths: 3, visitsCountFrom: 'first_visit' }),
  },
]
