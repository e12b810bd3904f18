import { type Case, cells, right, table, wrong } from './reportCases.ts'

const AGES =
  'There are 37 children in the youngest group, 42 in primary school, 86 in secondary school and 49 at college.'
const LATE =
  'Of the 19 late reviews, eight were late because of absence, six because of illness and five because of traffic.'
const BY_QUARTER = table('Table 7: Concerns raised', cells('Kind', 'Q1', 'Q2', 'Q3', 'Q4', 'Year'), cells('Informal', 20, 22, 24, 28, 94), cells('Formal', 8, 9, 9, 9, 35), cells('All', 28, 31, 33, 37, 129)) // prettier-ignore
const BY_YEAR = table('Table 1: Legal status', cells('Status', '2020-21', '2021-22', '2022-23'), cells('Care order', 300, 320, 344), cells('Section 20', 248, 255, 260), cells('Total', 548, 575, 604)) // prettier-ignore
const IN_TIME = table('Table 4: Reviews', cells('Reviews', 'Q1', 'Q2', 'Q3', 'Year'), cells('Held', 341, 342, 342, 1025), cells('On time', 329, 330, 327, 986), cells('Late', 12, 12, 15, 39)) // prettier-ignore
const BY_AREA = table('Table 1: Children by area', cells('Area', '2020/21', '2021/22', '2022/23'), cells('North', 412, 431, 447), cells('East', 388, 376, 369), cells('West', 297, 305, 309)) // prettier-ignore
const SHARES = table('Table 2: Where children lived, 31 March 2023', cells('Placement', 'Share'), cells('Foster care', '82%'), cells('Homes', '10%'), cells('Supported accommodation', '8%')) // prettier-ignore
const PARTNERS = table('Table 3: Partners at conferences', cells('Partner', 'Invited', 'Came', 'Share'), cells('Police', 214, 171, '79.9%'), cells('Adult mental health', 88, 41, '46.6%'), cells('Probation', 47, 22, '46.8%')) // prettier-ignore

