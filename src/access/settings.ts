import * as z from 'zod'
import { wordsPage } from '../children/settings.ts'
import { roles } from '../house/roles.ts'
import { setting } from '../settings/setting.ts'

/** What roles are called here, by role, where that differs from the names of the table of roles. */
export const roleNamesSetting = setting({
  key: 'roleNames',
  schema: z.record(z.string(), z.string().min(1)).default({}),
  page: wordsPage,
  order: 30,
  heading: 'Roles',
  fields: Object.entries(roles).map(([role, name]) => ({
    at: [role],
    kind: 'text',
    isOptional: true,
    isAbsentWhenBlank: true,
    label: name,
    insteadOfDefault: 'Leave it blank to keep this name.',
  })),
})

/** The settings of this room. */
export const accessSettings = [roleNamesSetting]
