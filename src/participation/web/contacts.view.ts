import { type PlainDate, longDate } from '../../kernel/dates.ts'
import { CHANGED_MEANWHILE } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { versionOf } from '../../registers/version.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, type ValuesIn, formOf } from '../../platform/web/forms/form.ts'
import { emailField, hiddenField, lineField, linesField, telephoneField } from '../../platform/web/forms/texts.ts'
import { LONGEST, contactsOf, isCurrent, reachOf, type ContactEntry, type ContactProblem } from '../domain/contacts.ts'
import { channels, contactRoles, type ContactFact, type MessageChannel } from '../registers/contacts.ts'

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
    title: 'People involved with the child',
    caption: `Child ${child}`,
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
    addHref: path(code, child, 'new'),
    choicesHref: authorityPath(code, 'children', child, 'choices'),
    current: rows.filter((row) => row.isCurrent),
    ended: rows.filter((row) => !row.isCurrent),
  }
}

/** The form of a contact. */
export const contactForm = formOf({
  replaces: hiddenField(),
  name: lineField({ most: LONGEST.name }),
  role: choiceField(itemsOf(contactRoles), { first: 'Choose who it is' }),
  channel: choiceField(itemsOf(channels), { or: 'Nobody has asked yet' }),
  email: emailField(),
  phone: telephoneField(),
  address: linesField({ most: LONGEST.address }),
  language: lineField({ most: LONGEST.language }),
  until: dayField('The day from which they are no longer asked'),
})
type ContactForm = typeof contactForm

/** The form filled with what is known of a contact; blank for someone new. */
export const firstContact = (contact: ContactFact | null): TypedIn<ContactForm> =>
  contact === null ? contactForm.first() : contactForm.first({ ...contact, replaces: versionOf(contact) })

/** What a form says of a contact. */
export function contactEntryOf(values: ValuesIn<ContactForm>): ContactEntry {
  const { role, name, channel, email, phone, address, language, until } = values
  return { role, name: name ?? '', channel, email, phone, address, language, until }
}

/** All that contact.njk shows. `contact` null: someone new. */
export function contactPage(
  contact: ContactFact | null,
  typed: TypedIn<ContactForm>,
  faults: readonly FaultIn<ContactForm>[],
  { child, code, csrfToken }: { child: string; code: string; csrfToken: string },
) {
  return {
    // The title of a page stays in the history of browsers: the name stands in its heading alone.
    title: contact === null ? 'Add someone involved with the child' : 'Someone involved with the child',
    name: contact?.name ?? null,
    caption: `Child ${child}`,
    back: { href: path(code, child), text: 'People involved with the child' },
    action: path(code, child, contact?.contactRef ?? 'new'),
    csrfToken,
    isNew: contact === null,
    ...contactForm.shown(typed, faults),
  }
}

/** What is wrong with a contact, where it is put right. */
export const contactFaults = (problems: readonly ContactProblem[]) =>
  faultsOf(
    problems,
    { role_missing: 'role', child_twice: 'role', name_missing: 'name', changed_meanwhile: null, not_kept: null },
    contactProblemText,
  )

function contactProblemText(problem: ContactProblem): string {
  switch (problem.code) {
    case 'role_missing':
      return 'Choose who the person is'
    case 'child_twice':
      return 'The child is there already: change that entry'
    case 'name_missing':
      return 'Enter the person’s name'
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'not_kept':
      return problem.why
  }
}
