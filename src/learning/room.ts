import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { officers } from '../officers/registers/officers.ts'
import { learningFigures } from './domain/figures.ts'
import { learningProduct } from './domain/product.ts'
import { learningReport } from './domain/report.ts'
import { learningPermissions } from './permissions.ts'
import { auditActions } from './registers/auditActions.ts'
import { audits } from './registers/audits.ts'
import { learningProducts } from './registers/learningProducts.ts'
import { observations } from './registers/observations.ts'
import { learningSection } from './sections.ts'

/** Audits with their actions, and observations of practice. */
export const learningRoom: Room<World> = {
  name: 'learning',
  registers: [audits, auditActions, observations, learningProducts],
  documents: [learningProduct],
  permissions: learningPermissions,
  sections: [learningSection],
  figures: [{ place: 860, figures: learningFigures, reads: [audits, officers] }],
  report: learningReport,
  onServer: async (server) => (await import('./server.ts')).learningOnServer(server),
}
