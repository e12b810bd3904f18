import { randomInt } from 'node:crypto'
import { accessServices } from '../access/services.ts'
import { worldsOf } from '../children/services.ts'
import { service } from '../house/house.ts'
import { settingsStoreOf } from '../house/services.ts'
import { makeReplies } from '../inviting/app/replies.ts'
import { invitingServices, otherSubjectsPort } from '../inviting/services.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { outboxPort } from '../messages/services.ts'
import { makeChallenges } from './app/challenges.ts'
import { challengeReply, makeAskForReply } from './app/replying.ts'

/** Without letters and digits that are taken for each other, or that make words. */
const ALPHABET = '23456789bcdfghjkmnpqrstvwxyz'
const LENGTH = 8

/** A reference for a new challenge. It tells nothing of how many there are: some may be hidden. */
const newRef = (): string => `C-${Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`

/** What people do about challenges, on a day. */
export const challengeServices = service((house) => {
  const { changing, seenWorlds, log, seals } = accessServices(house)
  const { privateLinks: links } = invitingServices(house)
  return {
    challengesOn: (today: () => PlainDate) =>
      makeChallenges({ ...changing, seenWorlds, today, newRef, otherSubjects: otherSubjectsPort.of(house) }),
    settings: settingsStoreOf(house).read,
    /** Answers by link, and asking for them. */
    replyingOn: (today: () => PlainDate) => {
      const replies = makeReplies({ ...changing, log, links, seals, worlds: worldsOf(house), today }, challengeReply)
      const outbox = outboxPort.of(house)
      return { replies, askForReply: makeAskForReply({ ...changing, seenWorlds, today, replies, outbox }) }
    },
  }
})
