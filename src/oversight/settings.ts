import * as z from 'zod'
import { type FieldOfSetting, wholeNumber } from '../settings/field.ts'
import { type Preset, type SettingsPage, setting } from '../settings/setting.ts'

/** Oversight between reviews. */
export const oversightPage: SettingsPage = {
  name: 'oversight',
  title: 'Oversight',
  summary: 'What an IRO does between reviews by the authority’s own rules. None applies unless you choose it.',
  order: 25,
  isOfRules: true,
}

const days = (most: number) => z.int().min(1).max(most)
const isOn = (label: string): FieldOfSetting => ({ at: ['isOn'], kind: 'yes_no', label })
const source: FieldOfSetting = {
  at: ['source'],
  kind: 'text',
  isOptional: true,
  label: 'Whose rule it is',
  hint: 'Deadlines name it as their source.',
}

/** A check midway between two reviews. CLK-OVR-1. */
export const midpointSetting = setting({
  key: 'midpointCheck',
  schema: z
    .strictObject({ whom: z.enum(['none', 'green', 'every_child']), windowDays: days(60), source: z.string() })
    .default({ whom: 'none', windowDays: 14, source: '' }),
  page: oversightPage,
  order: 10,
  heading: 'Check midway between reviews',
  fields: [
    {
      at: ['whom'],
      kind: 'choice',
      label: 'For whom it is made',
      choices: { none: 'For no child', green: 'For children rated green', every_child: 'For every child' },
    },
    wholeNumber('How far from the middle it may be', 'days', { at: ['windowDays'] }),
    source,
  ],
})

/** The follow-up of a rating. CLK-OVR-2. */
export const ratingSetting = setting({
  key: 'ratingFollowUp',
  schema: z
    .strictObject({
      isOn: z.boolean(),
      redDays: days(90),
      amberFromDays: days(120),
      amberToDays: days(180),
      /** Whether a check before the window of amber counts. */
      isEarlyEnough: z.boolean(),
      source: z.string(),
    })
    .default({ isOn: false, redDays: 28, amberFromDays: 35, amberToDays: 56, isEarlyEnough: false, source: '' }),
  page: oversightPage,
  order: 20,
  heading: 'Red, amber and green',
  fields: [
    isOn('Is a rating after a review followed up?'),
    wholeNumber('Red: checked within', 'days', { at: ['redDays'] }),
    wholeNumber('Amber: checked from', 'days', { at: ['amberFromDays'] }),
    wholeNumber('Amber: checked to', 'days', { at: ['amberToDays'] }),
    { at: ['isEarlyEnough'], kind: 'yes_no', label: 'Does an earlier check of an amber child count?' },
    source,
  ],
  refused: ({ amberFromDays, amberToDays }) =>
    amberFromDays > amberToDays ? { at: ['amberToDays'], text: 'must not be before the window begins' } : null,
})

/** An entry on each child's record in every quarter. CLK-OVR-3. */
export const footprintSetting = setting({
  key: 'quarterlyFootprint',
  schema: z
    .strictObject({ isOn: z.boolean(), doesReviewCount: z.boolean(), minimumDays: days(90), source: z.string() })
    .default({ isOn: false, doesReviewCount: true, minimumDays: 28, source: '' }),
  page: oversightPage,
  order: 30,
  heading: 'An entry in every quarter',
  fields: [
    isOn('Does each child’s record have an entry in every quarter?'),
    { at: ['doesReviewCount'], kind: 'yes_no', label: 'Does a review in the quarter count as an entry?' },
    wholeNumber('Time looked after in the quarter for a child to be counted', 'days', { at: ['minimumDays'] }),
    source,
  ],
})

/** Visits to and contact with children in unregistered placements. CLK-OVR-5. */
export const unregisteredSetting = setting({
  key: 'unregisteredPlacements',
  schema: z
    .strictObject({
      isOn: z.boolean(),
      visitWorkingDays: days(30),
      contactMonths: z.int().min(1).max(12),
      source: z.string(),
    })
    .default({ isOn: false, visitWorkingDays: 5, contactMonths: 1, source: '' }),
  page: oversightPage,
  order: 40,
  heading: 'Placements that are not registered',
  fields: [
    isOn('Does the IRO visit and keep in contact?'),
    wholeNumber('Time to visit the home', 'working days', { at: ['visitWorkingDays'] }),
    wholeNumber('Then contact at least every', 'months', { at: ['contactMonths'] }),
    source,
  ],
})

/** Placements that are watched as those that are not registered are, by their codes. */
export const watchedPlacementsSetting = setting({
  key: 'watchedPlacements',
  schema: z.array(z.string().regex(/^[A-Z]\d{1,2}$/)).default([]),
  page: oversightPage,
  order: 50,
  heading: 'Other placements to be watched',
  fields: [
    {
      kind: 'lines',
      isOptional: true,
      label: 'Codes of placements',
      hint: 'As in the return, one a line: H5. Placements that are not registered (Z1, Z11 to Z14) are watched anyway.',
    },
  ],
})

