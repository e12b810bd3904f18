import { type Case, cells, right, table, wrong } from './reportCases.ts'

const AGES =
  'There are 37 children in the youngest group, 42 in primary school, 86 in secondary school and 49 at college.'
const LATE =
  'Of the 19 late reviews, eight were late because of absence, six because of illness and five because of traffic.'
const PARTNERS = table('Table 3: Partners at conferences', cells('Partner', 'Invited', 'Came', 'Share'), cells('Police', 214, 171, '79.9%'), cells('Adult mental health', 88, 41, '46.6%'), cells('Probation', 47, 22, '46.8%')) // prettier-ignore

/** Cases of rules about numbers told in words: lists with their whole, comparisons, targets and shares. */
export const latestCases: Readonly<Record<string, readonly Case[]>> = {
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
  largestPart: [
    wrong(`${LATE} The commonest reason was illness.`, /is not the commonest/),
    right(`${LATE} The commonest reason was absence.`),
    right(`${AGES} The largest group is those in secondary school.`),
  ],
  namedShares: [
    wrong(`${PARTNERS}\n\nAdult mental health and the police each attended fewer than half of the conferences.`, /“Police”, which is 79\.9%/), // prettier-ignore
    right(`${PARTNERS}\n\nAdult mental health and probation each attended fewer than half of the conferences.`),
  ],
  partsInAll: [
    wrong('In the year 127 went home, 74 got special guardians, 58 were adopted, 139 turned 18 and 24 left for other reasons: 412 in all.', /add up to 422/), // prettier-ignore
    right('In the year 127 went home, 74 got special guardians, 58 were adopted, 139 turned 18 and 14 left for other reasons: 412 in all.'), // prettier-ignore
    wrong('The grant was £24,600. We spent £11,400 on activity days, £7,250 on the awards evening, £4,950 on tablets and £2,000 on travel.', /add up to 25,600/), // prettier-ignore
    right('The grant was £25,600. We spent £11,400 on activity days, £7,250 on the awards evening, £4,950 on tablets and £2,000 on travel.'), // prettier-ignore
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
  ],
  targetMet: [
    wrong('We met our target of 95%, with 93.4% of reviews on time.', /93\.4% is below the 95%/),
    right('We met our target of 95%, with 95.4% of reviews on time.'),
    right('We did not meet our target of 95%, with 93.4% of reviews on time.'),
  ],
}
