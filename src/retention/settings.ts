import * as z from 'zod'
import { wholeNumber } from '../settings/field.ts'
import { type SettingsPage, setting } from '../settings/setting.ts'

/** For how long records are kept. */
const retentionPage: SettingsPage = {
  name: 'retention',
  title: 'Keeping records',
  summary: 'For how long records, messages, links and the log are kept before they may be deleted.',
  order: 90,
}

/** The least that the law asks of a looked-after child's record: SI 2010/959, regulation 50. */
const [LEAST_YEARS_FROM_BIRTH, LEAST_YEARS_FROM_DEATH] = [75, 15]

const years = (least: number) => z.int().min(least).max(200)

/**
 * For how many years each kind is kept. Nothing goes by itself: `footprint retention` lists what is past its time, and deletes
 * it when told to. Source of the first two: Care Planning, Placement and Case Review (England) Regulations 2010,
 * regulation 50; the others are for each authority to settle.
 */
export const retentionSetting = setting({
  key: 'retention',
  schema: z
    .strictObject({
      yearsFromBirth: years(LEAST_YEARS_FROM_BIRTH).default(LEAST_YEARS_FROM_BIRTH),
      yearsFromDeath: years(LEAST_YEARS_FROM_DEATH).default(LEAST_YEARS_FROM_DEATH),
      messageYears: years(1).default(3),
      linkYears: years(1).default(1),
      logYears: years(1).default(10),
    })
    .prefault({}),
  page: retentionPage,
  order: 10,
  heading: 'How long each kind is kept',
  fields: [
    wholeNumber('A child’s record, from birth', 'years', {
      at: ['yearsFromBirth'],
      hint: 'The regulations ask for 75 at least. Care leavers, and children in private fostering or under a supervision order, are kept as long.',
    }),
    wholeNumber('The record of a child who died before 18, from the death', 'years', {
      at: ['yearsFromDeath'],
      hint: 'The regulations ask for 15 at least.',
    }),
    wholeNumber('Messages that have arrived or were withdrawn', 'years', { at: ['messageYears'] }),
    wholeNumber('Private links and calendar addresses, after they have ended', 'years', { at: ['linkYears'] }),
    wholeNumber('The log of who signed in, looked and changed', 'years', { at: ['logYears'] }),
  ],
})

/** The times of an authority. */
export type RetentionTimes = ReturnType<typeof retentionSetting.of>
