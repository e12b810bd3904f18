import type { Outbox } from './ports.ts'

/** Thrown where a message would be put into an outbox that is not there. */
export class NoOutbox extends Error {
  override readonly name = 'NoOutbox'
  constructor() {
    super('no outbox has been set up here')
  }
}

/** The outbox of an installation without one: it holds nothing, and refuses what would be lost in it. */
export const noOutbox: Outbox = {
  put: () => Promise.reject(new NoOutbox()),
  withdraw: () => Promise.resolve([]),
  ofReview: () => Promise.resolve([]),
  ofChild: () => Promise.resolve([]),
}
