import * as z from 'zod'
import { type FieldOfSetting } from '../settings/field.ts'
import { type Preset, type SettingsPage, setting } from '../settings/setting.ts'

/** How much work an officer has. */
export const caseloadPage: SettingsPage = {
  name: 'caseload',
  title: 'Caseload',
  summary: 'How many children for a full-time IRO, and how much each kind of work weighs.',
  order: 40,
}

const defaultWeights = {
  lookedAfter: 1,
  adoption: 1,
  shortBreaks: 0.5,
  careLeaver: 0.5,
  supervisionOrder: 0.25,
  privateFostering: 0.25,
}

const weight = (name: keyof typeof defaultWeights, label: string): FieldOfSetting => ({
  at: ['weights', name],
  kind: 'number',
  isWhole: false,
  label,
})

/** How many children for an officer, and how much each kind of work weighs. */
export const caseloadSetting = setting({
  key: 'caseload',
  schema: z
    .strictObject({
      /** Children per full-time officer that guidance takes for right. CLK-IRO-7. */
      guide: z.strictObject({ from: z.number().positive(), to: z.number().positive() }),
      /** How much each kind of work weighs beside a child looked after, who weighs 1. */
      weights: z.strictObject({
        lookedAfter: z.number().min(0).max(10),
        /** Authorised or placed for adoption. */
        adoption: z.number().min(0).max(10),
        shortBreaks: z.number().min(0).max(10),
        careLeaver: z.number().min(0).max(10),
        supervisionOrder: z.number().min(0).max(10),
        privateFostering: z.number().min(0).max(10),
      }),
    })
    .default({ guide: { from: 50, to: 70 }, weights: defaultWeights }),
  page: caseloadPage,
  order: 10,
  heading: 'Guide and weights',
  fields: [
    {
      at: ['guide', 'from'],
      kind: 'number',
      isWhole: false,
      label: 'Children for a full-time IRO: from',
      hint: 'The IRO Handbook says 50 to 70.',
    },
    { at: ['guide', 'to'], kind: 'number', isWhole: false, label: 'Children for a full-time IRO: to' },
    weight('lookedAfter', 'Weight of a child looked after'),
    weight('adoption', 'Weight of a child authorised or placed for adoption'),
    weight('shortBreaks', 'Weight of a child in short breaks'),
    weight('careLeaver', 'Weight of a care leaver'),
    weight('supervisionOrder', 'Weight of a child under a supervision order'),
    weight('privateFostering', 'Weight of a child privately fostered'),
  ],
  refused: ({ guide }) =>
    guide.from > guide.to ? { at: ['guide', 'to'], text: 'must not be below the number it starts from' } : null,
})
/** The guide and the weights of an authority. */
export type CaseloadRules = ReturnType<typeof caseloadSetting.of>

/** The settings of this room. */
export const caseloadSettings = [caseloadSetting]

/** Named sets of local rules on caseloads. */
export const caseloadPresets: readonly Preset[] = [
  {
    name: 'cheshireEast',
    label: 'Cheshire East 2023-24: caseloads of 50 to 60',
    settings: caseloadSetting.as({ guide: { from: 50, to: 60 }, weights: defaultWeights }),
  },
]
