import { type Case, cells, right, table, wrong } from './reportCases.ts'

const TEAMS = table('Table 1: Reviews by team', cells('Team', 'Held', 'In time', 'Late'), cells('Harbour', 90, 81, 9), cells('Meadow', 40, 39, 1), cells('Orchard', 60, 57, 3), cells('Quarry', 8, 6, 2)) // prettier-ignore
const WITH_SHARES = table('Table 1: Reviews by team', cells('Team', 'Held', 'In time', 'Share in time'), cells('Harbour', 90, 81, '90.0%'), cells('Meadow', 40, 39, '97.5%'), cells('Orchard', 60, 57, '95.0%')) // prettier-ignore
const ACROSS = table('Table 1: Reviews by quarter', cells('Reviews', 'Q1', 'Q2', 'Q3', 'Q4'), cells('Held', 90, 40, 60, 50), cells('In time', 81, 39, 57, 50)) // prettier-ignore
const BY_YEAR = table('Table 1: Reviews in time by area', cells('Area', '2021-22', '2022-23'), cells('East', '96%', '91%'), cells('West', '90%', '97%'), cells('North', '92%', '94%')) // prettier-ignore
const SCORES = table('Table 1: Scores', cells('Band', '2022-23', '2022-23 share', '2021-22', '2021-22 share'), cells('Normal', 21, '52.5%', 18, '38.3%'), cells('Watched', 'c', 'c', 22, '46.8%'), cells('High', 'c', 'c', 7, '14.9%')) // prettier-ignore
const GROUNDS = table('Table 1: Challenges by ground', cells('Ground', 'Number', 'Settled'), cells('Health', 40, 30), cells('School', 25, 20), cells('Drift', 31, 25)) // prettier-ignore

const HOMES = table('Table 1: Children by home', cells('Home', 'Children'), cells('Foster care', 40), cells('Kinship', 12)) // prettier-ignore
const AGES = table('Table 2: Children by age', cells('Age', 'Children'), cells('Under 10', 20), cells('10 and over', 32)) // prettier-ignore
const twice = (text: string) =>
  `Children's homes\n\n${text}\n\nMore was done in the spring.\n\nChildren's schools\n\n${text}`

/** Cases of shares set beside shares, and of sentences that stand twice. */
export const comparedCases: Readonly<Record<string, readonly Case[]>> = {
  superlatives: [
    right(`Timeliness was best in Meadow, with 97.5% of reviews in time.\n\n${TEAMS}`),
    right(`Quarry was the weakest, with two of its eight reviews late.\n\n${TEAMS}`),
    wrong(`Harbour was the best performing team with 81 of 90 reviews in time.\n\n${TEAMS}`, /“Harbour” is not the best/), // prettier-ignore
    right(`Of those with a score, the largest group was Normal (21 of 40, 52.5%).\n\n${SCORES}`),
    right(
      `Normal had the highest share.\n\n${SCORES.replace('\tc\tc', '\t12\t30.0%').replace('\tc\tc', '\t7\t17.5%')}`,
    ),
    right(`At 90.0% Harbour had the lowest timeliness of the larger teams.\n\n${TEAMS}`),
    right(`Timeliness was worst in East in 2022-23.\n\n${BY_YEAR}`),
    wrong(`Timeliness was worst in West in 2022-23.\n\n${BY_YEAR}`, /“West” is not the worst/),
    wrong(`East had the highest share in 2022-23.\n\n${BY_YEAR.replaceAll('%', '').replace('Reviews', 'Share of reviews')}`, /“East” is not the highest/), // prettier-ignore
    right(`West had the highest share in 2022-23.\n\n${BY_YEAR.replaceAll('%', '').replace('Reviews', 'Share of reviews')}`), // prettier-ignore

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
  copies: [
    ...[
      'The number below differs from the one of the year before by no more than chance could give.',
      'Where a school sends no marks for the term, by the latest mark in the register of the virtual school.',
      'Children who live with a parent for part of the week count once, under the home of the other days.',
      'A child belongs to the team that has most of the nights of the month, whichever began first.',
      'Not recorded for any child of the service in the year or in the two years before it.',
      'If a plan was agreed on the day of the review, it is taken as agreed within 20 days of the review.',
    ].map((text) => right(twice(text))),
    right(`Those who moved on the last day of March were put in the home that they left.\n\n${HOMES}\n\nMore was done in the spring.\n\nThose who moved on the last day of March were put in the home that they left.\n\n${AGES}`), // prettier-ignore
    ...[
      'The team wrote to every school in the autumn and heard from nearly all of them by the spring.',
      'The virtual school has trained 34 foster carers in reading with children who are behind their class.',
      'Young people asked the council for later buses from the college, and the council agreed.',
      'More than half of the young people at the two colleges have a mentor from the business club: 61% in all.',
    ].map((text) => wrong(twice(text), /there twice/)),
    wrong(`Of those who moved in the spring 14 were put in a home that they did not ask for.\n\n${HOMES}\n\nMore was done in the spring.\n\nOf those who moved in the spring 14 were put in a home that they did not ask for.\n\n${AGES}`, /there twice/), // prettier-ignore
    wrong(`${HOMES}\n\nOur panel met six times. It took advice from a nurse and from two teachers at each of the meetings.\n\n${AGES}\n\nIt took advice from a nurse and from two teachers at each of the meetings. It also had a clerk.`, /there twice/), // prettier-ignore
  ],
}
