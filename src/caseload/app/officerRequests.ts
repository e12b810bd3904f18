import type { PlainDate } from '../../kernel/dates.ts'
import type { Permission } from '../../access/domain/permissions.ts'
import { officerRequests, type OfficerRequestFact } from '../../officers/registers/officerRequests.ts'
import { type Decision, changeByHand, keeping } from '../../registers/app/changeByHand.ts'
import { type RequestProblem, decided, requestOf } from '../domain/requests.ts'
import { isKnown } from '../domain/work.ts'
import type { Acting, CaseloadDeps } from './ports.ts'

/** Children's wishes for another officer. Null where the child is not there for whoever asks. */
export interface OfficerRequests {
  ask: (
    asked: Acting & {
      child: string
      on: PlainDate | null
      askedBy: OfficerRequestFact['askedBy'] | null
      reason: string
    },
  ) => Promise<readonly RequestProblem[] | null>
  decide: (
    asked: Acting & { child: string; on: PlainDate; decision: OfficerRequestFact['decision']; reason: string },
  ) => Promise<readonly RequestProblem[] | null>
}

export function makeOfficerRequests({ store, seenWorlds, today }: CaseloadDeps): OfficerRequests {
  async function change(
    { by, authority, child }: Acting & { child: string },
    { permission, what }: { permission: Permission; what: string },
    decide: (requests: readonly OfficerRequestFact[]) => OfficerRequestFact | { problems: readonly RequestProblem[] },
  ): Promise<readonly RequestProblem[] | null> {
    const world = await seenWorlds(by, permission).ofChild(authority.code, child, today(), null)
    if (!isKnown(world, child)) return null
    const asked = { authority, by: by.personId, what, registers: [officerRequests] }
    return changeByHand<RequestProblem>(store, asked, (rows) => {
      const request = decide(rows(officerRequests))
      return 'problems' in request ? request : kept(request)
    })
  }
  return {
    ask: (asked) =>
      change(asked, { permission: 'requests.write', what: 'wrote down a wish for another officer' }, (requests) =>
        requestOf(asked, requests, today()),
      ),
    decide: (asked) =>
      change(asked, { permission: 'allocations.manage', what: 'decided on a wish for another officer' }, (requests) =>
        decided(asked, requests, today()),
      ),
  }
}

const kept = (request: OfficerRequestFact): Decision<RequestProblem> => ({ rows: [keeping(officerRequests, request)] })
