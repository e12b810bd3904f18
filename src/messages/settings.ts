import * as z from 'zod'
import { timeLimitsPage, wordsPage } from '../children/settings.ts'
import { setting } from '../settings/setting.ts'
import type { Settings } from '../settings/settings.ts'

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is a time like 08:00')

/** How the reviewing service signs what it sends, and how people reach it. Blank: not told. */
export const serviceSetting = setting({
  key: 'service',
  schema: z
    .strictObject({ name: z.string(), phone: z.string(), email: z.string(), address: z.string() })
    .default({ name: 'Independent Reviewing Service', phone: '', email: '', address: '' }),
  page: wordsPage,
  order: 20,
  heading: 'The service',
  fields: [
    { at: ['name'], kind: 'text', isOptional: false, label: 'Name' },
    { at: ['phone'], kind: 'text', isOptional: true, address: 'telephone', label: 'Telephone' },
    { at: ['email'], kind: 'text', isOptional: true, address: 'email', label: 'Email address' },
    { at: ['address'], kind: 'text', isOptional: true, isLong: true, label: 'Postal address' },
  ],
})
/** The service as it signs and is reached. */
export type ServiceToReach = ReturnType<typeof serviceSetting.of>

/** The council as messages and letters name it. Blank: the authority’s name as it is listed. */
export const councilSetting = setting({
  key: 'council',
  schema: z.string().default(''),
  page: wordsPage,
  order: 19,
  heading: 'The council',
  fields: [
    {
      kind: 'text',
      isOptional: true,
      label: 'Name of the council, as it signs',
      hint: 'Like: Hartsmere Council. Messages, letters and the pages of invitations give it.',
      insteadOfDefault: 'Leave it blank to use the name of the authority.',
    },
  ],
})

/** The council’s name as it signs. */
export const councilName = (settings: Settings, authority: { name: string }): string =>
  councilSetting.of(settings).trim() || authority.name

/** When no text or email goes to a child, in local time. */
export const quietHoursSetting = setting({
  key: 'quietHours',
  schema: z.strictObject({ from: timeOfDay, to: timeOfDay }).default({ from: '20:00', to: '08:00' }),
  page: timeLimitsPage,
  order: 70,
  heading: 'Quiet hours',
  fields: [
    { at: ['from'], kind: 'time', label: 'No text or email goes to a child from', hint: 'Like 20:00.' },
    { at: ['to'], kind: 'time', label: 'No text or email goes to a child until', hint: 'Like 20:00.' },
  ],
})

/** The settings of this room. */
export const messagesSettings = [councilSetting, serviceSetting, quietHoursSetting]
