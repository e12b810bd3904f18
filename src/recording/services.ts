import { randomUUID } from 'node:crypto'
import { accessServices } from '../access/services.ts'
import { teamOnBy } from '../access/domain/teams.ts'
import { nameOf } from '../access/web/names.ts'
import { registersReaderOf, worldsOf } from '../children/services.ts'
import { type World, historyOf } from '../children/domain/world.ts'
import { newReviewRef } from '../booking/services.ts'
import { makeDocumentStore } from '../documents/db/documentStore.ts'
import { type Port, port, service } from '../house/house.ts'
import { settingsStoreOf } from '../house/services.ts'
import { makeReadByLink } from '../inviting/app/readByLink.ts'
import { makeReplies } from '../inviting/app/replies.ts'
import { invitingServices } from '../inviting/services.ts'
import { outboxPort } from '../messages/services.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { managersAnswer, reviewCopy } from './app/byLink.ts'
import { makeChangeReview } from './app/changeReview.ts'
import { decisionReport, makeAskForReport } from './app/decisionReports.ts'
import { makeRecordTexts } from './app/recordTexts.ts'
import { reviewWritten, textsKept } from './app/reviewWritten.ts'
import { makeTelling } from './app/telling.ts'
import type { ViewsForRecord } from './app/viewsForRecord.ts'
import { makeWriteTexts } from './app/writeTexts.ts'
import { EASY_READ_KIND, TRANSLATION_KIND } from './domain/kinds.ts'
import { ownPictureKind, ownPictures } from './domain/ownPictures.ts'
import { makeWithoutMeeting } from './app/withoutMeeting.ts'
import { type Reader, isReadBy } from './domain/record.ts'
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

/** What people said before a review, which a room above keeps. */
export const viewsForRecordPort: Port<(today: () => PlainDate) => ViewsForRecord> = port(
  'what was said before a review',
)

/** All that is written after a review. Throws `Refusal` where it is not known, or was not held. */
export type WrittenOf = (authority: { code: string; name: string }, reviewRef: string) => Promise<ReviewWritten>

/** What is written after reviews. */
export const recordingServices = service((house) => {
  const documents = makeDocumentStore(house.database)
  const { changing, seenWorlds, documentsOn, people, seals, log } = accessServices(house)
  const { privateLinks: links } = invitingServices(house)
  const outbox = outboxPort.of(house)
  const written =
    (isIssuedAlone: boolean): WrittenOf =>
    async (authority, reviewRef) => {
      const settings = await settingsStoreOf(house).read(authority.code, null)
      const [stored, kept] = await Promise.all([
        registersReaderOf(house)(authority.code, null),
        textsKept(documents, authority.code, reviewRef, settings, { isIssuedAlone }),
      ])
      const made = reviewWritten(stored, reviewRef, kept, { issuer: authority.name, settings })
      if (made === 'unknown') throw new Refusal(`${reviewRef} is no review that is known here`)
      if (made === 'not_held')
        throw new Refusal(`${reviewRef} is not recorded as held: nothing is written after it yet`)
      return made
    }
  const issuedOf = written(true)
  const linkedOn = (today: () => PlainDate) => ({ ...changing, log, links, seals, worlds: worldsOf(house), today })
  const answersOn = (today: () => PlainDate) => makeReplies(linkedOn(today), managersAnswer)
  const copiesOn = (today: () => PlainDate) => makeReadByLink(linkedOn(today), reviewCopy)
  return {
    /** Sees all: pages ask it of reviews that the user may see. */
    /** An authority’s own pictures for easy read and forms. */
    picturesOf: async (authority: string) => ownPictures(await documents.latestOfKind(authority, ownPictureKind.name)),
    documentsOn,
    writtenOf: written(false),
    /** The same of what was issued alone: what leaves, and what it leaves out. */
    issuedOf,
    /** What the completed record withholds from a reader. */
    withheldOf: async (authority: { code: string; name: string }, reviewRef: string, reader: Reader) =>
      (await issuedOf(authority, reviewRef)).sections.filter((section) => !isReadBy(section, reader)),
    /** Which of the letters that not every child needs are approved. */
    furtherLettersOf: async (authority: string, reviewRef: string) => {
      const isIssued = async (kind: string) => (await documents.issues(authority, { kind, ref: reviewRef })).length > 0
      const [easyRead, translation] = await Promise.all([isIssued(EASY_READ_KIND), isIssued(TRANSLATION_KIND)])
      return { easyRead, translation }
    },
    /** Those who manage the team that a child is with today. */
    managersOf: async (code: string, world: World, child: string) => {
      const everyone = await people.all(code)
      const record = historyOf(world, child)?.record
      const team = record ? teamOnBy(everyone)(record, world.asAt) : null
      return everyone
        .filter((one) => one.isActive && one.roles.includes('team_manager') && team !== null && one.team === team)
        .map(({ personId, name, email }) => ({ id: personId, name, email }))
    },
    nameOf: async (code: string, personId: string) => nameOf(personId, await people.all(code)),
    changingOn: (today: () => PlainDate) =>
      makeChangeReview({
        ...changing,
        seenWorlds,
        today,
        telling: makeTelling({
          giveAnswerLink: answersOn(today).give,
          giveCopyLink: copiesOn(today).give,
          outbox,
          today,
        }),
      }),
    withoutMeetingOn: (today: () => PlainDate) => makeWithoutMeeting({ ...changing, seenWorlds, today, newReviewRef }),
    textsOn: (today: () => PlainDate) => makeWriteTexts(documentsOn(today)),
    /** The manager’s answer to the decisions, and copies of what was written: by link. */
    answersOn,
    copiesOn,
    settings: settingsStoreOf(house).read,
    /** What owners of decisions report by link, and asking for it. */
    reportsOn: (today: () => PlainDate) => {
      const replies = makeReplies(linkedOn(today), decisionReport)
      return { replies, askForReport: makeAskForReport({ ...changing, seenWorlds, today, replies, outbox }) }
    },
  }
})
