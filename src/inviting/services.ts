import { accessServices } from '../access/services.ts'
import { type Port, port, service } from '../house/house.ts'
import { settingsStoreOf } from '../house/services.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { outboxPort } from '../messages/services.ts'
import { makeReadCalendarFeed } from './app/calendarFeed.ts'
import { makeInvitedMeetingOf } from './app/invitedMeeting.ts'
import { makeInviting } from './app/inviting.ts'
import { makeCalendarFeeds } from './db/calendarFeeds.ts'
import { makeInvitationLinks } from './app/invitationLinks.ts'
import { makePrivateLinks } from './db/privateLinks.ts'
import { invitingPermissions } from './permissions.ts'
import type { OtherSubjects } from './app/ports.ts'

/** Subjects of reviews that rooms above keep: households. */
export const otherSubjectsPort: Port<OtherSubjects> = port('reviews of subjects that are no children')

/** Inviting people to reviews, and what is opened without signing in. */
export const invitingServices = service((house) => {
  const { facts, seenWorlds, changing, people, log } = accessServices(house)
  const outbox = outboxPort.of(house)
  const otherSubjects = otherSubjectsPort.of(house)
  const settings = settingsStoreOf(house)
  const privateLinks = makePrivateLinks(house.database)
  const invitationLinks = makeInvitationLinks(privateLinks)
  const calendarFeeds = makeCalendarFeeds(house.database)
  return {
    invitationLinks,
    /** Links that open something without signing in, each of one purpose, for rooms above. */
    privateLinks,
    calendarFeeds,
    /** What depends on the day: pages are given theirs. */
    invitingOn: (today: () => PlainDate) => ({
      inviting: makeInviting({ ...changing, seenWorlds, links: invitationLinks, outbox, today, otherSubjects }),
      invitedMeetingOf: makeInvitedMeetingOf({
        links: invitationLinks,
        facts,
        settings: settings.read,
        outbox,
        today,
        otherSubjects,
      }),
      readFeed: makeReadCalendarFeed({
        feeds: calendarFeeds,
        people,
        seenToday: (actor) => seenWorlds(actor, invitingPermissions.takeCalendar).onDay(actor.authority, today(), null),
        log,
        today,
        otherSubjects,
      }),
    }),
  }
})
