import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { officers } from '../officers/registers/officers.ts'
import { learningFigures } from './domain/figures.ts'
import { learningReport } from './domain/report.ts'
import { auditActions } from './registers/auditActions.ts'
import { audits } from './registers/audits.ts'
import { observations } from './registers/observations.ts'

/** Audits with their actions, and observations of practice. */
export const learningRoom: Room<World> = {
  name: 'learning',
  registers: [audits, auditActions, observations],
  figures: [{ place: 860, figures: learningFigures, reads: [audits, officers] }],
  report: learningReport,
}
