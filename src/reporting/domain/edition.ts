/** For whom a report is: what is hidden, and how much is told, follows from it. */
export const editions = ['board', 'public', 'children'] as const

export type Edition = (typeof editions)[number]

/** Whether an edition leaves the authority, so that small numbers are hidden in it. */
export const hidesSmallNumbers = (edition: Edition): boolean => edition !== 'board'

/** The editions as a reader would call them. */
export const editionNames: Readonly<Record<Edition, string>> = {
  board: 'The board’s edition: every number is shown, so it is not for publication',
  public: 'The public edition: small numbers are hidden',
  children: 'The children’s edition: the same figures in plain words',
}
