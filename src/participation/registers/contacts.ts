import * as z from 'zod'
import { code, day, emailAddress, lines, mandatory, optional, telephone, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
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
  key: ['child', 'contactRef'],
  columns: z.object({
    child: mandatory(child()),
    contactRef: mandatory(text('What tells this person from the others around the child: mother, school')),
    role: mandatory(code('Who the person is', contactRoles)),
    name: mandatory(text('The person’s name, as in a letter')),
    channel: optional(code('How the person wants to hear of things', channels)),
    email: optional(emailAddress('Email address')),
    phone: optional(telephone('Mobile number for text messages')),
    address: optional(lines('Postal address, with semicolons between its lines')),
    language: optional(text('The language the person needs, where it is not English')),
    until: optional(day('From this day on the person is no longer asked')),
  }),
})

/** Someone to be asked to a child's reviews, the child among them. From `until` on they are no longer asked. */
export type ContactFact = RowOf<typeof contacts>

/** Who someone around a child is, for anyone who asks or tells them something. */
export type ContactRole = ContactFact['role']

/** How someone is told. */
export type MessageChannel = NonNullable<ContactFact['channel']>
