import type { MessageKind } from '../house/messageKind.ts'

/** The messages of this room: each says that something is there to read or to answer, and nothing of what it says. */
export const recordingMessageKinds = {
  decisions_answer: {
    id: 'decisions_answer',
    words: 'Request to answer the decisions of a review',
    isAboutMeeting: false,
    needsApproval: false,
  },
  decisions_issued: {
    id: 'decisions_issued',
    words: 'Decisions of a review are issued',
    isAboutMeeting: false,
    needsApproval: false,
  },
  decision_report: {
    id: 'decision_report',
    words: 'Request for what became of a decision',
    isAboutMeeting: false,
    needsApproval: false,
  },
  review_copy: {
    id: 'review_copy',
    words: 'Link to what was written after a review',
    isAboutMeeting: false,
    needsApproval: false,
  },
} as const satisfies Record<string, MessageKind>
