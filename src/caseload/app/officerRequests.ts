import { caseloadPermissions } from '../permissions.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { type Asking, seenChild } from '../../access/app/asking.ts'
import { keepRecords } from '../../access/app/changeRecords.ts'
import type { Permission } from '../../house/permission.ts'
import { officerRequests, type OfficerRequestFact } from '../../officers/registers/officerRequests.ts'
import { type RowsDecided, keeping } from '../../registers/app/changeByHand.ts'
import { type RequestProblem, decided, requestOf } from '../domain/requests.ts'
import type { CaseloadDeps } from './ports.ts'

/** Children's wishes for another officer. Null where the child is not there for the user. */
export interface OfficerRequests {
  ask: (
    asked: Asking & {
      child: string
      on: PlainDate | null
      askedBy: OfficerRequestFact['askedBy'] | null
      reason: string
    },
  ) => Promise<readonly RequestProblem[] | null>
  decide: (
    asked: Asking & { child: string; on: PlainDate; decision: OfficerRequestFact['decision']; reason: string },
  ) => Promise<readonly RequestProblem[] | null>
}

export function makeOfficerRequests(deps: CaseloadDeps): OfficerRequests {
  async function change(
    { child, ...asking }: Asking & { child: string },
    { permission, what }: { permission: Permission; what: string },
    decide: (requests: readonly OfficerRequestFact[]) => OfficerRequestFact | { problems: readonly RequestProblem[] },
  ): Promise<readonly RequestProblem[] | null> {
    if ((await seenChild(deps, asking, permission, child)) === null) return null
    return keepRecords<RequestProblem>(deps, asking, {
      what,
      registers: [officerRequests],
      logged: () => ({ what, children: [child] }),
      decide: (rows) => {
        const request = decide(rows(officerRequests))
        return 'problems' in request ? request : kept(request)
      },
    })
  }
  return {
    ask: (asked) =>
      change(
        asked,
        { permission: caseloadPermissions.writeRequests, what: 'wrote down a wish for another officer' },
        (requests) => requestOf(asked, requests, deps.today()),
      ),
    decide: (asked) =>
      change(
        asked,
        { permission: caseloadPermissions.manageAllocations, what: 'decided on a wish for another officer' },
        (requests) => decided(asked, requests, deps.today()),
      ),
  }
}

const kept = (request: OfficerRequestFact): RowsDecided => ({ rows: [keeping(officerRequests, request)] })
