import { randomUUID } from 'node:crypto'
import { registersReaderOf, roomsPort, worldsOf } from '../children/services.ts'
import { bytesOfHistory } from '../children/domain/memory.ts'
import { isKnown } from '../children/domain/watched.ts'
import { service } from '../house/house.ts'
import { registersOf, settingsIn } from '../house/joined.ts'
import { inOneTransactionOf, registerStoreOf, settingsStoreOf } from '../house/services.ts'
import { authoritiesHere } from '../platform/database/authorities.ts'
import { makeChangeSettings } from '../settings/app/changeSettings.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeDocumentStore } from '../documents/db/documentStore.ts'
import { makeSeenBy } from '../world/visibility.ts'
import type { Changing } from './app/changeRecords.ts'
import { makeDocuments } from './app/documents.ts'
import { makeOwnSessions } from './app/ownSessions.ts'
import { makeSavePerson } from './app/managePeople.ts'
import { makeSealOversight } from './app/sealOversight.ts'
import { makeSealedRecords } from './app/sealedRecords.ts'
import { makeSeenWorlds } from './app/seenWorlds.ts'
import { makeVisibleChildrenOf } from './app/visibleChildren.ts'
import { makeSignIn } from './app/signIn.ts'
import { makeAccessLog } from './db/accessLog.ts'
import { makeChangeAccess } from './db/changeAccess.ts'
import { makeKeptForms } from './db/keptForms.ts'
import { makePeopleStore } from './db/peopleStore.ts'
import { makeSealStore } from './db/sealStore.ts'
import { makeSentForms } from './db/sentForms.ts'
import { makeSessionStore } from './db/sessionStore.ts'

/** People, who they are, what they may see, and how records are changed in their name. */
export const accessServices = service((house) => {
  const { database, today } = house
  const worlds = worldsOf(house)
  const documentStore = makeDocumentStore(database)
  const people = makePeopleStore(database)
  const sessions = makeSessionStore(database)
  const seals = makeSealStore(database)
  const log = makeAccessLog(database)
  const changeAccess = makeChangeAccess(database)
  const settings = settingsStoreOf(house)
  const visibleChildrenOf = makeVisibleChildrenOf({
    people,
    seals,
    worldToday: (authority) => worlds.onDay(authority, today(), null),
  })
  const isKnownChild = async (authority: string, child: string) =>
    isKnown(await worlds.ofChild(authority, child, today(), null), child)
  const changing: Changing = { inOneTransaction: inOneTransactionOf(house), store: registerStoreOf(house), log }
  const seenWorlds = makeSeenWorlds(
    worlds,
    visibleChildrenOf,
    makeSeenBy(registersOf(roomsPort.of(house)), bytesOfHistory, house.budget),
  )
  return {
    people,
    seals,
    sessions,
    keptForms: makeKeptForms(database),
    sentForms: makeSentForms(database),
    ownSessions: makeOwnSessions({ sessions, people, log }),
    log,
    signIn: makeSignIn({ people, changeAccess, sessions, log, authorities: () => authoritiesHere(database) }),
    savePerson: makeSavePerson(changeAccess, randomUUID),
    sealed: makeSealedRecords({ seals, changeAccess, visibleChildrenOf, isKnownChild }),
    sealOversight: makeSealOversight({ seals, people, changeAccess }),
    visibleChildrenOf,
    /** The worlds as someone may see them with a permission. */
    seenWorlds,
    isKnownChild,
    /** What every change of records works with. */
    changing,
    /** The registers as they stand, for what is opened by a secret. */
    facts: (authority: string) => registersReaderOf(house)(authority, null),
    /** An authority's settings as they are now. */
    settingsOf: (authority: string) => settings.read(authority, null),
    /** Where documents are kept, for what is written by those who do not sign in. */
    documentStore,
    /** Drafts and issues of documents, of the children known on this day. */
    documentsOn: (day: () => PlainDate) =>
      makeDocuments({
        kinds: roomsPort.of(house).flatMap(({ documents = [] }) => documents),
        store: documentStore,
        seenWorlds,
        changing,
        log,
        today: day,
        now: house.now,
        newId: randomUUID,
      }),
    changeSettings: makeChangeSettings(settings, settingsIn(roomsPort.of(house))),
  }
})
