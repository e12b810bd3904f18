/** How people meet for a review, in words. */
export const formats = { IN_PERSON: 'In person', VIRTUAL: 'By video or phone', HYBRID: 'Both' } as const
