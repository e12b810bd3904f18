import * as z from 'zod'
import { timeLimitsPage } from '../children/settings.ts'
import { wholeNumber } from '../settings/field.ts'
import { setting } from '../settings/setting.ts'

/** Days before a review by which its invitations go out. CLK-PRE-1. */
export const inviteDaysSetting = setting({
  key: 'inviteDaysBefore',
  schema: z.int().min(1).max(120).default(42),
  page: timeLimitsPage,
  order: 60,
  heading: 'Invitations',
  fields: [wholeNumber('How long before a review they go out', 'days')],
})

/** The settings of this room. */
export const invitingSettings = [inviteDaysSetting]
