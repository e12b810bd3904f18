import * as z from 'zod'
import { type FieldOfSetting } from '../settings/field.ts'
import { type SettingsPage, setting } from '../settings/setting.ts'

const noticesPage: SettingsPage = {
  name: 'notices',
  title: 'Help and notices',
  summary: 'The accessibility statement, the privacy notice and whom to ask, as the footer of every page shows them.',
  order: 60,
}

/** More than any statement needs. */
const LONGEST_TEXT = 20_000

const text = z.string().max(LONGEST_TEXT)

const longText = (at: string, label: string, hint: string): FieldOfSetting => ({
  at: [at],
  kind: 'text',
  isOptional: true,
  isLong: true,
  label,
  hint,
  insteadOfDefault: 'Leave it blank to show the standard text.',
})

const MARKS = 'An empty line starts a paragraph, “# ” a heading, “- ” an item of a list.'

/** The authority's own texts behind the footer. Blank: the standard text. */
export const noticesSetting = setting({
  key: 'notices',
  schema: z
    .strictObject({ accessibility: text, privacy: text, ask: text, dataProtection: text })
    .default({ accessibility: '', privacy: '', ask: '', dataProtection: '' }),
  page: noticesPage,
  order: 10,
  heading: 'Texts',
  fields: [
    longText('accessibility', 'Accessibility statement', `Public bodies must publish one. ${MARKS}`),
    longText('privacy', 'Privacy notice', `For staff and for people who are invited. ${MARKS}`),
    longText('ask', 'Who to ask', `Besides the contact details of the service. ${MARKS}`),
    {
      at: ['dataProtection'],
      kind: 'text',
      isOptional: true,
      label: 'How to reach the data protection officer',
      hint: 'Like: dpo@example.gov.uk. The standard privacy notice gives it.',
      insteadOfDefault: '',
    },
  ],
})

/** The settings of this room. */
export const helpSettings = [noticesSetting]
