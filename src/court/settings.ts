import * as z from 'zod'
import { timeLimitsPage } from '../children/settings.ts'
import { setting } from '../settings/setting.ts'

/** Working days from the issue of proceedings in which guardian and IRO know each other's names; none unless set. CLK-CAF-1. */
export const namesExchangedSetting = setting({
  key: 'guardianNamesWorkingDays',
  schema: z.strictObject({ workingDays: z.int().min(1).max(20).optional() }).default({}),
  page: timeLimitsPage,
  order: 90,
  heading: 'Guardian and IRO',
  fields: [
    {
      at: ['workingDays'],
      kind: 'number',
      isWhole: true,
      isOptional: true,
      unit: 'working days',
      label: 'Time to exchange names when proceedings are issued',
      hint: 'The working protocol with Cafcass names the step and no number. Leave it blank for no time limit.',
    },
  ],
})

/** Steps of the working protocol with Cafcass that have no number of their own: off unless set. CLK-CAF-4, CLK-CAF-6. */
export const guardianStepsSetting = setting({
  key: 'guardianSteps',
  schema: z
    .strictObject({ isGuardianSentRecords: z.boolean(), handoverWorkingDays: z.int().min(1).max(20).optional() })
    .default({ isGuardianSentRecords: false }),
  page: timeLimitsPage,
  order: 91,
  heading: 'What the guardian is sent, and the handover',
  fields: [
    {
      at: ['isGuardianSentRecords'],
      kind: 'yes_no',
      label: 'Is the guardian sent the record of each review during proceedings, in 20 working days?',
    },
    {
      at: ['handoverWorkingDays'],
      kind: 'number',
      isWhole: true,
      isOptional: true,
      unit: 'working days',
      label: 'Time for the IRO to talk with the guardian once the handover is received',
      hint: 'The protocol says at once, and names no number. Leave it blank for no time limit.',
    },
  ],
})

/** The settings of this room. */
export const courtSettings = [namesExchangedSetting, guardianStepsSetting]
