import * as z from 'zod'
import { code, mandatory, optional, text } from '../../registers/columns.ts'
import { type RowOf, register } from '../../registers/register.ts'
import { child } from './child.ts'

/** Which of the authority's children are of one family. */
export const family = register({
  name: 'family',
  summary: 'Which children are brothers and sisters, and which are the parents of others.',
  key: ['child', 'relative'],
  columns: z.object({
    child: mandatory(child()),
    relative: mandatory(child('The other child’s identifier')),
    kind: mandatory(
      code('What they are to each other', {
        SIBLING: 'Brothers or sisters',
        PARENT: 'The child is the parent of the other',
      }),
    ),
    apartReason: optional(text('Why these brothers or sisters do not have the same officer')),
  }),
  checks: [
    {
      columns: ['relative', 'child'],
      why: ({ child, relative }) => (child !== undefined && child === relative ? 'is the child itself' : null),
    },
  ],
})

/** Two of the authority’s children who are of one family. `PARENT`: the child is the relative’s parent. */
export type FamilyTieFact = RowOf<typeof family>
