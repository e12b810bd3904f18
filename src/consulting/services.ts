import { randomUUID } from 'node:crypto'
import { accessServices } from '../access/services.ts'
import { worldsOf } from '../children/services.ts'
import { service } from '../house/house.ts'
import { settingsStoreOf } from '../house/services.ts'
import { invitingServices, otherSubjectsPort } from '../inviting/services.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { outboxPort } from '../messages/services.ts'
import type { Unit } from '../platform/unitOfWork.ts'
import { makeReadAnswers } from './app/answers.ts'
import { makeAnswering } from './app/answering.ts'
import { makeAskingForViews } from './app/asking.ts'
import { makeChaseReport } from './app/chasing.ts'
import { makeChildPage } from './app/childPage.ts'
import { makeWriteFeedback } from './app/feedback.ts'
import { makeNoteReturned } from './app/returned.ts'
import { makeReviewFeedback } from './app/reviewFeedback.ts'
import { makeSaveAboutMe } from './app/saveAboutMe.ts'
import { makeTellChildren } from './app/tellChildren.ts'
import { makeWhoAnswered } from './app/whoAnswered.ts'
import { makeWishes } from './app/wishes.ts'
import { aboutMeKind, sheetParagraphs } from './domain/aboutMe.ts'

/** Asking people before a review, what they answer, and what children want. */
export const consultingServices = service((house) => {
  const { changing, seenWorlds, facts, documentStore, documentsOn, log } = accessServices(house)
  const { privateLinks: links } = invitingServices(house)
  const outbox = outboxPort.of(house)
  const settings = settingsStoreOf(house)
  const newId = randomUUID
  const whoAnswered = makeWhoAnswered(documentStore)
  const { now } = house
  const otherSubjects = otherSubjectsPort.of(house)
  return {
    settings: settings.read,
    whoAnswered,
    /** What an officer wrote about themselves, as it stands in a unit of work. */
    sheetOf: async (unit: Unit, officerId: string): Promise<readonly string[] | null> => {
      const issue = await documentStore.latest(unit, { kind: aboutMeKind.name, ref: officerId })
      return issue && sheetParagraphs(issue.content)
    },
    /** What depends on the day: pages are given theirs. */
    consultingOn: (today: () => PlainDate) => {
      const seeing = { ...changing, seenWorlds, today }
      const documents = documentsOn(today)
      const childPage = makeChildPage({
        ...seeing,
        links,
        outbox,
        worlds: worldsOf(house),
        documents: documentStore,
        log,
      })
      return {
        documents,
        asking: makeAskingForViews({ ...seeing, links, outbox, whoAnswered, otherSubjects }),
        answering: makeAnswering({ ...changing, links, facts, settings: settings.read, documents: documentStore, otherSubjects, today, now, newId }), // prettier-ignore
        noteReturned: makeNoteReturned({ ...seeing, documents: documentStore, otherSubjects, now, newId }),
        readAnswers: makeReadAnswers(documents),
        wishes: makeWishes({ ...seeing, newId }),
        writeFeedback: makeWriteFeedback({ ...seeing, newId }),
        reviewFeedback: makeReviewFeedback({ ...seeing, links, outbox, facts, settings: settings.read, log, newId }),
        chaseReport: makeChaseReport({ ...seeing, outbox }),
        childPage,
        saveAboutMe: makeSaveAboutMe({ ...seeing, documents, outbox, log }),
        tellChildren: makeTellChildren({ ...seeing, give: childPage.give }),
      }
    },
  }
})
