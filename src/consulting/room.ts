import type { World } from '../children/domain/world.ts'
import type { Room } from '../house/room.ts'
import { formsKeptSince, invitationKind, invitationRunsOf } from './domain/clocks.ts'
import { consultingFigures, feedbackFigures } from './domain/figures.ts'
import { consultingReport } from './domain/report.ts'
import { aboutMeKind, photoKind } from './domain/aboutMe.ts'
import { answerKind } from './domain/answerDocument.ts'
import { consultingKinds } from './messageKinds.ts'
import { consultingPermissions } from './permissions.ts'
import { consultingSettings } from './settings.ts'
import { consultations } from './registers/consultations.ts'
import { feedback } from './registers/feedback.ts'
import { statements } from './registers/statements.ts'
import { wishes } from './registers/wishes.ts'

/** What is asked before a review, what children say and want, and what is said about the service. */
export const consultingRoom: Room<World> = {
  name: 'consulting',
  permissions: consultingPermissions,
  settings: consultingSettings,
  messageKinds: consultingKinds,
  documents: [answerKind, aboutMeKind, photoKind],
  registers: [consultations, statements, wishes, feedback],
  clocks: {
    kinds: [invitationKind],
    sources: [{ place: 150, runsOf: invitationRunsOf }],
    ofEveryone: formsKeptSince,
  },
  figures: [
    { place: 310, figures: consultingFigures },
    { place: 550, figures: feedbackFigures },
  ],
  report: consultingReport,
  provides: async () => (await import('./provides.ts')).consultingProvides,
  onServer: async (server) => (await import('./server.ts')).consultingOnServer(server),
}
