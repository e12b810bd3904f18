import type { Asking, Seeing } from '../../access/app/asking.ts'
import type { AccessLog } from '../../access/app/ports.ts'
import type { Documents } from '../../access/app/documents.ts'
import { issueAtOnce } from '../../access/app/issueAtOnce.ts'
import { ageOn } from '../../calendar/age.ts'
import {
  type SheetFacts,
  changedSheetKey,
  isSheetOf,
  sheetLetter,
  whereToWrite,
} from '../../caseload/domain/letters.ts'
import { isOpen } from '../../children/domain/allocations.ts'
import { type World, historyOf } from '../../children/domain/world.ts'
import { childrenRegister } from '../../children/registers/children.ts'
import type { Issue } from '../../documents/app/ports.ts'
import type { WrittenFields } from '../../documents/kind.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import type { MessageToSend } from '../../messages/domain/message.ts'
import { councilName, quietHoursSetting, serviceSetting } from '../../messages/settings.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { Rows } from '../../registers/app/changeByHand.ts'
import { recordsOf } from '../../world/world.ts'
import { isKnown } from '../../children/domain/watched.ts'
import { aboutMeKind, sheetParagraphs } from '../domain/aboutMe.ts'
import { consultingPermissions } from '../permissions.ts'

/** What became of a sheet: to how many children a letter with it is drafted, and how many can't be written to. */
export interface SheetSaved {
  drafted: number
  unreached: number
}

/**
 * Issues what an IRO wrote about themselves. Where it says something new, a letter that brings it is drafted to each child
 * whose IRO they are, in the same unit of work; one with the sheet before that nobody has approved is withdrawn. False
 * where it was changed in another window meanwhile, null where it is not theirs to write.
 */
export type SaveAboutMe = (
  asking: Asking & { officerId: string },
  written: WrittenFields,
) => Promise<SheetSaved | false | null>

export interface SaveAboutMeDeps extends Seeing {
  documents: Pick<Documents, 'drafts' | 'saveDraft' | 'issue' | 'issues'>
  outbox: Pick<Outbox, 'put' | 'withdraw' | 'ofChild'>
  log: Pick<AccessLog, 'note'>
}

const recipients = [{ ref: 'children', name: 'My children', reader: 'child', withheld: [] }]
const registers = [allocations, officers, contacts] as const

export function makeSaveAboutMe(deps: SaveAboutMeDeps): SaveAboutMe {
  const { documents, seenWorlds, today } = deps
  return async ({ officerId, ...asking }, written) => {
    const named = {
      kind: aboutMeKind.name,
      ref: officerId,
      children: [],
      permission: consultingPermissions.writeAboutMe,
    }
    const before = await documents.issues(asking, named)
    if (before === null) return null
    const world = await seenWorlds(asking.by, consultingPermissions.send).onDay(asking.authority.code, today(), null)
    let saved: SheetSaved = { drafted: 0, unreached: 0 }
    const isIssued = await issueAtOnce(documents, asking, named, {
      written,
      recipients,
      alsoReads: registers,
      tell: async (unit, issue, rows) => {
        const [last] = before
        const isSame = last !== undefined && saysOf(last) === saysOf(issue)
        if (!isSame) saved = await draftSheets(deps, unit, { ...asking, officerId }, { world, rows, issue })
      },
    })
    return isIssued === true ? saved : isIssued
  }
}

const saysOf = ({ content }: Issue): string => JSON.stringify(sheetParagraphs(content))

async function draftSheets(
  { outbox, log }: SaveAboutMeDeps,
  unit: Unit,
  asking: Asking & { officerId: string },
  { world, rows, issue }: { world: World; rows: Rows; issue: Issue },
): Promise<SheetSaved> {
  const { by, officerId } = asking
  const open = rows(allocations).filter((one) => one.officerId === officerId && isOpen(one, world.asAt))
  const children = [...new Set(open.map(({ child }) => child))].filter((child) => isKnown(world, child))
  const letters: MessageToSend[] = []
  for (const child of children) {
    const stale = (await outbox.ofChild(unit, child)).filter(
      (one) => one.state === 'draft' && isSheetOf(one, officerId),
    )
    await outbox.withdraw(unit, { keys: stale.map(({ key }) => key) }, by.personId)
    const letter = letterTo(child, asking, { world, rows, issue })
    if (letter) letters.push(letter)
  }
  await outbox.put(unit, letters, { by: by.personId, quietHours: quietHoursSetting.of(world.settings) })
  const told = letters.map(({ child }) => child)
  if (told.length > 0) {
    log.note(unit, { personId: by.personId, action: 'change', what: 'drafted a letter about their IRO to children', children: told }) // prettier-ignore
  }
  return { drafted: told.length, unreached: children.length - told.length }
}

function letterTo(
  child: string,
  { authority, officerId }: Asking & { officerId: string },
  { world, rows, issue }: { world: World; rows: Rows; issue: Issue },
): MessageToSend | null {
  const where = whereToWrite(rows(contacts), child, world.asAt)
  const officer = rows(officers).find((one) => one.officerId === officerId)
  if (typeof where === 'string' || !officer) return null
  const born = historyOf(world, child)?.record.bornOn ?? null
  const facts: SheetFacts = {
    child,
    officer,
    knownAs: recordsOf(world, childrenRegister).find((one) => one.child === child)?.knownAs ?? null,
    age: born === null ? null : ageOn(born, world.asAt),
    service: serviceSetting.of(world.settings),
    council: councilName(world.settings, authority),
  }
  return sheetLetter(changedSheetKey(child, officerId, issue.id), sheetParagraphs(issue.content), facts, where)
}
