import { randomUUID } from 'node:crypto'
import { accessServices } from '../access/services.ts'
import { registersReaderOf, worldsOf } from '../children/services.ts'
import { makeDocumentStore } from '../documents/db/documentStore.ts'
import { service } from '../house/house.ts'
import { settingsStoreOf } from '../house/services.ts'
import { makeReplies } from '../inviting/app/replies.ts'
import { invitingServices } from '../inviting/services.ts'
import { outboxPort } from '../messages/services.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { makeChangeReview } from './app/changeReview.ts'
import { decisionReport, makeAskForReport } from './app/decisionReports.ts'
import { makeRecordTexts } from './app/recordTexts.ts'
import { reviewWritten, textsKept } from './app/reviewWritten.ts'
import { makeWriteTexts } from './app/writeTexts.ts'
import { ownPictureKind, ownPictures } from './domain/ownPictures.ts'
import type { ReviewWritten } from './domain/written/reviewWritten.ts'

/** The texts of records, as files bring them and are given them back. */
export const recordTextsOf = service((house) =>
  makeRecordTexts({
    documents: makeDocumentStore(house.database),
    settingsOf: (authority) => settingsStoreOf(house).read(authority, null),
    now: house.now,
    newId: randomUUID,
  }),
)

/** All that is written after a review. Throws `Refusal` where it is not known, or was not held. */
export type WrittenOf = (authority: { code: string; name: string }, reviewRef: string) => Promise<ReviewWritten>

/** What is written after reviews. */
export const recordingServices = service((house) => {
  const documents = makeDocumentStore(house.database)
  const { changing, seenWorlds, documentsOn, log } = accessServices(house)
  const { privateLinks: links } = invitingServices(house)
  const writtenOf: WrittenOf = async (authority, reviewRef) => {
    const settings = await settingsStoreOf(house).read(authority.code, null)
    const [stored, kept] = await Promise.all([
      registersReaderOf(house)(authority.code, null),
      textsKept(documents, authority.code, reviewRef, settings),
    ])
    const written = reviewWritten(stored, reviewRef, kept, { issuer: authority.name, settings })
    if (written === 'unknown') throw new Refusal(`${reviewRef} is no review that is known here`)
    if (written === 'not_held')
      throw new Refusal(`${reviewRef} is not recorded as held: nothing is written after it yet`)
    return written
  }
  return {
    /** Sees all: pages ask it of reviews that the user may see. */
    writtenOf,
    /** An authority’s own pictures for easy read and forms. */
    picturesOf: async (authority: string) => ownPictures(await documents.latestOfKind(authority, ownPictureKind.name)),
    documentsOn,
    changingOn: (today: () => PlainDate) => makeChangeReview({ ...changing, seenWorlds, today }),
    textsOn: (today: () => PlainDate) => makeWriteTexts(documentsOn(today)),
    settings: settingsStoreOf(house).read,
    /** What owners of decisions report by link, and asking for it. */
    reportsOn: (today: () => PlainDate) => {
      const replies = makeReplies({ ...changing, log, links, worlds: worldsOf(house), today }, decisionReport)
      const outbox = outboxPort.of(house)
      return { replies, askForReport: makeAskForReport({ ...changing, seenWorlds, today, replies, outbox }) }
    },
  }
})
