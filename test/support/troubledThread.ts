import { setTimeout as wait } from 'node:timers/promises'
import { answerQuestions } from '../../src/platform/questionThread.ts'

/** How long a slow answer takes, in milliseconds. */
const SLOW = 20

/** A thread with every trouble that one may have: it is asked for the trouble by name, and else gives back what it is asked. */
answerQuestions(async (question) => {
  switch (question) {
    case 'throw':
      throw new Error('it can’t')
    case 'end':
      return process.exit(3)
    case 'crash':
      setImmediate(() => {
        throw new Error('it crashed')
      })
      return new Promise(() => undefined)
    case 'uncloneable':
      return () => question
    case 'slow':
      return wait(SLOW, question)
    case 'silent':
      return new Promise(() => undefined)
    case 'busy':
      for (;;) {
        // Works, and never comes to an end.
      }
    default:
      return question
  }
})
