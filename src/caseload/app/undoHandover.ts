import { type Asking } from '../../access/app/asking.ts'
import { changeRecords } from '../../access/app/changeRecords.ts'
import { giveWithUnit, type ReviewsGiven } from '../../booking/app/giveWithUnit.ts'
import { bookingRegisters } from '../../booking/app/tables.ts'
import { isKnown } from '../../children/domain/watched.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { RowsDecided } from '../../registers/app/changeByHand.ts'
import type { Register } from '../../registers/register.ts'
import type { ChangedMeanwhile } from '../../registers/version.ts'
import type { Unit } from '../../platform/unitOfWork.ts'
import type { NotKept } from '../../kernel/words.ts'
import type { HandoverFact } from '../../officers/registers/handovers.ts'
import { handovers } from '../../officers/registers/handovers.ts'
import { bookingSetting } from '../../reviews/settings.ts'
import { recordsOf } from '../../world/world.ts'
import { isLetterAbout } from '../domain/letters.ts'
import { type Undone, undoHandover } from '../domain/undoHandover.ts'
import { caseloadPermissions } from '../permissions.ts'
import { caseloadWorld } from './caseloadWorld.ts'
import { draftStayingLetters } from './draftLetters.ts'
import type { CaseloadDeps } from './ports.ts'
import { allocationRow, asItStands, handoverRow, letterRegisters, standingRegisters, tieRow } from './rows.ts'

/** What is asked of undoing a handover. */
export interface UndoAsked extends Asking {
  fromOfficer: string
  /** The day of the handover. */
  on: PlainDate
  /** The version that the page showed: `Undone.version`. */
  replaces: string
  /** Whether booked reviews go back as well. */
  isWithReviews: boolean
}

/** Why a handover can't be undone. */
export type UndoProblem = ChangedMeanwhile | { code: 'nothing_to_undo' } | NotKept

/** What became of it: how many children, reviews and letters. */
export interface UndoneHandover {
  children: number
  reviews: number
  /** Letters that had not gone, and are withdrawn. */
  withdrawn: number
  /** Children who had been told, to whom another letter is drafted. */
  toldAgain: number
}

/**
 * Undoes a handover in one unit of work: the children go back to the officer before, booked reviews with them, letters
 * that have not gone are withdrawn, and a child who has been told is written to once. Children of whom something has
 * happened since stay where they are. Changes nothing where there is a problem.
 */
export type UndoHandover = (
  asked: UndoAsked,
) => Promise<{ problems: readonly UndoProblem[] } | { undone: UndoneHandover }>

interface Decided extends RowsDecided {
  undone: Undone
  reviews: ReviewsGiven
}

export function makeUndoHandover(deps: CaseloadDeps): UndoHandover {
  const { seenWorlds, today, allRegisters } = deps
  return async ({ fromOfficer, on, replaces, isWithReviews, ...asking }) => {
    const permission = caseloadPermissions.manageAllocations
    const world = await caseloadWorld(seenWorlds(asking.by, permission), asking.authority.code, today())
    const children = new Set(
      recordsOf(world, handovers)
        .map(({ child }) => child)
        .filter((child) => isKnown(world, child)),
    )
    const registers = [
      ...new Set<Register>([...standingRegisters, ...letterRegisters, ...bookingRegisters, ...allRegisters]),
    ]
    const outcome = await changeRecords<UndoProblem, Decided, UndoneHandover>(deps, asking, {
      what: 'undid a handover',
      registers: registers.filter(({ isText }) => !isText),
      logged: ({ undone }) => ({ what: 'undid a handover', children: undone.back.map(({ child }) => child) }),
      decide: (rows) => {
        const undone = undoHandover(rows, { fromOfficer, on, children, today: today(), registers: allRegisters })
        if (undone.back.length === 0) return { problems: [{ code: 'nothing_to_undo' }] }
        if (undone.version !== replaces) return { problems: [{ code: 'changed_meanwhile' }] }
        const { meetingMinutes } = bookingSetting.of(world.settings)
        const toGive = undone.back.map(({ child, toOfficer }) => ({ child, from: toOfficer, to: fromOfficer, on }))
        const reviews = giveWithUnit(rows, meetingMinutes, isWithReviews ? toGive : [])
        const undoneOn = today()
        return {
          undone,
          reviews,
          rows: [
            ...undone.allocations.map(allocationRow),
            ...undone.ties.map(tieRow),
            ...undone.back.map((handover) => handoverRow({ ...handover, undoneOn })),
            ...reviews.rows,
          ],
        }
      },
      tell: async (unit, { undone: { back }, reviews }, rows) => {
        const { withdrawn, told } = await withdrawLetters(deps, unit, asking, back)
        const toldAgain = await draftStayingLetters(deps, unit, asking, asItStands(world, rows), told)
        return { children: back.length, reviews: reviews.given, withdrawn, toldAgain }
      },
    })
    return 'problems' in outcome ? outcome : { undone: outcome.result }
  }
}

/** Withdraws the letters of these handovers that have not gone; gives how many, and of which handovers some had. */
async function withdrawLetters(
  { outbox }: Pick<CaseloadDeps, 'outbox'>,
  unit: Unit,
  { by }: Asking,
  back: readonly HandoverFact[],
): Promise<{ withdrawn: number; told: HandoverFact[] }> {
  if (outbox === null) return { withdrawn: 0, told: [] }
  const told: HandoverFact[] = []
  let withdrawn = 0
  for (const handover of back) {
    const letters = (await outbox.ofChild(unit, handover.child)).filter((one) => isLetterAbout(one, handover))
    const gone = await outbox.withdraw(unit, { keys: letters.map(({ key }) => key) }, by.personId)
    withdrawn += gone.length
    const isWithdrawn = new Set(gone.map(({ key }) => key))
    const hasGone = letters.some(({ key, state }) => !isWithdrawn.has(key) && !['withdrawn', 'settled'].includes(state))
    if (hasGone) told.push(handover)
  }
  return { withdrawn, told }
}
