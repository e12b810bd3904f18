import { actorOf } from '../access/web/actor.ts'
import { whatIsSeen } from '../access/web/seen.ts'
import type { World } from '../children/domain/world.ts'
import type { RoomOnServer, Server } from '../house/server.ts'
import { consultingServices } from '../consulting/services.ts'
import { outboxPort, providersPort } from '../messages/services.ts'
import { oversightPermissions } from '../oversight/permissions.ts'
import { oversightServices } from '../oversight/services.ts'
import { childPageRoutes } from '../oversight/web/childPage.ts'
import { recordingServices } from '../recording/services.ts'
import { householdOf } from './domain/households.ts'
import { officerOf } from './domain/next.ts'
import { HOUSEHOLD } from './domain/reviewRuns.ts'
import { fosteringPermissions } from './permissions.ts'
import { fosteringServices } from './services.ts'
import { earlyPlacementsPage, earlyPlacementsPanel } from './web/earlyPlacements.page.ts'
import { documentRoutes } from './web/documents.routes.ts'
import { fosteringRoutes } from './web/fostering.routes.ts'
import { householdInvitationRoutes } from './web/invitations.routes.ts'
import { householdConsultationRoutes } from './web/consultation.routes.ts'
import { householdRowRoutes } from './web/householdRows.routes.ts'
import { householdMeetings } from './web/meetings.ts'
import { fosteringPath } from './web/paths.ts'
import { peopleRoutes } from './web/people.routes.ts'
import { fosteringTasks } from './web/tasks.ts'

/** What this room gives a server. */
export function fosteringOnServer({ house, today, originOf }: Server<World>): RoomOnServer<World> {
  const { worldsFor } = whatIsSeen(house)
  const services = fosteringServices(house).fosteringOn(today)
  const { consultingOn, whoAnswered } = consultingServices(house)
  const consulting = consultingOn(today)
  return {
    routes: [
      fosteringRoutes({ worldsFor, today, originOf, ...services }),
      peopleRoutes({ worldsFor, today, ...services }),
      householdInvitationRoutes({
        worldsFor,
        today,
        originOf,
        giveReference: services.giveReference,
        inviting: services.inviting,
        outbox: outboxPort.of(house),
        providers: providersPort.of(house),
      }),
      householdConsultationRoutes({
        worldsFor,
        today,
        originOf,
        giveReference: services.giveReference,
        outbox: outboxPort.of(house),
        whoAnswered,
        picturesOf: recordingServices(house).picturesOf,
        ...consulting,
      }),
      documentRoutes({
        worldsFor,
        today,
        documents: services.documents,
        readAnswers: consulting.readAnswers,
      }),
      ...householdRowRoutes({ worldsFor, today, writeHouseholdRow: services.writeHouseholdRow }),
      childPageRoutes({ worldsFor, today, writeRow: oversightServices(house).writeRowOn(today) }, earlyPlacementsPage),
    ],
    panels: ({ world, code, may }, child) =>
      may(oversightPermissions.write) ? [earlyPlacementsPanel(world, child, code)] : [],
    meetings: ({ world, code, may }) => (may(fosteringPermissions.read) ? householdMeetings(world, code) : []),
    tasks: ({ world, code, may, request }, whose) =>
      may(fosteringPermissions.manage)
        ? fosteringTasks(world, whose === 'everyone' ? null : actorOf(request).officerId, code)
        : [],
    subject: ({ world, code, may }, { kind, ref }) => {
      const household = kind === HOUSEHOLD && may(fosteringPermissions.read) ? householdOf(world, ref) : null
      return (
        household && {
          text: `Household ${ref}`,
          href: fosteringPath(code, ref),
          officerId: officerOf(world, household),
        }
      )
    },
  }
}