/** Oversight of children under supervision orders. CLK-OVR-6. */
export const supervisionOrdersSetting = setting({
  key: 'supervisionOrders',
  schema: z
    .strictObject({ isOn: z.boolean(), months: z.int().min(1).max(12), source: z.string() })
    .default({ isOn: false, months: 3, source: '' }),
  page: oversightPage,
  order: 60,
  heading: 'Supervision orders',
  fields: [
    isOn('Does an IRO oversee children under a supervision order?'),
    wholeNumber('At least every', 'months', { at: ['months'] }),
    source,
  ],
})

/** An entry soon after an emergency move. CLK-OVR-8. */
export const emergencyEntrySetting = setting({
  key: 'emergencyMoveEntry',
  schema: z
    .strictObject({ isOn: z.boolean(), workingDays: days(30), source: z.string() })
    .default({ isOn: false, workingDays: 2, source: '' }),
  page: oversightPage,
  order: 70,
  heading: 'Emergency moves',
  fields: [
    isOn('Does the IRO make an entry soon after an emergency move?'),
    wholeNumber('Time to make it', 'working days', { at: ['workingDays'] }),
    source,
  ],
})

/** The child told who the IRO is. CLK-IRO-2. */
export const childToldSetting = setting({
  key: 'childToldOfIro',
  schema: z
    .strictObject({ isOn: z.boolean(), workingDays: days(30), source: z.string() })
    .default({ isOn: false, workingDays: 5, source: '' }),
  page: oversightPage,
  order: 75,
  heading: 'The child told who the IRO is',
  fields: [
    isOn('Is the child told within a time who the IRO is?'),
    wholeNumber('Time to tell the child', 'working days', {
      at: ['workingDays'],
      hint: 'From the day on which the IRO is named, until a note says that the IRO was in contact with the child.',
    }),
    source,
  ],
})

/** Which entries count for the share of children with oversight between reviews. */
export const countedEntriesSetting = setting({
  key: 'oversightThatCounts',
  schema: z.enum(['any', 'midpoint']).default('any'),
  page: oversightPage,
  order: 80,
  heading: 'Oversight in the figures',
  fields: [
    {
      kind: 'choice',
      label: 'Which entries count as oversight between two reviews',
      choices: { any: 'Any entry', midpoint: 'Checks midway between reviews only' },
    },
  ],
})

/** The settings of this room. */
export const oversightSettings = [
  midpointSetting,
  ratingSetting,
  footprintSetting,
  unregisteredSetting,
  watchedPlacementsSetting,
  supervisionOrdersSetting,
  emergencyEntrySetting,
  childToldSetting,
  countedEntriesSetting,
]

const LANCASHIRE = 'Lancashire IRO annual report 2023-24'
const LEICESTER = 'Leicester IRO annual report 2020-21, 5.2'
const WESTMINSTER = 'Westminster IRO annual report 2022-23'
const CHESHIRE_EAST = 'Cheshire East IRO annual report 2023-24'
const everyMidpoint = (report: string) => midpointSetting.as({ whom: 'every_child', windowDays: 14, source: report })

/** Local rules on oversight, by the report that prints them. */
export const oversightPresets: readonly Preset[] = [
  {
    name: 'lancashire',
    label:
      'Lancashire 2023-24: a check midway between reviews; a visit to unregistered placements, then contact every month; oversight of supervision orders every 3 months',
    settings: {
      ...everyMidpoint(LANCASHIRE),
      ...unregisteredSetting.as({ isOn: true, visitWorkingDays: 5, contactMonths: 1, source: LANCASHIRE }),
      ...supervisionOrdersSetting.as({ isOn: true, months: 3, source: LANCASHIRE }),
    },
  },
  {
    name: 'leicester',
    label: 'Leicester 2020-21: red checked in 4 weeks, amber in 5 to 8, green midway; an entry in every quarter',
    settings: {
      ...ratingSetting.as({
        isOn: true,
        redDays: 28,
        amberFromDays: 35,
        amberToDays: 56,
        isEarlyEnough: false,
        source: LEICESTER,
      }),
      ...midpointSetting.as({ whom: 'green', windowDays: 14, source: LEICESTER }),
      ...footprintSetting.as({ isOn: true, doesReviewCount: true, minimumDays: 28, source: LEICESTER }),
    },
  },
  {
    name: 'westminster',
    label: 'Westminster 2022-23: a check midway between reviews',
    settings: everyMidpoint(WESTMINSTER),
  },
  {
    name: 'cheshireEast',
    label: 'Cheshire East 2023-24: a check midway between reviews',
    settings: everyMidpoint(CHESHIRE_EAST),
  },
]
