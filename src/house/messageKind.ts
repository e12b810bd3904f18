/** What a message is for. The room that writes such messages declares it and puts them in by this value. */
export interface MessageKind {
  /** As it is kept with each message. No two are the same. */
  id: string
  /** In the words of those who look after messages: `Invitation to a review`. */
  words: string
  /** Whether it tells of a meeting. */
  isAboutMeeting: boolean
  /** Whether someone reads and approves each before it goes. */
  needsApproval: boolean
}

/** The words of a kind by its id. A kind that no room declares any more has none of its own: messages outlive rooms. */
export const messageKindWords = (kinds: readonly MessageKind[], id: string): string =>
  kinds.find((kind) => kind.id === id)?.words ?? 'Message of a kind no longer in use'
