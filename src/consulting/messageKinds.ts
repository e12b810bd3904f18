import type { MessageKind } from '../house/messageKind.ts'

/** The messages of this room: each leads to a form, or to a child's own page. */
export const consultingKinds = {
  consultation: {
    id: 'consultation',
    words: 'Request for views before a review',
    isAboutMeeting: false,
    needsApproval: false,
  },
  consultation_reminder: {
    id: 'consultation_reminder',
    words: 'Reminder of the request for views',
    isAboutMeeting: false,
    needsApproval: false,
  },
  child_page: { id: 'child_page', words: 'Link to a child’s own page', isAboutMeeting: false, needsApproval: false },
  report_chased: {
    id: 'report_chased',
    words: 'Request for a report that is missing before a review',
    isAboutMeeting: false,
    needsApproval: false,
  },
  review_feedback: {
    id: 'review_feedback',
    words: 'Question about how a review was',
    isAboutMeeting: false,
    needsApproval: false,
  },
} as const satisfies Record<string, MessageKind>
