import type { StoredRows } from '../../registers/register.ts'
import { bookingSetting } from '../../reviews/settings.ts'
import { invitingPermissions } from '../permissions.ts'
import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { AccessLog, PeopleStore } from '../../access/app/ports.ts'
import { type Actor, may } from '../../access/domain/actor.ts'
import { actorOf } from '../../access/domain/person.ts'
import { type MeetingEntry, meetingsOfOfficer } from '../domain/feed.ts'
import type { CalendarFeeds, OtherSubjects } from './ports.ts'
import { fingerprintOf } from './fingerprint.ts'
import { meetingUid } from './meetingUid.ts'

/** What a calendar reads, and what tells it from what it read before. */
export interface ReadFeed {
  entries: readonly MeetingEntry[]
  fingerprint: string
}

/** Reads a calendar's address: null where its token leads nowhere, it was switched off, or its person may not any more. */
export type ReadCalendarFeed = (
  token: string,
  urlOf: (authority: string, reviewRef: string) => string,
) => Promise<ReadFeed | null>

export interface ReadCalendarFeedDeps {
  feeds: Pick<CalendarFeeds, 'find' | 'noteSaid'>
  people: Pick<PeopleStore, 'all'>
  /** The world of today as the person may see it with `calendar.take` at this moment, seals and all. */
  seenToday: (actor: Actor) => Promise<World>
  log: Pick<AccessLog, 'append'>
  today: () => PlainDate
  /** Left out where there are none. */
  otherSubjects?: OtherSubjects
}

export const makeReadCalendarFeed =
  ({ feeds, people, seenToday, log, today, otherSubjects }: ReadCalendarFeedDeps): ReadCalendarFeed =>
  async (token, urlOf) => {
    const feed = await feeds.find(token)
    if (!feed) return null
    const { authority, personId, createdAt } = feed
    const person = (await people.all(authority)).find((one) => one.personId === personId && one.isActive)
    const actor = person && actorOf(person, authority)
    if (!actor || !may(actor, invitingPermissions.takeCalendar)) return null
    const world = await seenToday(actor)
    const { officerId } = actor
    const ownIn = (registers: StoredRows, address: (reviewRef: string) => string | null) =>
      officerId === null
        ? []
        : meetingsOfOfficer(registers, officerId, {
            today: today(),
            meetingMinutes: bookingSetting.of(world.settings).meetingMinutes,
            uidOf: (reviewRef, number) => meetingUid(authority, reviewRef, number),
            urlOf: address,
            since: createdAt,
          })
    const meetings = ownIn(world.registers, (reviewRef) => urlOf(authority, reviewRef))
    // Of what is no child's, the page has an address of its own, which is found after signing in.
    const others = otherSubjects ? ownIn(otherSubjects.meetingsIn(world.registers), () => null) : []
    const entries = [...meetings, ...others].map(({ entry }) => entry)
    const fingerprint = fingerprintOf(entries)
    if (fingerprint !== feed.lastFingerprint) {
      // A calendar asks every few minutes: the log says when the person was told something new, and of whom. It is
      // written first: told and not logged must not happen, logged twice may.
      const children = [...new Set(meetings.map(({ child }) => child))].sort()
      if (children.length > 0)
        await log.append(authority, { personId, action: 'read', what: 'took the calendar feed', children })
      await feeds.noteSaid(token, fingerprint)
    }
    return { entries, fingerprint }
  }
