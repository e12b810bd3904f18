import * as z from 'zod'
import { wholeNumber } from '../settings/field.ts'
import { type SettingsPage, setting } from '../settings/setting.ts'
import { readForm } from './domain/form.ts'
import { formNames } from './domain/standardForms.ts'

const formsPage: SettingsPage = {
  name: 'forms',
  title: 'Forms before a review',
  summary: 'What children, parents, carers and professionals are asked before a review, and when they are reminded.',
  order: 55,
}

/** More than any form needs. */
const LONGEST_FORM = 20_000
const text = z.string().max(LONGEST_FORM)
/** Of a form that came later: settings stored before say nothing of it. */
const laterText = text.default('')

const HOW = 'An empty line stands between questions. “- ” begins something to choose, “[home]” at the end of a line shows a picture.' // prettier-ignore

/** The texts of the forms. Blank: the standard form. */
export const formsSetting = setting({
  key: 'consultationForms',
  schema: z
    .strictObject({
      youngest: text, middle: text, oldest: text, symbols: text, parent: text, carer: text, education: text,
      health: text, others: text, fosterCarer: laterText, fosteredChild: laterText, ownChild: laterText,
      fosterWorker: laterText,
    }) // prettier-ignore
    .default({
      youngest: '', middle: '', oldest: '', symbols: '', parent: '', carer: '', education: '', health: '', others: '',
      fosterCarer: '', fosteredChild: '', ownChild: '', fosterWorker: '',
    }), // prettier-ignore
  page: formsPage,
  order: 20,
  heading: 'The forms',
  fields: Object.entries(formNames).map(([name, words]) => ({
    at: [name],
    kind: 'text' as const,
    isOptional: true,
    isLong: true,
    label: words,
    hint: HOW,
    insteadOfDefault: 'Leave it blank to use the standard form. Reviews › Forms shows every form as it is now.',
  })),
  refused: (forms) => {
    for (const [name, written] of Object.entries(forms)) {
      const read = written.trim() === '' ? null : readForm(written)
      if (read && 'faults' in read) {
        const [fault] = read.faults
        return { at: [name], text: fault ? `: line ${fault.line} ${fault.text}` : 'can’t be read' }
      }
    }
    return null
  },
})

/** From which age a child is asked by which form. Unit: years. */
export const formAgesSetting = setting({
  key: 'consultationAges',
  schema: z
    .strictObject({ middle: z.int().min(1).max(17), oldest: z.int().min(2).max(17) })
    .default({ middle: 8, oldest: 12 }),
  page: formsPage,
  order: 10,
  heading: 'Ages',
  fields: [
    wholeNumber('From which age children get the form in the middle', 'years', { at: ['middle'] }),
    wholeNumber('From which age they get the form of the oldest', 'years', { at: ['oldest'] }),
  ],
  refused: ({ middle, oldest }) =>
    oldest > middle ? null : { at: ['oldest'], text: 'must be above the age of the form in the middle' },
})

/** After how many days without an answer someone is to be reminded, once. Unit: calendar days. */
export const remindAfterSetting = setting({
  key: 'consultationRemindAfter',
  schema: z.int().min(1).max(60).default(14),
  page: formsPage,
  order: 30,
  heading: 'Reminders',
  fields: [wholeNumber('How long people have before they are reminded', 'days')],
})

const noWords = { complain: '', advocate: '', leaveTo: 'https://www.bbc.co.uk/weather' }

/** What a child's own page says besides what is known here, and where the pages for children lead when left quickly. */
export const childPageSetting = setting({
  key: 'childPage',
  schema: z
    .strictObject({
      complain: z.string().max(2000),
      advocate: z.string().max(2000),
      leaveTo: z.url({ protocol: /^https$/ }),
    })
    .default(noWords),
  page: formsPage,
  order: 40,
  heading: 'The child’s own page',
  fields: [
    {
      at: ['complain'],
      kind: 'text',
      isOptional: true,
      isLong: true,
      label: 'How to complain, for a child to read',
      hint: 'In short words, with a telephone number that costs nothing.',
    },
    {
      at: ['advocate'],
      kind: 'text',
      isOptional: true,
      isLong: true,
      label: 'How to get an advocate, for a child to read',
      hint: 'Say what an advocate is, and how to reach one.',
    },
    { at: ['leaveTo'], kind: 'text', isOptional: false, label: 'Where “Leave this page” leads' },
  ],
})

/** The settings of this room. */
export const consultingSettings = [formAgesSetting, formsSetting, remindAfterSetting, childPageSetting]
