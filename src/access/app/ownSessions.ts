import type { Actor } from '../domain/actor.ts'
import type { Person } from '../domain/person.ts'
import type { AccessLog, PeopleStore, SessionLimits, SessionStore, ShownSession } from './ports.ts'

/** Where people are signed in: their own sessions, and for administrators those of others. */
export interface OwnSessions {
  /** Those of a person that are within their limits, latest used first; `token` is that of the session in use. */
  of: (
    authority: string,
    personId: string,
    limits: SessionLimits,
    token: string | null,
  ) => Promise<readonly ShownSession[]>
  /** Ends these where they are the person's, and has it in the log. */
  end: (by: Actor, personId: string, sessionIds: readonly string[]) => Promise<void>
  /** Null where nobody has the id. */
  personNamed: (authority: string, personId: string) => Promise<Person | null>
}

/** What the use cases rest on. */
export interface OwnSessionsDeps {
  sessions: Pick<SessionStore, 'ofPerson' | 'endOf'>
  people: Pick<PeopleStore, 'all'>
  log: Pick<AccessLog, 'append'>
}

export const makeOwnSessions = ({ sessions, people, log }: OwnSessionsDeps): OwnSessions => ({
  of: sessions.ofPerson,
  end: async ({ authority, personId: by }, personId, sessionIds) => {
    const ended = await sessions.endOf(authority, personId, sessionIds)
    if (ended === 0) return
    const whose = by === personId ? 'of their own' : `of person ${personId}`
    const what = `ended ${ended} ${ended === 1 ? 'session' : 'sessions'} ${whose}`
    await log.append(authority, { personId: by, action: 'change', what, children: [] })
  },
  personNamed: async (authority, personId) =>
    (await people.all(authority)).find((person) => person.personId === personId) ?? null,
})
