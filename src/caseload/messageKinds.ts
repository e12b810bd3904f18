import type { MessageKind } from '../house/messageKind.ts'

/** The letters of this room, to children whose officer changes. */
export const caseloadKinds = {
  goodbye_letter: {
    id: 'goodbye_letter',
    words: 'Goodbye from an IRO',
    isAboutMeeting: false,
    needsApproval: true,
  },
  hello_letter: { id: 'hello_letter', words: 'Hello from a new IRO', isAboutMeeting: false, needsApproval: true },
  about_officer_letter: {
    id: 'about_officer_letter',
    words: 'What an IRO wrote about themselves',
    isAboutMeeting: false,
    needsApproval: true,
  },
  staying_letter: {
    id: 'staying_letter',
    words: 'An IRO stays after all',
    isAboutMeeting: false,
    needsApproval: true,
  },
} as const satisfies Record<string, MessageKind>
