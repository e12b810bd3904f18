import type { MessageKind } from '../house/messageKind.ts'

/** The messages of this room. */
export const challengeKinds = {
  challenge_reply: {
    id: 'challenge_reply',
    words: 'Request for an answer to a challenge',
    isAboutMeeting: false,
    needsApproval: false,
  },
} as const satisfies Record<string, MessageKind>
