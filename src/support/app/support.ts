import { type Asking, type Seeing, seenChild } from '../../access/app/asking.ts'
import { type Changing, keepRecords } from '../../access/app/changeRecords.ts'
import { type PlainDate, isAfter, isSameDay } from '../../kernel/dates.ts'
import type { NotKept } from '../../kernel/words.ts'
import { keeping } from '../../registers/app/changeByHand.ts'
import { referralsIn } from '../domain/support.ts'
import { supportPermissions } from '../permissions.ts'
import { type SupportFact, support } from '../registers/support.ts'
import { volunteers } from '../registers/volunteers.ts'

/** A referral or a match as someone writes it down. */
export type SupportEntry = Omit<SupportFact, 'child' | 'kind'> & { kind: SupportFact['kind'] | null }

/** What is wrong with it. */
export type SupportProblem =
  { code: 'kind_missing' | 'day_missing' | 'from_in_future' | 'referred_in_future' } | NotKept

/** Stores nothing unless the list it gives is empty; null where the child is not there for the user. */
export type WriteSupport = (
  asked: Asking & { child: string; entry: SupportEntry },
) => Promise<readonly SupportProblem[] | null>

/** The same kind of support from the same day written down again changes what is said of it: when it ended, with whom. */
export const makeWriteSupport =
  (deps: Changing & Seeing): WriteSupport =>
  async ({ child, entry, ...asking }) => {
    if ((await seenChild(deps, asking, supportPermissions.write, child)) === null) return null
    const what = 'wrote down support of a child'
    return keepRecords<SupportProblem>(deps, asking, {
      what,
      registers: [support, volunteers],
      logged: () => ({ what, children: [child] }),
      decide: (rows) => {
        const { kind, from } = entry
        // What was left blank this time stays as it was; a match that begins goes on from the referral that waits.
        const own = rows(support).filter((one) => one.child === child && one.kind === kind)
        const before = own.find((one) => (from ? one.from !== null && isSameDay(one.from, from) : one.from === null))
        const waiting = from && !before ? referralsIn(own).find((one) => one.from === null) : undefined
        const referredOn = entry.referredOn ?? before?.referredOn ?? waiting?.referredOn ?? null
        const today = deps.today()
        const isLater = (day: PlainDate | null) => day !== null && isAfter(day, today)
        const problems: SupportProblem[] = [
          ...(kind === null ? [{ code: 'kind_missing' } as const] : []),
          ...(referredOn === null && from === null ? [{ code: 'day_missing' } as const] : []),
          ...(isLater(referredOn) ? [{ code: 'referred_in_future' } as const] : []),
          ...(isLater(from) ? [{ code: 'from_in_future' } as const] : []),
        ]
        return problems.length > 0 || kind === null
          ? { problems }
          : {
              rows: [
                keeping(support, {
                  child,
                  kind,
                  referredOn,
                  from,
                  to: entry.to ?? before?.to ?? null,
                  volunteerRef: entry.volunteerRef ?? before?.volunteerRef ?? null,
                  outcome: entry.outcome ?? before?.outcome ?? null,
                }),
              ],
            }
      },
    })
  }
