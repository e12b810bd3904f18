import { randomUUID } from 'node:crypto'
import type { PlainDate } from '../kernel/dates.ts'
import type { Visibility } from '../kernel/visibility.ts'
import { type SeenWorlds, makeSeenWorlds } from '../overview/app/seenWorlds.ts'
import type { Worlds } from '../overview/app/worlds.ts'
import { type SavePerson, makeSavePerson } from '../people/app/managePeople.ts'
import type { AccessLog, KeptForms, PeopleStore, SessionStore } from '../people/app/ports.ts'
import { type SealedRecords, makeSealedRecords } from '../people/app/sealedRecords.ts'
import { type SightOf, makeSightOf, makeVisibilityOf } from '../people/app/sights.ts'
import { type SignIn, makeSignIn } from '../people/app/signIn.ts'
import { makeAccessLog } from '../people/db/accessLog.ts'
import { makeKeptForms } from '../people/db/keptForms.ts'
import { makePeopleStore } from '../people/db/peopleStore.ts'
import { makeSealStore } from '../people/db/sealStore.ts'
import { makeSessionStore } from '../people/db/sessionStore.ts'
import { authoritiesHere } from '../platform/database/authorities.ts'
import type { Database } from '../platform/database/database.ts'

/** People, who they are and what they may see, on one database. */
export interface PeopleServices {
  people: PeopleStore
  sessions: SessionStore
  keptForms: KeptForms
  log: AccessLog
  signIn: SignIn
  savePerson: SavePerson
  sealed: SealedRecords
  sightOf: SightOf
  seenWorlds: SeenWorlds
  /** Whom a person may see of an authority when they import. Throws where they may import nothing. */
  visibilityOf: (authority: string, personId: string) => Promise<Visibility>
  isKnownChild: (authority: string, child: string) => Promise<boolean>
}

/** The services of people on a database that is open. */
export function peopleServicesOn(database: Database, worlds: Worlds, today: () => PlainDate): PeopleServices {
  const people = makePeopleStore(database)
  const sessions = makeSessionStore(database)
  const seals = makeSealStore(database)
  const log = makeAccessLog(database)
  const authorities = () => authoritiesHere(database)
  const sightOf = makeSightOf({
    people,
    seals,
    worldToday: (authority) => worlds.onDay(authority, today(), null),
  })
  const isKnownChild = async (authority: string, child: string) =>
    (await worlds.ofChild(authority, child, today(), null)).histories.length > 0
  return {
    people,
    sessions,
    keptForms: makeKeptForms(database),
    log,
    signIn: makeSignIn({ people, sessions, log, authorities }),
    savePerson: makeSavePerson(people, log, randomUUID),
    sealed: makeSealedRecords({ seals, people, log, sightOf, isKnownChild }),
    sightOf,
    seenWorlds: makeSeenWorlds(worlds, sightOf),
    visibilityOf: makeVisibilityOf(people, sightOf, 'imports.make'),
    isKnownChild,
  }
}
