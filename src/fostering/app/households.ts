import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { type PlainDate, isAfter, isSameDay } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { type ChangedMeanwhile, demandUnchanged } from '../../registers/version.ts'
import { fosteringPermissions } from '../permissions.ts'
import { type FosterCarerFact, fosterCarers } from '../registers/fosterCarers.ts'
import { type HouseholdMemberFact, fosterHouseholds } from '../registers/fosterHouseholds.ts'

/** An approval as someone writes it down; null for what was left out. */
export type ApprovalEntry = { [Name in keyof FosterCarerFact]: FosterCarerFact[Name] | null }

/** Someone of a household as someone writes them down. */
export type MemberEntry = { [Name in keyof Omit<HouseholdMemberFact, 'carerRef'>]: HouseholdMemberFact[Name] | null }

/** What is wrong with an approval or with someone of a household. */
export type HouseholdProblem =
  | { code: 'ref_missing' | 'ref_taken' | 'approved_missing' | 'day_in_future' | 'party_missing' | 'person_missing' | 'from_missing' | 'no_such_child' | 'no_such_household' } // prettier-ignore
  | ChangedMeanwhile
  | NotKept

/** Each stores nothing unless the list it gives is empty. */
export interface Households {
  /** `replaces`: the version of the approval that the form showed; null for a new household. */
  saveApproval: (
    asked: Asking & { entry: ApprovalEntry; replaces: string | null },
  ) => Promise<readonly HouseholdProblem[]>
  /** The same person from the same day, written down again, changes the day on which it ended. */
  saveMember: (asked: Asking & { carerRef: string; entry: MemberEntry }) => Promise<readonly HouseholdProblem[]>
}

export function makeHouseholds(deps: Changing & Seeing): Households {
  const isLater = (day: PlainDate | null) => day !== null && isAfter(day, deps.today())
  return {
    saveApproval: ({ entry, replaces, ...asking }) => {
      const what = replaces === null ? 'added a fostering household' : 'changed the approval of a fostering household'
      return keepRecords<HouseholdProblem>(deps, asking, {
        what,
        // Those placed there before are judged beside it: who was placed before an approval that is now later.
        registers: [fosterCarers, fosterHouseholds],
        logged: () => null,
        decide: (rows) => {
          const { carerRef, approvedOn } = entry
          const before = rows(fosterCarers).find((one) => one.carerRef === carerRef)
          const problems: HouseholdProblem[] = [
            ...(carerRef === null ? [{ code: 'ref_missing' } as const] : []),
            ...(approvedOn === null ? [{ code: 'approved_missing' } as const] : []),
            ...(isLater(approvedOn) || isLater(entry.firstPlacementOn) ? [{ code: 'day_in_future' } as const] : []),
            ...(before && replaces === null ? [{ code: 'ref_taken' } as const] : []),
            ...(replaces === null ? [] : demandUnchanged(replaces, before)),
          ]
          if (problems.length > 0 || carerRef === null || approvedOn === null) return { problems }
          return { rows: [keeping(fosterCarers, { ...entry, carerRef, approvedOn })] }
        },
      })
    },

    saveMember: async ({ carerRef, entry, ...asking }) => {
      const { party, person, from } = entry
      const isChild = party === 'FOSTERED_CHILD'
      const named = isChild && person !== null ? person.toUpperCase() : person
      if (isChild && named !== null && !(await seenChild(deps, asking, fosteringPermissions.manage, named))) {
        return [{ code: 'no_such_child' }]
      }
      const what = 'changed who is in a fostering household'
      return keepRecords<HouseholdProblem>(deps, asking, {
        what,
        registers: [fosterHouseholds, fosterCarers],
        logged: () => ({ what, children: isChild && named !== null ? [named] : [] }),
        decide: (rows) => {
          if (!rows(fosterCarers).some((one) => one.carerRef === carerRef)) return { problems: [{ code: 'no_such_household' }] } // prettier-ignore
          const problems: HouseholdProblem[] = [
            ...(party === null ? [{ code: 'party_missing' } as const] : []),
            ...(named === null ? [{ code: 'person_missing' } as const] : []),
            ...(from === null ? [{ code: 'from_missing' } as const] : []),
            ...(isLater(from) ? [{ code: 'day_in_future' } as const] : []),
          ]
          if (problems.length > 0 || !party || !named || !from) return { problems }
          // What was left blank this time stays as it was.
          const before = rows(fosterHouseholds).find(
            (one) =>
              one.carerRef === carerRef && one.party === party && one.person === named && isSameDay(one.from, from),
          )
          return {
            rows: [
              keeping(fosterHouseholds, {
                carerRef,
                party,
                person: named,
                from,
                to: entry.to ?? before?.to ?? null,
                channel: entry.channel ?? before?.channel ?? null,
                email: entry.email ?? before?.email ?? null,
                phone: entry.phone ?? before?.phone ?? null,
                address: entry.address ?? before?.address ?? null,
              }),
            ],
          }
        },
      })
    },
  }
}
