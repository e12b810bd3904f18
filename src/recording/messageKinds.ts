import type { MessageKind } from '../house/messageKind.ts'

/** The messages of this room. */
export const recordingMessageKinds = {
  decision_report: {
    id: 'decision_report',
    words: 'Request for what became of a decision',
    isAboutMeeting: false,
    needsApproval: false,
  },
} as const satisfies Record<string, MessageKind>
