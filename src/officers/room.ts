import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { areAllocationsKept } from './domain/allocations.ts'
import { answerOfAllocations } from './domain/answers.ts'
import { serviceFigures } from './domain/figures.ts'
import { absences } from './registers/absences.ts'
import { allocations } from './registers/allocations.ts'
import { handovers } from './registers/handovers.ts'
import { officerRequests } from './registers/officerRequests.ts'
import { officers } from './registers/officers.ts'
import { officersSettings } from './settings.ts'

/** Officers of the service, whose child is whose, and who is away. */
export const officersRoom: Room<World> = {
  name: 'officers',
  settings: officersSettings,
  registers: [officers, allocations, absences, officerRequests, handovers],
  clocks: { answerOf: answerOfAllocations, ofEveryone: (world) => [areAllocationsKept(world)] },
  figures: [{ place: 500, figures: serviceFigures }],
}
