import * as z from 'zod'
import { mandatory, optional, text } from '../../registers/columns.ts'
import { register } from '../../registers/register.ts'
import { child } from './child.ts'

/** The names that children go by. */
export const childrenRegister = register({
  name: 'children',
  summary: 'The name that each child goes by, for the people who work with the child.',
  key: ['child'],
  columns: z.object({
    child: mandatory(child()),
    knownAs: mandatory(text('The first name that the child goes by')),
    familyName: optional(text('The family name that the child goes by')),
    pronouns: optional(text('The pronouns that the child uses: she/her')),
  }),
})
