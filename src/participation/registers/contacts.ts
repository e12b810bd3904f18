import * as z from 'zod'
import { code, day, emailAddress, mandatory, optional, telephone, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import type { ContactFact } from '../../children/domain/registers.ts'
import { child } from '../../children/registers/child.ts'

/** What someone is to the child, in words. */
export const contactRoles = {
  CHILD: 'The child',
  MOTHER: 'Mother',
  FATHER: 'Father',
  PARENT: 'Someone else with parental responsibility',
  CARER: 'Carer',
  SOCIAL_WORKER: 'Social worker',
  EDUCATION: 'School or college',
  HEALTH: 'Health',
  ADVOCATE: 'Advocate',
  INDEPENDENT_VISITOR: 'Independent visitor',
  INTERPRETER: 'Interpreter',
  OTHER: 'Someone else',
} as const

/** The ways to send someone word. */
export const channels = { EMAIL: 'Email', TEXT: 'Text message', LETTER: 'Letter' } as const

/** Those to be asked to a child's reviews. */
export const contacts = register({
  name: 'contacts',
  summary: 'Those to be asked to a child’s reviews, the child among them, and how each wants to hear of things.',
  key: ['child', 'contact_ref'],
  columns: z.object({
    child: mandatory(child()),
    contact_ref: mandatory(text('What tells this person from the others around the child: mother, school')),
    role: mandatory(code('Who the person is', contactRoles)),
    name: mandatory(text('The person’s name, as in a letter')),
    channel: optional(code('How the person wants to hear of things', channels)),
    email: optional(emailAddress('Email address')),
    phone: optional(telephone('Mobile number for text messages')),
    address: optional(text('Postal address, with semicolons between its lines')),
    language: optional(text('The language the person needs, where it is not English')),
    until: optional(day('From this day on the person is no longer asked')),
  }),
})

export const contactFact = (row: RowOf<typeof contacts>): ContactFact => ({
  child: row.child,
  contactRef: row.contact_ref,
  role: row.role,
  name: row.name,
  channel: row.channel,
  email: row.email,
  phone: row.phone,
  address: row.address === null ? null : row.address.split(/\s*;\s*/).join('\n'),
  language: row.language,
  until: row.until,
})
