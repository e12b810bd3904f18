/**
 * The ways in which made-up children come into care and leave it, in shares that make a plausible authority: about
 * two and a half years in care on average, a third under a full care order for long, a tenth unaccompanied. Shares
 * follow the tables of published annual reports in the round; no authority is copied.
 */
export type PathwayName =
  'adoption' | 'proceedings' | 'long_term' | 'agreement' | 'teenager' | 'unaccompanied' | 'remand' | 'short_breaks'

export interface Pathway {
  /** Of 100 families that need something of the authority. */
  weight: number
  /** The age on the day of starting, in whole years, by weight. */
  ages: Readonly<Record<string, number>>
  needs: Readonly<Record<string, number>>
  /** How likely one more brother or sister starts on the same day. */
  sibling: number
  /** How likely the child stays until 18. */
  staysTo18: number
  /** Days in care of those who do not stay until 18: at least, and on average beyond that. */
  least: number
  mean: number
  /** Why care ends before 18, by weight (REC). */
  endings: Readonly<Record<string, number>>
}

const youngest = { 0: 34, 1: 14, 2: 10, 3: 8, 4: 7, 5: 6, 6: 5, 7: 4, 8: 3, 9: 3, 10: 3, 11: 2, 12: 1 }
const neglect = { N1: 78, N2: 1, N3: 4, N4: 6, N5: 11 }
const stress = { N1: 38, N2: 5, N3: 7, N4: 22, N5: 18, N6: 5, N8: 5 }

// prettier-ignore
export const pathways: Readonly<Record<PathwayName, Pathway>> = {
  adoption: {
    weight: 6, ages: { 0: 62, 1: 20, 2: 11, 3: 7 }, needs: neglect, sibling: 0.2,
    // An adoption takes the time of its own steps.
    staysTo18: 0, least: 0, mean: 0, endings: { E11: 15, E12: 85 },
  },
  proceedings: {
    weight: 25, ages: youngest, needs: neglect, sibling: 0.42, staysTo18: 0, least: 120, mean: 290,
    endings: { E4A: 38, E4B: 2, E45: 20, E46: 3, E47: 1, E48: 8, E41: 14, E13: 8, E3: 2, E8: 4 },
  },
  long_term: {
    weight: 13, ages: { ...youngest, 6: 9, 7: 9, 8: 8, 9: 8, 10: 8, 11: 7, 12: 6, 13: 5 }, needs: neglect, sibling: 0.42,
    staysTo18: 0.62, least: 500, mean: 900, endings: { E4A: 45, E4B: 3, E45: 22, E46: 12, E41: 12, E3: 2, E8: 4 },
  },
  agreement: {
    weight: 25, ages: { ...youngest, 13: 10, 14: 14, 15: 16, 16: 9 }, needs: stress, sibling: 0.3, staysTo18: 0,
    least: 2, mean: 150, endings: { E4A: 62, E4B: 14, E13: 8, E41: 5, E3: 2, E16: 1, E8: 8 },
  },
  teenager: {
    weight: 12, ages: { 13: 8, 14: 22, 15: 32, 16: 28, 17: 10 }, needs: { ...stress, N5: 30, N6: 12 }, sibling: 0.05, staysTo18: 0.68,
    least: 20, mean: 240, endings: { E4A: 58, E4B: 15, E13: 12, E8: 12, E9: 3 },
  },
  unaccompanied: {
    weight: 19, ages: { 13: 2, 14: 6, 15: 20, 16: 42, 17: 30 }, needs: { N8: 1 }, sibling: 0.04, staysTo18: 0.82,
    least: 10, mean: 130, endings: { E15: 40, E3: 35, E13: 10, E8: 15 },
  },
  remand: {
    weight: 2, ages: { 13: 6, 14: 14, 15: 24, 16: 32, 17: 24 }, needs: { N6: 70, N1: 10, N5: 20 }, sibling: 0, staysTo18: 0,
    least: 4, mean: 55, endings: { E14: 60, E9: 35, E8: 5 },
  },
  short_breaks: {
    weight: 3, ages: { 4: 1, 5: 2, 6: 2, 7: 2, 8: 2, 9: 2, 10: 2, 11: 2, 12: 2, 13: 1, 14: 1 }, needs: { N2: 94, N4: 6 }, sibling: 0,
    staysTo18: 0, least: 120, mean: 600, endings: { E4A: 92, E8: 8 },
  },
}

/** Why care ends on the 18th birthday, by where the young person lives then (REC). */
export const endingsAt18: Readonly<Record<'foster' | 'elsewhere', Readonly<Record<string, number>>>> = {
  foster: { E17: 72, E5: 14, E6: 4, E7: 4, E8: 6 },
  elsewhere: { E5: 56, E6: 12, E7: 14, E8: 18 },
}

/** The endings after which some children come back into care. */
export const endingsWithReturn: ReadonlySet<string> = new Set(['E4A', 'E4B', 'E41', 'E13'])

/** Of those who left in one of these ways before they were 17. */
export const shareThatReturns = 0.16
