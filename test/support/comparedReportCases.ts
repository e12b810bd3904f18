import { type Case, cells, right, table, wrong } from './reportCases.ts'

const TEAMS = table('Table 1: Reviews by team', cells('Team', 'Held', 'In time', 'Late'), cells('Harbour', 90, 81, 9), cells('Meadow', 40, 39, 1), cells('Orchard', 60, 57, 3), cells('Quarry', 8, 6, 2)) // prettier-ignore
const WITH_SHARES = table('Table 1: Reviews by team', cells('Team', 'Held', 'In time', 'Share in time'), cells('Harbour', 90, 81, '90.0%'), cells('Meadow', 40, 39, '97.5%'), cells('Orchard', 60, 57, '95.0%')) // prettier-ignore
const ACROSS = table('Table 1: Reviews by quarter', cells('Reviews', 'Q1', 'Q2', 'Q3', 'Q4'), cells('Held', 90, 40, 60, 50), cells('In time', 81, 39, 57, 50)) // prettier-ignore
const GROUNDS = table('Table 1: Challenges by ground', cells('Ground', 'Number', 'Settled'), cells('Health', 40, 30), cells('School', 25, 20), cells('Drift', 31, 25)) // prettier-ignore

/** Cases of what is compared with what: shares with shares. */
export const comparedCases: Readonly<Record<string, readonly Case[]>> = {
  superlatives: [
    right(`Of the teams with 10 reviews or more, Harbour had the lowest share in time: 81 of 90 (90.0%).\n\n${TEAMS}`),
    wrong(`Of the teams with 10 reviews or more, Orchard had the lowest share in time: 57 of 60 (95.0%).\n\n${TEAMS}`, /“Orchard” is not the lowest/), // prettier-ignore
    wrong(`Harbour had the lowest share in time: 81 of 90 (90.0%).\n\n${TEAMS}`, /“Harbour” is not the lowest/),
    right(`Quarry had the lowest share in time: 6 of 8 (75.0%).\n\n${TEAMS}`),
    right(`Meadow had the highest share in time.\n\n${TEAMS}`),
    wrong(`Harbour had the highest share in time.\n\n${TEAMS}`, /“Harbour” is not the highest/),
    right(`Quarry had the highest proportion late.\n\n${TEAMS}`),
    right(`Meadow had the highest percentage of reviews that were in time.\n\n${TEAMS}`),
    right(`Meadow had the highest share in time.\n\n${WITH_SHARES}`),
    wrong(`Orchard had the highest share in time.\n\n${WITH_SHARES}`, /“Orchard” is not the highest/),
    right(`The share in time was lowest in Q1.\n\n${ACROSS}`),
    right(`The proportion of reviews in time was lowest in Q1.\n\n${ACROSS}`),
    wrong(`Q2 had the lowest share in time.\n\n${ACROSS}`, /“Q2” is not the lowest/),
    wrong(`The largest share of challenges was about drift.\n\n${GROUNDS}`, /“Drift” is not the largest/),
    right(`The largest share of challenges was about health.\n\n${GROUNDS}`),
    right(`Of the teams with 50 reviews or more, Orchard had the fewest late.\n\n${TEAMS}`),
    wrong(`Orchard had the fewest late.\n\n${TEAMS}`, /“Orchard” is not the fewest/),
  ],
}
