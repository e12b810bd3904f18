import { choices, type ReviewChoiceFact } from '../registers/choices.ts'
import { recordsOf } from '../../world/world.ts'
import * as z from 'zod'
import type { World } from '../../children/domain/world.ts'
import { contactRoles, contacts, type ContactFact } from '../registers/contacts.ts'
import { longDate } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { versionOf } from '../../registers/version.ts'
import {
  type ChoicesEntry,
  type ChoicesProblem,
  type ChoicesText,
  LONGEST_CHOICE,
  choicesOf,
  statementsOf,
} from '../domain/choices.ts'
import { contactsOf, isCurrent } from '../domain/contacts.ts'
import {
  type TypedDay,
  dayFields,
  formErrors,
  line,
  lines,
  orNull,
  readTypedDay,
  ticked,
  typedDay,
} from '../../platform/web/forms.ts'

/** What a child says, as typed into the form. */
export const choicesForm = z.object({
  'on-day': line,
  'on-month': line,
  'on-year': line,
  where: lines,
  when: lines,
  format: line,
  whoToCome: lines,
  whoNotToCome: lines,
  contactsNotToCome: ticked,
  anythingElse: lines,
  toldTo: line,
  replaces: line,
})
export type ChoicesForm = z.infer<typeof choicesForm>

const dayIn = (form: ChoicesForm): TypedDay => ({ day: form['on-day'], month: form['on-month'], year: form['on-year'] })

/** The form as it is first shown: what holds now, to be said again or otherwise, and today. */
export function choicesFormOf(world: World, child: string): ChoicesForm {
  const now = choicesOf(world, child)
  const { day, month, year } = typedDay(world.asAt)
  return {
    'on-day': day,
    'on-month': month,
    'on-year': year,
    where: now?.where ?? '',
    when: now?.when ?? '',
    format: now?.format ?? '',
    whoToCome: now?.whoToCome ?? '',
    whoNotToCome: now?.whoNotToCome ?? '',
    contactsNotToCome: [...(now?.contactsNotToCome ?? [])],
    anythingElse: now?.anythingElse ?? '',
    toldTo: '',
    replaces: versionOf(...recordsOf(world, choices).filter((choice) => choice.child === child)),
  }
}

const isFormat = (text: string): text is keyof typeof formats => Object.hasOwn(formats, text)

/** What a form says. */
export function choicesEntryOf(form: ChoicesForm): ChoicesEntry {
  const day = readTypedDay(dayIn(form))
  return {
    on: day === 'unreadable' ? null : day,
    where: orNull(form.where),
    when: orNull(form.when),
    format: isFormat(form.format) ? form.format : null,
    whoToCome: orNull(form.whoToCome),
    whoNotToCome: orNull(form.whoNotToCome),
    contactsNotToCome: form.contactsNotToCome,
    anythingElse: orNull(form.anythingElse),
    toldTo: orNull(form.toldTo),
  }
}

/** What a child said, as a list of questions and answers; what was not said is left out. */
export function choicesInWords(
  choice: ReviewChoiceFact,
  contacts: readonly ContactFact[],
): { key: string; value: string }[] {
  const names = choice.contactsNotToCome.map(
    (ref) => contacts.find((one) => one.child === choice.child && one.contactRef === ref)?.name ?? ref,
  )
  return [
    { key: 'Where', value: choice.where ?? '' },
    { key: 'When', value: choice.when ?? '' },
    { key: 'How', value: choice.format === null ? '' : formats[choice.format] },
    { key: 'Who should come', value: choice.whoToCome ?? '' },
    { key: 'Who must not come', value: [...names, choice.whoNotToCome ?? ''].filter(Boolean).join('; ') },
    { key: 'Anything else', value: choice.anythingElse ?? '' },
    { key: 'Told to', value: choice.toldTo ?? '' },
  ].filter(({ value }) => value !== '')
}

/** All that choices.njk shows. */
export function choicesPage(
  world: World,
  child: string,
  form: ChoicesForm,
  problems: readonly ChoicesProblem[],
  { code, csrfToken }: { code: string; csrfToken: string },
) {
  const around = contactsOf(recordsOf(world, contacts), child)
  const found = problems.map((problem) => ({ field: fieldOf(problem), text: choicesProblemText(problem) }))
  const said = statementsOf(world, child).map((choice) => ({
    on: longDate(choice.on),
    answers: choicesInWords(choice, around),
  }))
  // Those who have ended may stay ticked: what the child said of them still holds.
  const offered = around.filter(
    (contact) =>
      contact.role !== 'CHILD' &&
      (isCurrent(contact, world.asAt) || form.contactsNotToCome.includes(contact.contactRef)),
  )
  return {
    title: 'How the child wants reviews to be',
    caption: `Child ${child}`,
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
    action: authorityPath(code, 'children', child, 'choices'),
    contactsHref: authorityPath(code, 'children', child, 'contacts'),
    csrfToken,
    now: said[0] ?? null,
    before: said.slice(1),
    form,
    ...formErrors(found),
    dayItems: dayFields(
      'on',
      dayIn(form),
      found.some(({ field }) => field === 'on-day'),
    ),
    formatItems: [
      ...Object.entries(formats).map(([value, text]) => ({ value, text, checked: value === form.format })),
      { divider: 'or' },
      { value: '', text: 'The child has not said', checked: form.format === '' },
    ],
    contactItems: offered.map(({ contactRef, name, role }) => ({
      value: contactRef,
      text: name,
      hint: { text: contactRoles[role] },
      checked: form.contactsNotToCome.includes(contactRef),
    })),
  }
}

function fieldOf(problem: ChoicesProblem): 'on-day' | 'contactsNotToCome' | ChoicesText {
  switch (problem.code) {
    case 'day_not_a_date':
    case 'day_in_future':
      return 'on-day'
    case 'nothing_said':
    case 'changed_meanwhile':
      return 'where'
    case 'contact_unknown':
      return 'contactsNotToCome'
    case 'too_long':
      return problem.field
  }
}

/** What to do about it, for whoever typed it. */
export function choicesProblemText(problem: ChoicesProblem): string {
  switch (problem.code) {
    case 'day_not_a_date':
      return 'Enter the day on which the child said it, like 27 3 2026'
    case 'day_in_future':
      return 'The day on which the child said it must be today or in the past'
    case 'nothing_said':
      return 'Write down at least one thing that the child said'
    case 'contact_unknown':
      return 'Choose people who are around the child'
    case 'too_long':
      return `Enter ${LONGEST_CHOICE.toLocaleString('en-GB')} characters or fewer`
    case 'changed_meanwhile':
      return 'Someone else wrote something down meanwhile. Open the page again to see it first'
  }
}
