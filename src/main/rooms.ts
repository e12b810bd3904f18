import { inOwnWords } from '../children/domain/ownWords.ts'
import { accessRoom } from '../access/room.ts'
import { bookRoom } from '../book/room.ts'
import { bookingRoom } from '../booking/room.ts'
import { caseloadRoom } from '../caseload/room.ts'
import { checksRoom } from '../checks/room.ts'
import { challengeRoom } from '../challenge/room.ts'
import { childrenRoom } from '../children/room.ts'
import { consultingRoom } from '../consulting/room.ts'
import { courtRoom } from '../court/room.ts'
import type { World } from '../children/domain/world.ts'
import { type Findings, joinFindings } from '../house/findings.ts'
import { registersOf } from '../house/joined.ts'
import { dutiesRoom } from '../duties/room.ts'
import { fosteringRoom } from '../fostering/room.ts'
import { helpRoom } from '../help/room.ts'
import type { Room } from '../house/room.ts'
import { invitingRoom } from '../inviting/room.ts'
import { learningRoom } from '../learning/room.ts'
import { messagesRoom } from '../messages/room.ts'
import { missingChildrenRoom } from '../missingChildren/room.ts'
import { officersRoom } from '../officers/room.ts'
import { oversightRoom } from '../oversight/room.ts'
import { overviewRoom } from '../overview/room.ts'
import { participationRoom } from '../participation/room.ts'
import { recordingRoom } from '../recording/room.ts'
import { proofreadingRoom } from '../proofreading/room.ts'
import { reportingRoom } from '../reporting/room.ts'
import { retentionRoom } from '../retention/room.ts'
import { returnsRoom } from '../returns/room.ts'
import { reviewsRoom } from '../reviews/room.ts'
import { signsRoom } from '../signs/room.ts'
import { supportRoom } from '../support/room.ts'
import { watchedRoom } from '../watched/room.ts'
import { workRoom } from '../work/room.ts'
import type { Workflow } from '../workflows/workflow.ts'
import { joinClocks } from '../world/deadlines.ts'
import { type FigureList, joinFigures } from '../world/figures.ts'

/** Every room, in the order in which pages show what they hand over. */
export const rooms: readonly Room<World>[] = [
  officersRoom,
  childrenRoom,
  accessRoom,
  reviewsRoom,
  participationRoom,
  checksRoom,
  messagesRoom,
  helpRoom,
  bookingRoom,
  caseloadRoom,
  invitingRoom,
  recordingRoom,
  consultingRoom,
  oversightRoom,
  courtRoom,
  challengeRoom,
  fosteringRoom,
  watchedRoom,
  supportRoom,
  learningRoom,
  dutiesRoom,
  missingChildrenRoom,
  signsRoom,
  overviewRoom,
  workRoom,
  returnsRoom,
  proofreadingRoom,
  bookRoom,
  reportingRoom,
  retentionRoom,
]

/** Every register that is kept. */
export const allRegisters = registersOf(rooms)

/** The workflows of these rooms, by name. Throws where two have one name: rows that keep it would not say which. */
export function workflowsOf(all: readonly Room<World>[]): ReadonlyMap<string, Workflow> {
  const byName = new Map<string, Workflow>()
  for (const workflow of all.flatMap(({ workflows = [] }) => workflows)) {
    if (byName.has(workflow.name)) throw new Error(`two workflows are called ${workflow.name}`)
    byName.set(workflow.name, workflow)
  }
  return byName
}

// At the start, so that two of one name never run.
workflowsOf(rooms)

/** The clocks of these rooms. */
export const clocksOf = (all: readonly Room<World>[]): World['clocks'] =>
  joinClocks(
    all.flatMap(({ clocks }) => clocks ?? []),
    registersOf(all),
  )

/** Every clock. */
export const allClocks = clocksOf(rooms)

/** The figures of these rooms, in reading order. */
export const figuresOf = (all: readonly Room<World>[]): FigureList<World> =>
  joinFigures(
    all.flatMap(({ figures = [] }) => figures),
    inOwnWords,
  )

/** Every figure. */
export const allFigures = figuresOf(rooms)

/** What these rooms find odd. */
export const findingsOf = (all: readonly Room<World>[]): Findings<World> =>
  joinFindings(all.flatMap(({ findings = [] }) => findings))

/** Everything that is found odd. */
export const allFindings = findingsOf(rooms)
