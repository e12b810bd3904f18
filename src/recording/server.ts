import { makeFailures } from '../access/web/failures.ts'
import { teamsSeen, whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { readByLinkRoutes } from '../inviting/web/readByLink.routes.ts'
import { replyRoutes } from '../inviting/web/replies.routes.ts'
import { recordingPermissions } from './permissions.ts'
import { recordingServices, viewsForRecordPort } from './services.ts'
import { afterRoutes } from './web/after.routes.ts'
import { copyPages } from './web/copy.view.ts'
import { decisionsRoutes } from './web/decisions.routes.ts'
import { lettersRoutes } from './web/letters.routes.ts'
import { managersAnswerPages } from './web/managersAnswer.view.ts'
import { decisionsPanel, ofManager, recordTasks, recordingTasks, withoutMeetingPanel } from './web/panel.ts'
import { picturesRoutes } from './web/pictures.routes.ts'
import { recordRoutes } from './web/record.routes.ts'
import { decisionReportPages } from './web/report.view.ts'
import { recordingStep } from './web/step.ts'
import { translationRoutes } from './web/translation.routes.ts'
import { withoutMeetingRoutes } from './web/withoutMeeting.routes.ts'

/** What this room gives a server. */
export function recordingOnServer({ house, today, originOf, monotonic }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const {
    changingOn,
    textsOn,
    answersOn,
    copiesOn,
    withoutMeetingOn,
    reportsOn,
    documentsOn,
    picturesOf,
    ...services
  } = recordingServices(house)
  const { replies, askForReport } = reportsOn(today)
  const opened = { settings: services.settings, failures: makeFailures(monotonic) }
  const documents = documentsOn(today)
  const viewsFor = viewsForRecordPort.of(house)(today)
  const deps = { ...services, viewsFor, worldsFor, today, originOf, changing: changingOn(today), texts: textsOn(today) }
  return {
    routes: [
      afterRoutes(deps),
      recordRoutes(deps),
      lettersRoutes(deps),
      decisionsRoutes({ worldsFor, today, teamsFor: teamsSeen(house, today), askForReport, originOf }),
      picturesRoutes({ documents, picturesOf }),
      translationRoutes({ ...deps, documents }),
      withoutMeetingRoutes({ worldsFor, today, withoutMeeting: withoutMeetingOn(today) }),
    ],
    publicRoutes: [
      replyRoutes({ ...opened, replies }, decisionReportPages(today)),
      replyRoutes({ ...opened, replies: answersOn(today) }, managersAnswerPages),
      readByLinkRoutes({ ...opened, byLink: copiesOn(today) }, copyPages(services.issuedOf)),
    ],
    panels: ({ world, code, may }, child) => [
      ...(may(recordingPermissions.read) ? decisionsPanel(world, child, code) : []),
      ...(may(recordingPermissions.write) ? withoutMeetingPanel(world, child, code) : []),
    ],
    steps: recordingStep,
    tasks: ({ world, code, may }, whose) => {
      if (may(recordingPermissions.write)) return recordingTasks(world, whose, code)
      return may(recordingPermissions.answer) ? recordTasks(world, whose, code, ofManager) : []
    },
  }
}
