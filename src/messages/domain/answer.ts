import type { Instant } from '../../kernel/dates.ts'
import type { Step } from './course.ts'

/**
 * What came of asking a provider to send a message. `taken`: it has it. `refused`: it never will take this one.
 * `not_taken`: it certainly has not, and may later. `unknown`: nobody can tell from here. `why` is for people.
 */
export type Answer =
  | { code: 'taken'; providerId: string }
  | { code: 'refused'; why: string }
  | { code: 'not_taken'; why: string }
  | { code: 'unknown'; why: string }

/** What a provider says when it is asked by our reference. `silent`: it has not answered. */
export type Found = { code: 'found'; providerId: string } | { code: 'absent' } | { code: 'silent' }

/** What a provider says became of a message that it took. `end`: it will say no more. */
export type Delivery =
  | { code: 'on_its_way' }
  | { code: 'arrived' }
  | { code: 'failed'; why: string }
  | { code: 'end'; why: string | null }
  | { code: 'silent' }

/** How patient the sending is. */
export interface SendingRules {
  /** Seconds before each further try, where a message was certainly not taken; after the last, it needs someone. */
  retrySeconds: readonly number[]
  /** Seconds after which a sending that nobody has ended is looked after: much longer than a provider is waited for. */
  leaseSeconds: number
  /** Seconds before each time that the provider is asked by reference for what may have gone. */
  lookSeconds: readonly number[]
  /** Seconds before each time that the provider is asked whether a message has arrived. */
  askSeconds: readonly number[]
  /** Days that a message may have waited: what comes later than that may be wrong by now. */
  staleDays: number
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/** Notify keeps what it knows of a message for seven days. */
export const sendingRules: SendingRules = {
  retrySeconds: [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR],
  leaseSeconds: 3 * MINUTE,
  lookSeconds: [30, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR],
  askSeconds: [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR, 24 * HOUR, 48 * HOUR, 48 * HOUR],
  staleDays: 14,
}

/** What is to be noted of a message, and when it is next to be looked at; null for never by itself. */
export interface Turn {
  step: Step
  why: string | null
  nextAt: Instant | null
  providerId?: string
}

const after = (now: Instant, seconds: number | undefined): Instant | null =>
  seconds === undefined ? null : now.add({ seconds })

export const NOBODY_CAN_SAY =
  'Nobody can say whether it has gone. Find out whether it arrived before you send it again.'

/**
 * What follows from the answer to the attempt of this number. `isAskable`: whether the provider can be asked by our
 * reference and whether a message has arrived.
 */
export function turnAfter(
  answer: Answer,
  { attempts, isAskable, now, rules }: { attempts: number; isAskable: boolean; now: Instant; rules: SendingRules },
): Turn {
  switch (answer.code) {
    case 'taken':
      return {
        step: 'taken',
        why: null,
        providerId: answer.providerId,
        nextAt: isAskable ? after(now, rules.askSeconds[0]) : null,
      }
    case 'refused':
      return { step: 'give_up', why: answer.why, nextAt: null }
    case 'not_taken': {
      const nextAt = after(now, rules.retrySeconds[attempts - 1])
      if (nextAt !== null) return { step: 'not_taken', why: answer.why, nextAt }
      return { step: 'give_up', why: `It could not be sent. ${answer.why}`, nextAt: null }
    }
    case 'unknown': {
      const nextAt = isAskable ? after(now, rules.lookSeconds[0]) : null
      if (nextAt !== null) return { step: 'look', why: answer.why, nextAt }
      return { step: 'give_up', why: `${answer.why} ${NOBODY_CAN_SAY}`, nextAt: null }
    }
  }
}

/** What follows from asking the provider for a message that may have gone. `asks`: how often that was noted before. */
export function turnAfterLooking(found: Found, asks: number, now: Instant, rules: SendingRules): Turn {
  if (found.code === 'found') {
    return { step: 'taken', why: null, providerId: found.providerId, nextAt: after(now, rules.askSeconds[0]) }
  }
  const nextAt = after(now, rules.lookSeconds[asks])
  if (nextAt !== null) return { step: 'look', why: 'The provider does not know it yet.', nextAt }
  const said =
    found.code === 'absent' ? 'The provider does not know it.' : 'The provider does not answer when asked for it.'
  return { step: 'give_up', why: `${said} ${NOBODY_CAN_SAY}`, nextAt: null }
}

/** What follows from asking whether a message has arrived. `asks`: how often that was asked before. */
export function turnAfterAsking(delivery: Delivery, asks: number, now: Instant, rules: SendingRules): Turn {
  switch (delivery.code) {
    case 'arrived':
      return { step: 'arrive', why: null, nextAt: null }
    case 'failed':
      return { step: 'give_up', why: delivery.why, nextAt: null }
    case 'end':
      return { step: 'ask', why: delivery.why, nextAt: null }
    case 'on_its_way':
    case 'silent':
      return { step: 'ask', why: null, nextAt: after(now, rules.askSeconds[asks + 1]) }
  }
}
