import { invitingPermissions } from '../inviting/permissions.ts'
import { makeSaveContact, type SaveContact } from '../participation/app/contacts.ts'
import { type ReadCalendarFeed, makeReadCalendarFeed } from '../inviting/app/calendarFeed.ts'
import { type WriteChoices, makeWriteChoices } from '../participation/app/choices.ts'
import { type InvitedMeetingOf, makeInvitedMeetingOf } from '../inviting/app/invitedMeeting.ts'
import { type Inviting, makeInviting } from '../inviting/app/inviting.ts'
import type { CalendarFeeds, FactsNow, InvitationLinks } from '../inviting/app/ports.ts'
import { makeCalendarFeeds } from '../inviting/db/calendarFeeds.ts'
import { makeInvitationLinks } from '../inviting/db/invitationLinks.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Outbox } from '../messages/app/ports.ts'
import type { SeenWorlds } from '../access/app/seenWorlds.ts'
import type { AccessLog, PeopleStore } from '../access/app/ports.ts'
import type { Database } from '../platform/database/database.ts'
import type { Changing } from '../access/app/changeRecords.ts'
import type { SettingsStore } from '../settings/app/ports.ts'

/** Inviting people to reviews, and what is opened without signing in, on one database. */
export interface InvitingServices {
  invitationLinks: InvitationLinks
  calendarFeeds: CalendarFeeds
  /** What depends on the day: pages are given theirs. */
  invitingOn: (today: () => PlainDate) => InvitingOnDay
}

/** The use cases of inviting as of a day. */
export interface InvitingOnDay {
  saveContact: SaveContact
  writeChoices: WriteChoices
  inviting: Inviting
  invitedMeetingOf: InvitedMeetingOf
  readFeed: ReadCalendarFeed
}

/** What inviting is joined to. */
export interface InvitingJoints {
  facts: FactsNow
  seenWorlds: SeenWorlds
  changing: Changing
  settings: SettingsStore
  outbox: Outbox
  people: PeopleStore
  log: AccessLog
}

/** The services of inviting on a database that is open. */
export function invitingServicesOn(database: Database, joints: InvitingJoints): InvitingServices {
  const { facts, seenWorlds, changing, settings, outbox, people, log } = joints
  const invitationLinks = makeInvitationLinks(database)
  const calendarFeeds = makeCalendarFeeds(database)
  return {
    invitationLinks,
    calendarFeeds,
    invitingOn: (today) => ({
      saveContact: makeSaveContact({ ...changing, seenWorlds, today }),
      writeChoices: makeWriteChoices({ ...changing, seenWorlds, today }),
      inviting: makeInviting({ ...changing, seenWorlds, links: invitationLinks, outbox, today }),
      invitedMeetingOf: makeInvitedMeetingOf({
        links: invitationLinks,
        facts,
        settings: settings.read,
        outbox,
        today,
      }),
      readFeed: makeReadCalendarFeed({
        feeds: calendarFeeds,
        people,
        seenToday: (actor) => seenWorlds(actor, invitingPermissions.takeCalendar).onDay(actor.authority, today(), null),
        log,
        today,
      }),
    }),
  }
}
