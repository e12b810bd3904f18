import * as z from 'zod'
import { ageBandsSetting, figuresPage, timeLimitsPage } from '../children/settings.ts'
import { wholeNumber } from '../settings/field.ts'
import { type Preset, setting } from '../settings/setting.ts'

/** Whether a new or an emergency placement brings the next review forward. CLK-REV-6. */
export const reviewAfterMoveSetting = setting({
  key: 'reviewAfterMove',
  schema: z
    .strictObject({
      moves: z.enum(['none', 'every_new_placement', 'emergency']),
      workingDays: z.int().min(1).max(60),
      /** Whether the whole cycle starts again at the move (Blackpool), or only the next review is earlier. */
      restartsCycle: z.boolean(),
      /** Whose rule it is, for the explanation. */
      source: z.string(),
      /** Whether `reviews.on_time` judges by the local date too. */
      countsForTimeliness: z.boolean(),
    })
    .default({ moves: 'none', workingDays: 20, restartsCycle: false, source: '', countsForTimeliness: false }),
  page: timeLimitsPage,
  order: 30,
  heading: 'Reviews after a move',
  fields: [
    {
      at: ['moves'],
      kind: 'choice',
      label: 'Moves that bring the next review forward',
      choices: {
        none: 'None: the law’s cycle alone',
        emergency: 'Emergency moves',
        every_new_placement: 'Every new placement',
      },
    },
    wholeNumber('Time from the move to the review', 'working days', { at: ['workingDays'] }),
    { at: ['restartsCycle'], kind: 'yes_no', label: 'Does the whole cycle of reviews start again at the move?' },
    {
      at: ['countsForTimeliness'],
      kind: 'yes_no',
      label: 'Is a review that misses this date counted as late in the figures?',
    },
    {
      at: ['source'],
      kind: 'text',
      isOptional: true,
      label: 'Whose rule it is',
      hint: 'Deadlines name it as their source.',
    },
  ],
})

/** Whether the ordinary cycle ends when the child is placed for adoption, or already when that is authorised. CLK-REV-15. */
export const ordinaryCycleSetting = setting({
  key: 'ordinaryCycleEndsAt',
  schema: z.enum(['placed', 'authorised']).default('placed'),
  page: timeLimitsPage,
  order: 40,
  heading: 'Reviews and adoption',
  fields: [
    {
      kind: 'choice',
      label: 'When the ordinary cycle gives way to adoption reviews',
      choices: {
        placed: 'When the child is placed for adoption',
        authorised: 'When placing for adoption is authorised',
      },
    },
  ],
})

/** How reviews are booked. */
export const bookingSetting = setting({
  key: 'booking',
  schema: z
    .strictObject({
      /** Working days before the last practical day on which a review is best booked, so that it can still be moved. */
      slackWorkingDays: z.int().min(0).max(40),
      /** How long a meeting takes unless said otherwise, in minutes. */
      meetingMinutes: z.int().min(15).max(480),
      /** Working days in which a review that was adjourned must be completed. CLK-REV-8. */
      adjournmentWorkingDays: z.int().min(1).max(40),
    })
    .default({ slackWorkingDays: 5, meetingMinutes: 60, adjournmentWorkingDays: 20 }),
  page: timeLimitsPage,
  order: 50,
  heading: 'Booking',
  fields: [
    wholeNumber('Time to leave before a review is due', 'working days', {
      at: ['slackWorkingDays'],
      hint: 'How long before its last practical day a review is best booked, so that it can still be moved.',
    }),
    wholeNumber('Length of a meeting', 'minutes', { at: ['meetingMinutes'] }),
    wholeNumber('Time to complete a review that was adjourned', 'working days', { at: ['adjournmentWorkingDays'] }),
  ],
})

/** `not_pn7`: all but PN7 took part; `views_given`: not PN4 either. */
export const participationCountsSetting = setting({
  key: 'participationCounts',
  schema: z.enum(['not_pn7', 'views_given']).default('not_pn7'),
  page: figuresPage,
  order: 10,
  heading: 'Participation',
  fields: [
    {
      kind: 'choice',
      label: 'Who has taken part in a review',
      choices: {
        not_pn7: 'Every child but those who neither came nor sent views (PN7)',
        views_given: 'Only children who gave views: not PN4 either',
      },
    },
  ],
})

/** How long a child must have been looked after to count in `children.reviews_on_time`, in calendar days. */
export const minimumDaysSetting = setting({
  key: 'minimumDaysForChildMeasures',
  schema: z.int().min(0).max(60).default(28),
  page: figuresPage,
  order: 30,
  heading: 'Children counted for timeliness',
  fields: [wholeNumber('How long a child must have been looked after to be counted', 'days')],
})

/** Whether adoption reviews are left out of the measures of mothers' and fathers' attendance. */
export const parentsMeasuresSetting = setting({
  key: 'parentsMeasuresExcludeAdoption',
  schema: z.boolean().default(true),
  page: figuresPage,
  order: 50,
  heading: 'Parents at reviews',
  fields: [
    {
      kind: 'yes_no',
      label: 'Are adoption reviews left out where mothers’ and fathers’ attendance is counted?',
    },
  ],
})

/** The settings of this room. */
export const reviewsSettings = [
  reviewAfterMoveSetting,
  ordinaryCycleSetting,
  bookingSetting,
  participationCountsSetting,
  minimumDaysSetting,
  parentsMeasuresSetting,
]

/** Named sets of local rules on reviews. */
export const reviewsPresets: readonly Preset[] = [
  {
    name: 'blackpool',
    label: 'Blackpool 2013-14: every new placement restarts the cycle of reviews, first within 20 working days',
    settings: {
      ...reviewAfterMoveSetting.as({
        moves: 'every_new_placement',
        workingDays: 20,
        restartsCycle: true,
        source: 'Blackpool IRO annual report 2013-14, 6.7',
        countsForTimeliness: false,
      }),
      ...ageBandsSetting.as('five_to_ten'),
    },
  },
  {
    name: 'leicester',
    label: 'Leicester 2020-21: a review within 20 working days of an emergency move',
    settings: reviewAfterMoveSetting.as({
      moves: 'emergency',
      workingDays: 20,
      restartsCycle: false,
      source: 'Leicester IRO annual report 2020-21, appendix 1',
      countsForTimeliness: false,
    }),
  },
]
