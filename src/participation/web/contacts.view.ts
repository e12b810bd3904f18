import * as z from 'zod'
import {
  channels,
  contactRoles,
  type ContactFact,
  type ContactRole,
  type MessageChannel,
} from '../registers/contacts.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { versionOf } from '../../registers/version.ts'
import { type ContactEntry, type ContactProblem, contactsOf, isCurrent, reachOf } from '../domain/contacts.ts'
import {
  type TypedDay,
  dayFields,
  formErrors,
  line,
  lines,
  noDay,
  orNull,
  readTypedDay,
  typedDay,
} from '../../platform/web/forms.ts'

const path = (code: string, child: string, ...parts: readonly string[]) =>
  authorityPath(code, 'children', child, 'contacts', ...parts)

/** How someone can be told of things, in words; `isMissing`: nobody can tell them yet. */
export function reachInWords(contact: ContactFact): { text: string; isMissing: boolean } {
  const reach = reachOf(contact)
  if (reach.isKnown) {
    return { text: `${channels[reach.channel]} to ${reach.address.replaceAll('\n', ', ')}`, isMissing: false }
  }
  return { text: reach.channel === null ? 'No address of any kind yet' : missing[reach.channel], isMissing: true }
}

const missing = {
  EMAIL: 'Wants email, and there is no email address yet',
  TEXT: 'Wants text messages, and there is no mobile number yet',
  LETTER: 'Wants letters, and there is no postal address yet',
} as const satisfies Record<MessageChannel, string>

/** All that contacts.njk shows. */
export function contactsPage(contacts: readonly ContactFact[], child: string, today: PlainDate, code: string) {
  const rows = contactsOf(contacts, child).map((contact) => ({
    role: contactRoles[contact.role],
    name: contact.name,
    reach: reachInWords(contact),
    language: contact.language ?? '',
    until: contact.until === null ? null : longDate(contact.until),
    href: path(code, child, contact.contactRef),
    isCurrent: isCurrent(contact, today),
  }))
  return {
    title: 'Who is around the child',
    caption: `Child ${child}`,
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
    addHref: path(code, child, 'new'),
    choicesHref: authorityPath(code, 'children', child, 'choices'),
    current: rows.filter((row) => row.isCurrent),
    ended: rows.filter((row) => !row.isCurrent),
  }
}

/** A contact as typed into the form. */
export const contactForm = z.object({
  role: line,
  name: line,
  channel: line,
  email: line,
  phone: line,
  address: lines,
  language: line,
  'until-day': line,
  'until-month': line,
  'until-year': line,
  replaces: line,
})
export type ContactForm = z.infer<typeof contactForm>

/** The form of someone new. */
export const emptyContactForm: ContactForm = contactForm.parse({})

const untilIn = (form: ContactForm): TypedDay => ({
  day: form['until-day'],
  month: form['until-month'],
  year: form['until-year'],
})

/** The form filled with what is known of a contact. */
export function contactFormOf(contact: ContactFact): ContactForm {
  const until = contact.until === null ? noDay : typedDay(contact.until)
  return {
    role: contact.role,
    name: contact.name,
    channel: contact.channel ?? '',
    email: contact.email ?? '',
    phone: contact.phone ?? '',
    address: contact.address ?? '',
    language: contact.language ?? '',
    'until-day': until.day,
    'until-month': until.month,
    'until-year': until.year,
    replaces: versionOf(contact),
  }
}

const isRole = (text: string): text is ContactRole => Object.hasOwn(contactRoles, text)
const isChannel = (text: string): text is MessageChannel => Object.hasOwn(channels, text)

/** What a form says of a contact. */
export const contactEntryOf = (form: ContactForm): ContactEntry => ({
  role: isRole(form.role) ? form.role : null,
  name: form.name,
  channel: isChannel(form.channel) ? form.channel : null,
  email: orNull(form.email),
  phone: orNull(form.phone),
  address: orNull(form.address),
  language: orNull(form.language),
  until: readTypedDay(untilIn(form)),
})

/** All that contact.njk shows. `contact` null: someone new. */
export function contactPage(
  contact: ContactFact | null,
  form: ContactForm,
  problems: readonly ContactProblem[],
  { child, code, csrfToken }: { child: string; code: string; csrfToken: string },
) {
  const found = problems.map((problem) => ({ field: fieldOf(problem), text: contactProblemText(problem) }))
  const item = (value: string, text: string, chosen: string) => ({ value, text, checked: value === chosen })
  return {
    title: contact === null ? 'Add someone around the child' : contact.name,
    caption: `Child ${child}`,
    back: { href: path(code, child), text: 'Who is around the child' },
    action: path(code, child, contact?.contactRef ?? 'new'),
    csrfToken,
    isNew: contact === null,
    form,
    ...formErrors(found),
    roleItems: [
      { value: '', text: 'Choose who it is' },
      ...Object.entries(contactRoles).map(([value, text]) => ({ value, text, selected: value === form.role })),
    ],
    channelItems: [
      ...Object.entries(channels).map(([value, text]) => item(value, text, form.channel)),
      { divider: 'or' },
      item('', 'Nobody has asked yet', form.channel),
    ],
    untilFields: dayFields(
      'until',
      untilIn(form),
      found.some(({ field }) => field === 'until-day'),
    ),
  }
}

function fieldOf(problem: ContactProblem): string {
  switch (problem.code) {
    case 'role_missing':
    case 'child_twice':
      return 'role'
    case 'name_missing':
    case 'changed_meanwhile':
      return 'name'
    case 'email_not_an_address':
      return 'email'
    case 'phone_not_a_number':
      return 'phone'
    case 'until_not_a_date':
      return 'until-day'
    case 'too_long':
      return problem.field
  }
}

/** What to do about it, for whoever typed it. */
export function contactProblemText(problem: ContactProblem): string {
  switch (problem.code) {
    case 'role_missing':
      return 'Choose who the person is'
    case 'child_twice':
      return 'The child is there already: change that entry'
    case 'name_missing':
      return 'Enter the person’s name'
    case 'email_not_an_address':
      return 'Enter an email address, like name@example.org'
    case 'phone_not_a_number':
      return 'Enter a mobile number, like 07700 900 982'
    case 'until_not_a_date':
      return 'Enter the day from which they are no longer asked, like 27 3 2026, or leave it blank'
    case 'too_long':
      return 'Enter fewer words'
    case 'changed_meanwhile':
      return 'Someone else changed this entry meanwhile. Open it again and make your change there'
  }
}
