import { councilName, serviceSetting } from '../../messages/settings.ts'
import { quietHoursSetting } from '../../messages/settings.ts'
import { officers } from '../../officers/registers/officers.ts'
import { contacts } from '../../participation/registers/contacts.ts'
import { allocations } from '../../officers/registers/allocations.ts'
import { officerRequests, type OfficerRequestFact } from '../../officers/registers/officerRequests.ts'
import { ageOn } from '../../calendar/age.ts'
import { historyOf } from '../../children/domain/world.ts'
import { childrenRegister } from '../../children/registers/children.ts'
import { recordsOf } from '../../world/world.ts'
import type { HandoverFact } from '../../officers/registers/handovers.ts'
import type { Asking } from '../../access/app/asking.ts'
import type { World } from '../../children/domain/world.ts'
import { compareDates, isAfter, isOnOrBefore, isSameDay } from '../../kernel/dates.ts'
import type { Outbox } from '../../messages/app/ports.ts'
import type { MessageToSend } from '../../messages/domain/message.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import {
  type WhereToWrite,
  isSheetOf,
  letterKey,
  letters,
  sheetLetter,
  stayingLetter,
  whereToWrite,
} from '../domain/letters.ts'
import type { LetterFacts } from '../domain/letterWords.ts'
import type { CaseloadDeps } from './ports.ts'

/** What became of the letters to children. */
export interface DraftedLetters {
  letters: number
  /** The children to whom none could be written. */
  notWritten: readonly string[]
}

/**
 * Puts drafts of the letters on these changes of officer into the outbox, as part of the unit that makes them: goodbye,
 * hello, and what the one who comes wrote about themselves. Asked again, it adds what is missing: each letter has its key. `fromOfficer` is blank for a child's first officer. `world`: with
 * contacts and officers as they stand in the unit.
 */
export async function draftLetters(
  { outbox, sheetOf }: Pick<CaseloadDeps, 'outbox' | 'sheetOf'>,
  unit: Unit,
  { by, authority }: Asking,
  world: World,
  changes: readonly HandoverFact[],
): Promise<DraftedLetters> {
  if (outbox === null || changes.length === 0) return { letters: 0, notWritten: [] }
  const drafts: { child: string; drafts: MessageToSend[] }[] = []
  const sheets = new Map<string, readonly string[] | null>()
  for (const change of changes) {
    const { child, fromOfficer, toOfficer } = change
    // Nobody is to approve that a child is told more of an officer who goes.
    const ofWhoGoes = (await outbox.ofChild(unit, child)).filter((one) => one.state === 'draft' && isSheetOf(one, fromOfficer)) // prettier-ignore
    if (ofWhoGoes.length > 0) await outbox.withdraw(unit, { keys: ofWhoGoes.map(({ key }) => key) }, by.personId)
    if (!sheets.has(toOfficer)) sheets.set(toOfficer, await sheetOf(unit, toOfficer))
    drafts.push({ child, drafts: draftsOf(world, change, authority, sheets.get(toOfficer) ?? null) })
  }
  const all = await Promise.all(drafts.flatMap(({ drafts: written }) => written).map(underFreeKey(outbox, unit)))
  if (all.length > 0) await outbox.put(unit, all, { by: by.personId, quietHours: quietHoursSetting.of(world.settings) })
  return { letters: all.length, notWritten: drafts.filter((one) => one.drafts.length === 0).map(({ child }) => child) }
}

/** Gives a letter with a key of its own where the one before was withdrawn: a change that was undone may be made again. */
const underFreeKey =
  (outbox: Pick<Outbox, 'ofChild'>, unit: Unit) =>
  async (letter: MessageToSend): Promise<MessageToSend> => {
    const { key, child } = letter
    const sameLetters = (await outbox.ofChild(unit, child)).filter(
      (one) => one.key === key || one.key.startsWith(`${key}, `),
    )
    const standing = sameLetters.find(({ state }) => state !== 'withdrawn')
    if (standing) return { ...letter, key: standing.key }
    return sameLetters.length === 0 ? letter : { ...letter, key: `${key}, ${sameLetters.length + 1}` }
  }

/** Drafts, as part of the unit, the letter to a child who has been told of a change that is undone; gives how many. */
export async function draftStayingLetters(
  { outbox }: Pick<CaseloadDeps, 'outbox'>,
  unit: Unit,
  { by, authority }: Asking,
  world: World,
  changes: readonly HandoverFact[],
): Promise<number> {
  const all = changes.flatMap((change) => {
    const letter = factsOf(world, change, authority)
    return letter?.facts.from ? [stayingLetter({ ...letter.facts, from: letter.facts.from }, letter.where)] : []
  })
  const put = { by: by.personId, quietHours: quietHoursSetting.of(world.settings) }
  if (outbox && all.length > 0) await outbox.put(unit, all, put)
  return all.length
}

function draftsOf(
  world: World,
  handover: HandoverFact,
  authority: Asking['authority'],
  sheet: readonly string[] | null,
): MessageToSend[] {
  const letter = factsOf(world, handover, authority)
  if (letter === null) return []
  const { facts, where } = letter
  const onChange = letters(facts, where)
  if (sheet === null) return onChange
  const { child, fromOfficer, toOfficer } = handover
  const key = letterKey('about_officer_letter', handover, fromOfficer, toOfficer)
  return [...onChange, sheetLetter(key, sheet, { ...facts, child, officer: facts.to }, where)]
}

/** What letters on a change of officer say, and where they go; null where the child can't be written to. */
function factsOf(
  world: World,
  handover: HandoverFact,
  authority: Asking['authority'],
): { facts: LetterFacts; where: WhereToWrite } | null {
  const allOfficers = recordsOf(world, officers)
  const allContacts = recordsOf(world, contacts)
  const allAllocations = recordsOf(world, allocations)
  const allOfficerRequests = recordsOf(world, officerRequests)
  const where = whereToWrite(allContacts, handover.child, world.asAt)
  const to = allOfficers.find(({ officerId }) => officerId === handover.toOfficer)
  if (typeof where === 'string' || !to) return null
  const before = allAllocations.find(
    (one) =>
      one.child === handover.child &&
      one.officerId === handover.fromOfficer &&
      one.to !== null &&
      isSameDay(one.to, handover.on),
  )
  const born = historyOf(world, handover.child)?.record.bornOn ?? null
  const facts = {
    handover,
    from: allOfficers.find(({ officerId }) => officerId === handover.fromOfficer) ?? null,
    to,
    knownAs: recordsOf(world, childrenRegister).find(({ child }) => child === handover.child)?.knownAs ?? null,
    age: born === null ? null : ageOn(born, handover.on),
    since: before?.from ?? null,
    isAskedFor: isAskedFor(allOfficerRequests, handover, before?.from ?? null),
    service: serviceSetting.of(world.settings),
    council: councilName(world.settings, authority),
  }
  return { facts, where }
}

/** Whether the child's own wish, agreed to while the officer before was the child's, led to the change. */
function isAskedFor(
  requests: readonly OfficerRequestFact[],
  { child, on }: HandoverFact,
  since: HandoverFact['on'] | null,
): boolean {
  const agreed = requests
    .filter((one) => one.child === child && one.askedBy === 'CHILD' && one.decision === 'AGREED')
    .filter((one) => isOnOrBefore(one.on, on) && (since === null || !isAfter(since, one.on)))
    .sort((a, b) => compareDates(a.on, b.on))
  return agreed.length > 0
}
