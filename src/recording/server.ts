import { makeFailures } from '../access/web/failures.ts'
import { teamsSeen, whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { replyRoutes } from '../inviting/web/replies.routes.ts'
import { recordingPermissions } from './permissions.ts'
import { recordingServices } from './services.ts'
import { afterRoutes } from './web/after.routes.ts'
import { decisionsRoutes } from './web/decisions.routes.ts'
import { decisionsPanel, recordingTasks } from './web/panel.ts'
import { picturesRoutes } from './web/pictures.routes.ts'
import { decisionReportPages } from './web/report.view.ts'
import { translationRoutes } from './web/translation.routes.ts'
import { recordingStep } from './web/step.ts'
import { textsRoutes } from './web/texts.routes.ts'

/** What this room gives a server. */
export function recordingOnServer({ house, today, originOf, monotonic }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const { writtenOf, changingOn, textsOn, reportsOn, settings, documentsOn, picturesOf } = recordingServices(house)
  const { replies, askForReport } = reportsOn(today)
  const documents = documentsOn(today)
  const deps = { worldsFor, today, writtenOf, changing: changingOn(today), texts: textsOn(today) }
  return {
    routes: [
      afterRoutes(deps),
      decisionsRoutes({ worldsFor, today, teamsFor: teamsSeen(house, today), askForReport, originOf }),
      textsRoutes(deps),
      picturesRoutes({ documents, picturesOf }),
      translationRoutes({ ...deps, documents }),
    ],
    publicRoutes: [replyRoutes({ replies, settings, failures: makeFailures(monotonic) }, decisionReportPages(today))],
    panels: ({ world, code, may }, child) => (may(recordingPermissions.read) ? decisionsPanel(world, child, code) : []),
    steps: recordingStep,
    tasks: ({ world, code, may }, whose) => (may(recordingPermissions.write) ? recordingTasks(world, whose, code) : []),
  }
}
