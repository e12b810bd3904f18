import { longDate } from '../kernel/dates.ts'
import { makeFailures } from '../access/web/failures.ts'
import { teamsSeen, whatIsSeen } from '../access/web/seen.ts'
import { bookings, meetingOf } from '../booking/domain/bookings.ts'
import type { World } from '../children/domain/world.ts'
import type { ChildPanel } from '../house/panels.ts'
import type { Looking, RoomOnServer, Server } from '../house/server.ts'
import { outboxPort } from '../messages/services.ts'
import { authorityPath } from '../platform/web/authorities.ts'
import { recordingServices } from '../recording/services.ts'
import { REVIEWS_UNTIL_ADVOCATE, reviewsWithoutViews } from './domain/preparation.ts'
import { consultingPermissions } from './permissions.ts'
import { consultingServices } from './services.ts'
import { answeringRoutes } from './web/answering.routes.ts'
import { ownPageRoutes } from './web/childPage.routes.ts'
import { consultationRoutes } from './web/consultation.routes.ts'
import { consultationPath } from './web/consultation.view.ts'
import { feedbackRoutes } from './web/feedback.routes.ts'
import { givingFeedbackRoutes } from './web/givingFeedback.routes.ts'
import { givingRoutes } from './web/giving.routes.ts'
import { aboutMeRoutes } from './web/aboutMe.routes.ts'
import { newCode } from './web/newCode.ts'
import { preparationRoutes } from './web/preparation.routes.ts'
import { readinessRoutes } from './web/readiness.routes.ts'
import { reviewFeedbackRoutes } from './web/reviewFeedback.routes.ts'
import { consultingSteps } from './web/steps.ts'
import { consultationTasks } from './web/tasks.ts'
import { wishTasks, wishesPanel } from './web/wishes.view.ts'
import { wishesRoutes } from './web/wishes.routes.ts'

/** What this room gives a server. */
export function consultingOnServer(server: Server<World>): RoomOnServer<World> {
  const { house, today, originOf, monotonic, signIn } = server
  const { worldsFor } = whatIsSeen(house)
  const { consultingOn, settings, whoAnswered } = consultingServices(house)
  const { asking, answering, noteReturned, readAnswers, wishes, writeFeedback, chaseReport, reviewFeedback, childPage, saveAboutMe, tellChildren, documents } = consultingOn(today) // prettier-ignore
  const { picturesOf } = recordingServices(house)
  const seeing = { worldsFor, today }

  /** What the other rooms show of the child. */
  const panelsOfOthers = (looking: Looking<World>, child: string): ChildPanel[] =>
    server.rooms().flatMap((room) => (room === own ? [] : (room.panels?.(looking, child) ?? [])))

  const own: RoomOnServer<World> = {
    routes: [
      consultationRoutes({
        ...seeing,
        asking,
        noteReturned,
        readAnswers,
        outbox: outboxPort.of(house),
        whoAnswered,
        originOf,
        picturesOf,
      }),
      preparationRoutes({
        ...seeing,
        readAnswers,
        chaseReport,
        originOf,
        panelsFor: (request, world, child) =>
          panelsOfOthers({ world, code: request.authority.code, may: request.may.bind(request), request }, child),
      }),
      readinessRoutes({ ...seeing, teamsFor: teamsSeen(house, today) }),
      wishesRoutes({ ...seeing, wishes }),
      feedbackRoutes({ ...seeing, writeFeedback }),
      reviewFeedbackRoutes({ ...seeing, reviewFeedback, outbox: outboxPort.of(house), originOf }),
      givingRoutes({ ...seeing, childPage, settings, picturesOf, originOf }),
      aboutMeRoutes({ documents, saveAboutMe, tellChildren, originOf }),
    ],
    publicRoutes: [
      answeringRoutes({ answering, failures: makeFailures(monotonic), newCode, isSecure: signIn.isSecure }),
      ownPageRoutes({ childPage, settings, failures: makeFailures(monotonic) }),
      givingFeedbackRoutes({ reviewFeedback, failures: makeFailures(monotonic) }),
    ],
    panels: ({ world, code, may }, child) => [
      wishesPanel(world, child, code, may(consultingPermissions.writeWishes)),
      ...reviewPanel(world, child, code, { maySend: may(consultingPermissions.send), mayRead: may(consultingPermissions.read) }), // prettier-ignore
    ],
    steps: consultingSteps(outboxPort.of(house)),
    tasks: (looking, whose) => [
      ...(looking.may(consultingPermissions.send) ? consultationTasks(looking.world, whose, looking.code) : []),
      ...(looking.may(consultingPermissions.writeWishes) ? wishTasks(looking.world, whose, looking.code) : []),
    ],
  }
  return own
}

/** The ways to the next review's consultation and preparation, and to the child's own page. */
function reviewPanel(
  world: World,
  child: string,
  code: string,
  { maySend, mayRead }: { maySend: boolean; mayRead: boolean },
): ChildPanel[] {
  if (!maySend) return []
  const planned = bookings(world).ofChild(child).filter(({ review }) => review.status === 'PLANNED') // prettier-ignore
  const without = reviewsWithoutViews(world, child)
  return [
    {
      heading: 'Before the next review',
      items: [
        ...(without >= REVIEWS_UNTIL_ADVOCATE
          ? [
              {
                text: `At the last ${without} reviews the child gave no views: think of an advocate, and of another way to ask.`,
                link: null,
              },
            ]
          : []),
        ...planned.flatMap((booking) => {
          const { reviewRef } = booking.review
          const meeting = meetingOf(booking, world.asAt)
          const which =
            meeting === null ? 'For the review that is not booked:' : `For the review of ${longDate(meeting.on)}:`
          return [
            {
              text: which,
              link: { href: consultationPath(code, reviewRef), text: 'Ask for views' },
            },
            ...(mayRead
              ? [
                  {
                    text: which,
                    link: {
                      href: authorityPath(code, 'reviews', reviewRef, 'preparation'),
                      text: 'Prepare for the review',
                    },
                  },
                ]
              : []),
          ]
        }),
        {
          text: '',
          link: {
            href: authorityPath(code, 'children', child, 'own-page'),
            text: 'Give the child a page of their own',
          },
        },
      ],
    },
  ]
}
