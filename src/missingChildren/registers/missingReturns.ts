import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { day, localTime, mandatory, optional, optionalList, yesNo } from '../../registers/columns.ts'
import { type RowCheck, type RowOf, register } from '../../registers/register.ts'

type Times = Partial<Record<'returnedAt' | 'interviewOfferedAt' | 'interviewHeldAt', string | null | undefined>>

/** A local time that, where both are recorded, may not lie before another: times as they are kept sort as they pass. */
const notBeforeTime = (later: keyof Times, earlier: keyof Times): RowCheck<Times> => ({
  columns: [later, earlier],
  why: ({ [later]: last, [earlier]: first }, fileName) =>
    first && last && last < first ? `is before ${fileName(earlier)}, ${first}` : null,
})

/** When a child came back, and whether a return interview was offered and held. */
export const missingReturns = register({
  name: 'missing_returns',
  summary: 'When a child who was missing came back, and the interview after it.',
  key: ['child', 'missingFrom'],
  columns: z.object({
    child: mandatory(child()),
    missingFrom: mandatory(day('The day from which the child was missing, as in the return (MIS_START)')),
    returnedAt: optional(localTime('When the child came back')),
    interviewOfferedAt: optional(localTime('When an interview was offered')),
    interviewHeldAt: optional(localTime('When it was held')),
    declined: optional(yesNo('The child declined it')),
    pushFactors: optionalList('What the child went from, with semicolons between'),
    pullFactors: optionalList('What the child went to, with semicolons between'),
  }),
  checks: [
    {
      columns: ['returnedAt', 'missingFrom'],
      why: ({ returnedAt, missingFrom }, fileName) =>
        returnedAt && missingFrom && returnedAt.slice(0, 10) < missingFrom.toString()
          ? `is before ${fileName('missingFrom')}, ${missingFrom.toString()}`
          : null,
    },
    notBeforeTime('interviewOfferedAt', 'returnedAt'),
    notBeforeTime('interviewHeldAt', 'returnedAt'),
    notBeforeTime('interviewHeldAt', 'interviewOfferedAt'),
  ],
})

/** A child's return, with the interview after it. Times are local: `2022-05-11T06:00`. */
export type MissingReturnFact = RowOf<typeof missingReturns>
