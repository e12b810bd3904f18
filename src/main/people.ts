import { makeSeenBy } from '../world/visibility.ts'
import type { Register } from '../registers/register.ts'
import { randomUUID } from 'node:crypto'
import { bytesOfHistory } from '../children/domain/memory.ts'
import type { MemoryBudget } from '../kernel/memoryBudget.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeSeenWorlds, type SeenWorlds } from '../access/app/seenWorlds.ts'
import type { Worlds } from '../children/app/worlds.ts'
import { isKnown } from '../children/domain/watched.ts'
import { type OwnSessions, makeOwnSessions } from '../access/app/ownSessions.ts'
import { makeSavePerson, type SavePerson } from '../access/app/managePeople.ts'
import type { AccessLog, KeptForms, PeopleStore, SentForms, SessionStore } from '../access/app/ports.ts'
import { makeSealedRecords, type SealedRecords } from '../access/app/sealedRecords.ts'
import { makeSightOf, makeVisibilityOf, type SightOf } from '../access/app/sights.ts'
import { makeSignIn, type SignIn } from '../access/app/signIn.ts'
import { makeAccessLog } from '../access/db/accessLog.ts'
import { makeKeptForms } from '../access/db/keptForms.ts'
import { makePeopleStore } from '../access/db/peopleStore.ts'
import { makeSealStore } from '../access/db/sealStore.ts'
import { makeSentForms } from '../access/db/sentForms.ts'
import { makeSessionStore } from '../access/db/sessionStore.ts'
import { makeSealOversight, type SealOversight } from '../access/app/sealOversight.ts'
import { makeChangeAccess } from '../access/db/changeAccess.ts'
import type { Visibility } from '../kernel/visibility.ts'
import { authoritiesHere } from '../platform/database/authorities.ts'
import type { Database } from '../platform/database/database.ts'

/** People, who they are and what they may see, on one database. */
export interface PeopleServices {
  people: PeopleStore
  sessions: SessionStore
  keptForms: KeptForms
  sentForms: SentForms
  ownSessions: OwnSessions
  log: AccessLog
  signIn: SignIn
  savePerson: SavePerson
  sealed: SealedRecords
  sealOversight: SealOversight
  sightOf: SightOf
  seenWorlds: SeenWorlds
  /** Whom a person may see of an authority when they import. Throws where they may import nothing. */
  visibilityOf: (authority: string, personId: string) => Promise<Visibility>
  isKnownChild: (authority: string, child: string) => Promise<boolean>
}

/** The services of people on a database that is open. */
export function peopleServicesOn(
  database: Database,
  worlds: Worlds,
  registers: readonly Register[],
  today: () => PlainDate,
  budget?: MemoryBudget,
): PeopleServices {
  const people = makePeopleStore(database)
  const sessions = makeSessionStore(database)
  const seals = makeSealStore(database)
  const log = makeAccessLog(database)
  const changeAccess = makeChangeAccess(database)
  const authorities = () => authoritiesHere(database)
  const sightOf = makeSightOf({
    people,
    seals,
    worldToday: (authority) => worlds.onDay(authority, today(), null),
  })
  const isKnownChild = async (authority: string, child: string) =>
    isKnown(await worlds.ofChild(authority, child, today(), null), child)
  return {
    people,
    sessions,
    keptForms: makeKeptForms(database),
    sentForms: makeSentForms(database),
    ownSessions: makeOwnSessions({ sessions, people, log }),
    log,
    signIn: makeSignIn({ people, changeAccess, sessions, log, authorities }),
    savePerson: makeSavePerson(changeAccess, randomUUID),
    sealed: makeSealedRecords({ seals, changeAccess, sightOf, isKnownChild }),
    sealOversight: makeSealOversight({ seals, people, changeAccess }),
    sightOf,
    seenWorlds: makeSeenWorlds(worlds, sightOf, makeSeenBy(registers, bytesOfHistory, budget)),
    visibilityOf: makeVisibilityOf(people, sightOf, 'imports.make'),
    isKnownChild,
  }
}
