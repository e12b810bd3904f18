import * as z from 'zod'
import { child } from '../../children/registers/child.ts'
import { type PlainDate, isAfter, isBefore } from '../../kernel/dates.ts'
import { notBefore } from '../../registers/checks.ts'
import { code, day, mandatory, optional, text } from '../../registers/columns.ts'
import { type CheckWith, type RowOf, register } from '../../registers/register.ts'
import { type VolunteerFact, volunteer, volunteers } from './volunteers.ts'

/** What support a child is given, in words. */
export const supportKinds = { INDEPENDENT_VISITOR: 'Independent visitor', ADVOCACY: 'Advocacy' } as const

/** Referrals for advocacy and independent visitors, and what came of them. */
export const support = register({
  name: 'support',
  summary: 'Each referral for an advocate or an independent visitor, and each match.',
  key: ['child', 'kind', 'from'],
  columns: z.object({
    child: mandatory(child()),
    kind: mandatory(code('What support', supportKinds)),
    referredOn: optional(day('The day the child was referred'), 'referred_date'),
    from: optional(day('The first day of the support; blank until it begins')),
    to: optional(day('The day on which it ended')),
    volunteerRef: optional(volunteer('The independent visitor, as in volunteers')),
    outcome: optional(text('What came of it')),
  }),
  checks: [
    notBefore('from', 'referredOn'),
    notBefore('to', 'from'),
    {
      columns: ['to', 'from'],
      why: ({ to, from }) => (to && !from ? 'is there although the support never began (from is blank)' : null),
    },
    {
      columns: ['volunteerRef', 'kind'],
      why: ({ volunteerRef, kind }) =>
        volunteerRef && kind === 'ADVOCACY' ? 'is only of an independent visitor (INDEPENDENT_VISITOR)' : null,
    },
  ],
  checksWith: [matchedAfterChecks()],
})

/** Children are matched only with volunteers whose checks are complete and who have not left. */
function matchedAfterChecks(): CheckWith<Match> {
  return {
    reads: [volunteers],
    faults: (rows, { rowsOf }) => {
      const byRef = new Map(rowsOf(volunteers).map((one) => [one.volunteerRef, one]))
      return new Map(
        [...rows].flatMap(([key, match]) => {
          const matched = match.volunteerRef === null ? undefined : byRef.get(match.volunteerRef)
          const reason = matched && whyNotMatched(match, matched)
          return reason ? [[key, [{ column: 'volunteerRef', reason }]] as const] : []
        }),
      )
    },
  }
}

/** Why a volunteer may not be matched with a child from a day on; null where nothing stands against it. */
function whyNotMatched({ from }: Pick<Match, 'from'>, { checkedOn, endedOn }: VolunteerFact): string | null {
  if (!checkedOn) return 'is a volunteer whose checks are not complete (checked_date is blank)'
  if (from && isBefore(from, checkedOn)) return `was not checked before ${checkedOn.toString()}, after the match began`
  return from && endedOn && isAfter(from, endedOn) ? `left on ${endedOn.toString()}, before the match began` : null
}

interface Match {
  volunteerRef: string | null
  from: PlainDate | null
}

/** A referral for support, and the support that came of it. `from` is blank until it begins. */
export type SupportFact = RowOf<typeof support>
