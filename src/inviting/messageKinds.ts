import type { MessageKind } from '../house/messageKind.ts'

/** The messages of this room, which tell people of a meeting. */
export const invitingKinds = {
  invitation: { id: 'invitation', words: 'Invitation to a review', isAboutMeeting: true, needsApproval: false },
  new_date: { id: 'new_date', words: 'New date of a review', isAboutMeeting: true, needsApproval: false },
  cancellation: { id: 'cancellation', words: 'A review does not take place', isAboutMeeting: true, needsApproval: false },
} as const satisfies Record<string, MessageKind>
