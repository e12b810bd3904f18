import * as z from 'zod'
import { oversightPage } from '../oversight/settings.ts'
import { wholeNumber } from '../settings/field.ts'
import { type Preset, setting } from '../settings/setting.ts'

/** At how many missing episodes a meeting is held. CLK-MIS-1 and -2. */
export const missingProtocolSetting = setting({
  key: 'missingProtocol',
  schema: z
    .strictObject({
      isOn: z.boolean(),
      windowDays: z.int().min(1).max(366),
      stage1: z.int().min(1).max(50),
      stage2: z.int().min(1).max(50),
      meetingWorkingDays: z.int().min(1).max(30),
      source: z.string(),
    })
    .default({ isOn: false, windowDays: 90, stage1: 5, stage2: 9, meetingWorkingDays: 5, source: '' }),
  page: oversightPage,
  order: 90,
  heading: 'Children who go missing',
  fields: [
    { at: ['isOn'], kind: 'yes_no', label: 'Is a meeting held when a child has gone missing so many times?' },
    wholeNumber('Missing episodes are counted over', 'days', { at: ['windowDays'] }),
    { at: ['stage1'], kind: 'number', isWhole: true, label: 'How many lead to a first-stage meeting' },
    { at: ['stage2'], kind: 'number', isWhole: true, label: 'How many lead to a second-stage meeting' },
    wholeNumber('Time to hold the meeting', 'working days', { at: ['meetingWorkingDays'] }),
    {
      at: ['source'],
      kind: 'text',
      isOptional: true,
      label: 'Whose rule it is',
      hint: 'Deadlines name it as their source.',
    },
  ],
  refused: ({ stage1, stage2 }) =>
    stage2 <= stage1 ? { at: ['stage2'], text: 'must be more than lead to a first-stage meeting' } : null,
})

/** The protocol of an authority. */
export type MissingProtocol = ReturnType<typeof missingProtocolSetting.of>

/** The settings of this room. */
export const missingSettings = [missingProtocolSetting]

/** Local rules on children who go missing. */
export const missingPresets: readonly Preset[] = [
  {
    name: 'blackpool',
    label: 'Blackpool 2013-14: meetings at 5 and at 9 missing episodes in 90 days',
    settings: missingProtocolSetting.as({
      isOn: true,
      windowDays: 90,
      stage1: 5,
      stage2: 9,
      meetingWorkingDays: 5,
      source: 'Blackpool IRO annual report 2013-14, 3.11 (pan-Lancashire protocol)',
    }),
  },
]
