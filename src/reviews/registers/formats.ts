/** How people meet for a review, in words that say it wherever they stand. */
export const formats = {
  IN_PERSON: 'In person',
  VIRTUAL: 'By video or phone',
  HYBRID: 'Some in person, some by video or phone',
} as const