/** Cases of rules about numbers told in words: lists with their whole, comparisons, targets and shares. */
export const latestCases: Readonly<Record<string, readonly Case[]>> = {
  bandsInText: [right(`${BY_QUARTER}\n\nThere were 129 second reviews: 29 in Q1, 33 in Q2, 36 in Q3 and 31 in Q4.`)],
  belowThreshold: [
    right('No group of fewer than five children is shown.\n\n2 Children.\n\nThree brothers had been placed with an aunt.'), // prettier-ignore
  ],
  bracketsCompared: [
    wrong('The proportion on time was higher in 2022/23 (95.1%) than in 2021/22 (96.4%).', /95\.1% is not higher/),
    right('The proportion on time was lower in 2022/23 (95.1%) than in 2021/22 (96.4%).'),
    wrong('Fewer children left (247) than started (212).', /247 is not fewer/),
    wrong('Nearly all reviews were on time (81%).', /does not describe 81%/),
    right('Nearly all reviews were on time (96%).'),
    wrong('Numbers fell in all three areas: North 431 to 447, East 376 to 369, West 305 to 298.', /431 to 447 is none/),
    right('Numbers fell in all three areas: North 447 to 431, East 376 to 369, West 305 to 298.'),
  ],
  complements: [
    wrong('46 of the 74 children had theirs in time, so 38 did not.', /leave 28, not 38/),
    right('46 of the 74 children had theirs in time, so 28 did not.'),
    wrong('Seven of the ten recommendations were accepted. The other four were not.', /leave 3, not four/),
    right('Seven of the ten recommendations were accepted. The other three were not.'),
  ],
  contradictions: [
    wrong('The number of reviews went up to 2,820, 88 more than before.\n\nThe service held 2,802 reviews in the year.', /2,?820/), // prettier-ignore
    right('We held 138, 147, 151 and 166 reviews in the four quarters, 602 in all.'),
    right('There were 47 late reviews in the year.\n\nOver the three years the service held 4,630 reviews, of which 200 were late.'), // prettier-ignore
  ],
  growth: [
    right('Those under section 20 went up to 143, an increase of 21 in two years, which the growth in the number of others (from 38 to 61) more than explains.'), // prettier-ignore
    right('There were 372 with a plan. There were 401 a year before. That is a fall of 29, or 7.2%.'),
    right('It is now 45 lower than it was, a fall of 6.2%. The rate is 97 for every 10,000 children, where it had been 100.'), // prettier-ignore
    wrong('The average caseload fell from 78 to 62, by 14.', /is 16, not 14/),
    wrong('The budget grew from £412,000 to £430,000, which is 6.4%.', /4\.4%, not 6\.4%/),
  ],
  largestPart: [
    wrong(`${LATE} The commonest reason was illness.`, /is not the commonest/),
    right(`${LATE} The commonest reason was absence.`),
    right(`${AGES} The largest group is those in secondary school.`),
  ],
  namedShares: [
    wrong(`${PARTNERS}\n\nAdult mental health and the police each attended fewer than half of the conferences.`, /“Police”, which is 79\.9%/), // prettier-ignore
    right(`${PARTNERS}\n\nAdult mental health and probation each attended fewer than half of the conferences.`),
  ],
  madeUpShares: [
    right('There were 527 children. We have split the usual band in two. They make up 17.3% of the children, but they had 41 of the 112 moves.'), // prettier-ignore
  ],
  oppositeRows: [
    wrong(table('Table G: Reviews', cells('Reviews', 'Number'), cells('Total number of reviews', 505), cells('Held within timescale', 499), cells('Held outside of timescale', 9)), /508 together/), // prettier-ignore
    right(table('Table G: Reviews', cells('Reviews', 'Number'), cells('Total number of reviews', 508), cells('Held within timescale', 499), cells('Held outside of timescale', 9))), // prettier-ignore
  ],
  partsInAll: [
    wrong('Boys 255, girls 151: 396 in all.', /add up to 406/),
    right('Boys 255, girls 141: 396 in all.'),
    wrong('In the year 127 went home, 74 got special guardians, 58 were adopted, 139 turned 18 and 24 left for other reasons: 412 in all.', /add up to 422/), // prettier-ignore
    right('In the year 127 went home, 74 got special guardians, 58 were adopted, 139 turned 18 and 14 left for other reasons: 412 in all.'), // prettier-ignore
    wrong('The grant was £24,600. We spent £11,400 on activity days, £7,250 on the awards evening, £4,950 on tablets and £2,000 on travel.', /add up to 25,600/), // prettier-ignore
    right('The grant was £25,600. We spent £11,400 on activity days, £7,250 on the awards evening, £4,950 on tablets and £2,000 on travel.'), // prettier-ignore
  ],
  partsMadeUp: [
    right('For 71 it was abuse, for 29 a family in stress, for 21 absent parenting and for 11 some other reason.'),
    wrong('The unit held 1,246 reviews, and 49 were late. Late reviews were made up of 19 first reviews, 14 second reviews and 18 later ones.', /add up to 51/), // prettier-ignore
  ],
  personalData: [
    wrong('Amina Yusuf told us that her IRO, Peter, got her moved from Oakdene children’s home.', /Amina Yusuf/),
    wrong('Three sisters, Amelia, Jade and Poppy Thorncliffe, moved to foster care.', /names of children/),
  ],
  plansInPast: [
    right('Our priorities for 2023-24\n\nThe service agreed to fund two more posts, both of which were filled by September 2022.'), // prettier-ignore
  ],
  pointsFrom: [
    wrong(
      '93.0% were on time. Timeliness therefore improved by 3.5 percentage points from 90.5%.',
      /2\.5 points, not 3\.5/,
    ),
    right('93.0% were on time. Timeliness therefore improved by 2.5 percentage points from 90.5%.'),
  ],
  portionsTogether: [
    right('White: 322 (66.3%)\nMixed: 68 (14.0%)\nAsian: 47 (9.7%)\nBlack: 34 (7.0%)\nOther: 15 (3.1%)\n\nChildren from Black, Asian, Mixed and other backgrounds are 164 in all.'), // prettier-ignore
  ],
  rowsInText: [
    right(`${SHARES}\n\nHomes and supported accommodation come to 18%.`),
    right(`${BY_QUARTER}\n\nOur protocol begins with an informal stage and has three formal stages after that.`),
    right(`${IN_TIME}\n\nOver the three years the service has held 4,630 reviews, of which 200 were late.`),
  ],
  sameThing: [
    right('There are 234 girls and 293 boys in our care.\n\nAmong those of 16 and 17 the gap is wider, with 68 boys and 38 girls.'), // prettier-ignore
  ],
  sentencePercentages: [
    right('IROs raised 133 concerns in the year. Of these 104 were informal (78.2%) and 29 were formal (21.8%).'),
    right('We recorded 3,105 checks, against 2,484 the year before, which is 25% more. There were 4,750 reviews.'),
    right('Kinship fostering has risen by 25 in two years, from 87 to 112 (28.7%).'),
    wrong('The rate of response was 60%: 275 replies to 550 questionnaires.', /50%, not 60%/),
  ],
  shortChange: [
    wrong('In 2021-22, 36 reviews were chaired by the young person. In 2022-23 it was 63.\n\nNearly double: up by 85%.', /is 75%, not 85%/), // prettier-ignore
    right('In 2021-22, 36 reviews were chaired by the young person. In 2022-23 it was 63.\n\nNearly double: up by 75%.'), // prettier-ignore
  ],
  shareOfSaid: [
    wrong('Eight in ten of the 70 who answered, 42, said that things changed.', /42 of 70/),
    right('Six in ten of the 70 who answered, 42, said that things changed.'),
    wrong('Most reviews (238 of 602) were held face to face.', /238 of 602/),
    right('Most reviews (438 of 602) were held face to face.'),
  ],
  sharesLeft: [
    wrong('The child was present at 1,202 reviews, 61.8% of the total. In 39% the child was not present.', /leave 38%, not 39%/), // prettier-ignore
    right('The child was present at 1,202 reviews, 61.8% of the total. In 38% the child was not present.'),
    wrong('96.8% were on time, so 4.2% were late.', /leave 3\.2%, not 4\.2%/),
    right('96.8% were on time, so 3.2% were late.'),
    wrong('81 reviews (4.5%) had no contribution from the child, so 94.5% had one.', /leave 95\.5%, not 94\.5%/),
  ],
  smallCounts: [
    right('Three brothers had been placed with an aunt for two years.'),
    wrong('Three brothers, all Vietnamese children, had been placed with an aunt.', /who somebody is/),
  ],
  superlatives: [
    right(`${IN_TIME}\n\nThe commonest reason for a late review was that the social worker was not there.`),
  ],
  trends: [
    right(`${BY_AREA}\n\nThe North and West have both grown in each of the last two years, while the East has fallen in both years.`), // prettier-ignore
    right(`${BY_YEAR}\n\nThe use of agencies fell in 2022-23 for the first time, from 184 to 140.`),
  ],
  targetMet: [
    wrong('We met our target of 95%, with 93.4% of reviews on time.', /93\.4% is below the 95%/),
    right('We met our target of 95%, with 95.4% of reviews on time.'),
    right('We did not meet our target of 95%, with 93.4% of reviews on time.'),
  ],
}
