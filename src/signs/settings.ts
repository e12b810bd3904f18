import * as z from 'zod'
import { wholeNumber } from '../settings/field.ts'
import { type SettingsPage, setting } from '../settings/setting.ts'

/** What is told as a sign. */
export const signsPage: SettingsPage = {
  name: 'signs',
  title: 'Signs',
  summary: 'From when on something is shown to an officer as a sign that a child needs a look.',
  order: 28,
}

const count = (most: number) => z.int().min(1).max(most)

/** The limits of signs, those of the contract unless an authority has its own. */
export const signLimitsSetting = setting({
  key: 'signLimits',
  schema: z
    .strictObject({
      planChangeDays: count(120),
      returnedHomeDays: count(365),
      oversightDays: count(90),
      decisionDays: count(365),
      repeatedReviews: z.int().min(2).max(12),
      accommodationMonths: count(60),
      noViewsReviews: count(12),
    })
    .default({
      planChangeDays: 28,
      returnedHomeDays: 28,
      oversightDays: 21,
      decisionDays: 28,
      repeatedReviews: 3,
      accommodationMonths: 12,
      noViewsReviews: 2,
    }),
  page: signsPage,
  order: 10,
  heading: 'Limits',
  fields: [
    wholeNumber('A change of plan: a review considered it if held in the', 'days', {
      at: ['planChangeDays'],
      hint: 'Before the change.',
    }),
    wholeNumber('A return home is shown for', 'days', { at: ['returnedHomeDays'] }),
    wholeNumber('No entry in the quarter: shown from', 'days', {
      at: ['oversightDays'],
      hint: 'Before the quarter ends. Only where an entry in every quarter is a rule here.',
    }),
    wholeNumber('A decision is overdue after', 'days', { at: ['decisionDays'], hint: 'Counted from its date.' }),
    wholeNumber('A decision is repeated after', 'reviews', { at: ['repeatedReviews'] }),
    wholeNumber('Accommodation under section 20 is long after', 'months', { at: ['accommodationMonths'] }),
    wholeNumber('No views: shown after', 'reviews', { at: ['noViewsReviews'], hint: 'One after the other.' }),
  ],
})

/** The limits of an authority. */
export type SignLimits = ReturnType<typeof signLimitsSetting.of>
