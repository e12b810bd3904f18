import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { comparisonsRules } from './index.ts'

// prettier-ignore
const AGES = table('Table 1: Children by age, 31 March 2023', cells('Age', 'Number'), cells('0-4', 40), cells('5-9', 52), cells('10-13', 61), cells('14-17', 90), cells('Total', 243)) // prettier-ignore
const TEAMS = table('Table 1: Reviews by team', cells('Team', 'Held', 'In time', 'Late'), cells('Harbour', 90, 81, 9), cells('Meadow', 40, 39, 1), cells('Orchard', 60, 57, 3), cells('Quarry', 8, 6, 2)) // prettier-ignore
// prettier-ignore
const SCORES = table('Table 1: Scores', cells('Band', '2022-23', '2022-23 share', '2021-22', '2021-22 share'), cells('Normal', 21, '52.5%', 18, '38.3%'), cells('Watched', 'c', 'c', 22, '46.8%'), cells('High', 'c', 'c', 7, '14.9%')) // prettier-ignore
// prettier-ignore
const BY_YEAR = table('Table 1: Reviews in time by area', cells('Area', '2021-22', '2022-23'), cells('East', '96%', '91%'), cells('West', '90%', '97%'), cells('North', '92%', '94%')) // prettier-ignore
// prettier-ignore
const WITH_SHARES = table('Table 1: Reviews by team', cells('Team', 'Held', 'In time', 'Share in time'), cells('Harbour', 90, 81, '90.0%'), cells('Meadow', 40, 39, '97.5%'), cells('Orchard', 60, 57, '95.0%')) // prettier-ignore
// prettier-ignore
const ACROSS = table('Table 1: Reviews by quarter', cells('Reviews', 'Q1', 'Q2', 'Q3', 'Q4'), cells('Held', 90, 40, 60, 50), cells('In time', 81, 39, 57, 50)) // prettier-ignore
// prettier-ignore
const GROUNDS = table('Table 1: Challenges by ground', cells('Ground', 'Number', 'Settled'), cells('Health', 40, 30), cells('School', 25, 20), cells('Drift', 31, 25)) // prettier-ignore
// prettier-ignore
const CASELOADS = table('Table 1: Children of each officer', cells('IRO', 'Children'), cells('A', 61), cells('B', 72), cells('C', 58), cells('D', 66)) // prettier-ignore
// prettier-ignore
const QUARTERS = table('Table 4: Reviews by quarter', cells('Quarter', 'Held', 'Late'), cells('Q1 (April to June)', 131, 16), cells('Q2 (July to September)', 118, 14), cells('Q3 (October to December)', 140, 13), cells('Q4 (January to March)', 153, 19)) // prettier-ignore
const BY_HOME = table('Table 1: Children by home', cells('Home', 'Children', '%'), cells('Foster care', 86, '35%'), cells('Children’s homes', 28, '12%'), cells('With parents', 33, '14%'), cells('Other', 96, '40%'), cells('Total', 243, '100%')) // prettier-ignore
const LATE =
  'Of the 19 late reviews, eight were late because of absence, six because of illness and five because of traffic.'
const AGES_IN_LIST =
  'There are 37 children in the youngest group, 42 in primary school, 86 in secondary school and 49 at college.'
// prettier-ignore
const IN_TIME = table('Table 4: Reviews', cells('Reviews', 'Q1', 'Q2', 'Q3', 'Year'), cells('Held', 341, 342, 342, 1025), cells('On time', 329, 330, 327, 986), cells('Late', 12, 12, 15, 39)) // prettier-ignore

const REASONS = table('Table 1: Reasons for leaving care', cells('Reason', 'Children'), cells('Returned home to parents as planned', 30), cells('Returned home to parents, not planned', 2), cells('Adopted', 9), cells('Turned 18', 49), cells('Total', 90)) // prettier-ignore

eachRule(comparisonsRules, {
  besideTarget: [
    wrong('Timeliness rose to 94.1% and is still above our target of 95%.', /94\.1% is not above 95%/),
    right('Timeliness rose to 94.1% and is still below our target of 95%.'),
    wrong('9.2% had three or more placements, worse than the England average of 10%.', /not worse than 10%/),
    right('9.2% had three or more placements, better than the England average of 10%.'),
    wrong('The rate is 79.4 per 10,000. This is lower than the national rate of 71 per 10,000.', /79\.4.* is not lower than 71/), // prettier-ignore
    right('The rate is 69.4 per 10,000. This is lower than the national rate of 71 per 10,000.'),
    wrong('We are at 65% and getting closer to our ambition to achieve 60%.', /65% is not getting closer to 60%/),
    right('We are at 55% and getting closer to our ambition to achieve 60%.'),
  ],
  boundsSaid: [
    wrong('We work with over 600 foster carers.\n\nThere are currently 564 foster carers.', /over 600.*564/),
    right('We work with over 550 foster carers.\n\nThere are currently 564 foster carers.'),
  ],
  bracketsCompared: [
    right('It was as many as 109, which is far more than the 50 to 70 that the IRO Handbook advises.'),
    wrong('The number of boys (301) continues to be slightly higher than that of girls (325).', /is not higher than 325/), // prettier-ignore
    wrong('Boys are slightly fewer than girls, approximately 55% to 45%.', /is not fewer than 45%/),
    right('The number of boys (325) continues to be slightly higher than that of girls (301).'),
    right('The number of children has more than doubled, from 14 to 38.'),
    right('Boys are slightly more numerous than girls, approximately 55% to 45%.'),
    wrong('The proportion on time was higher in 2022/23 (95.1%) than in 2021/22 (96.4%).', /95\.1% is not higher/),
    right('The proportion on time was lower in 2022/23 (95.1%) than in 2021/22 (96.4%).'),
    wrong('Fewer children left (247) than started (212).', /247 is not fewer/),
    wrong('Nearly all reviews were on time (81%).', /does not describe 81%/),
    right('Nearly all reviews were on time (96%).'),
    wrong('Numbers fell in all three areas: North 431 to 447, East 376 to 369, West 305 to 298.', /431 to 447 is none/),
    right('Numbers fell in all three areas: North 447 to 431, East 376 to 369, West 305 to 298.'),
    wrong('The majority of children (43%) live with foster carers.', /does not describe 43%/),
    right('The majority of children (63%) live with foster carers.'),
    wrong('Fewer than half of them (58%) had seen a dentist.', /does not describe 58%/),
  ],
  comparisons: [
    wrong('Children with three or more placements rose from 6.9% to 7.9%; this represents better outcomes compared to regional (7%) and national (6%) rates.', /7\.9% is not better than 7/), // prettier-ignore
    right('Children with three or more placements rose from 6.9% to 7.9%; this represents better outcomes compared to regional (9%) and national (10%) rates.'), // prettier-ignore
    right('Reviews on time rose from 86.9% to 87.9%; this is better than regional (87%) and national (86%) rates.'),
    right('The average was 18.3% for the year, with a range between 8% and 27.3%.'),
    wrong('Caseloads remained between 65-80, in line with the handbook, which suggests 50-70.', /not “in line with”/),
    right('Caseloads remained between 55-68, in line with the handbook, which suggests 50-70.'),
    wrong(
      'The rate is 79.4 per 10,000. This is lower than regional (96) and national rates (71).',
      /not lower than 71/,
    ),
    right('The rate is 69.4 per 10,000. This is lower than regional (96) and national rates (71).'),
    right('The rate was 65.0 per 10,000 children, above the region (58) and below England (70).'),
    wrong('The rate was 65.0 per 10,000 children, above the region (68) and below England (70).', /not above/),
    wrong('The rate was 65.0 per 10,000 children, above both the region (58) and England (70).', /not above/),
  ],
  extremes: [
    wrong(`No officer had more than 66 children.\n\n${CASELOADS}`, /from 58 to 72/),
    right(`No officer had more than 72 children.\n\n${CASELOADS}`),
    wrong(`Caseloads ranged from 58 to 66.\n\n${CASELOADS}`, /from 58 to 72/),
    right(`Caseloads ranged from 58 to 72.\n\n${CASELOADS}`),
    right(`No officer should have more than 66 children.\n\n${CASELOADS}`),
  ],
  largestPart: [
    wrong(`${REASONS}\n\nMost of our children left care as they returned to their parents.`, /“Most” does not describe/), // prettier-ignore
    right(`${REASONS}\n\nMost of our children left care as they turned 18.`),
    right(`${REASONS}\n\nMost of our children left care because the court so decided.`),
    wrong(`${LATE} The commonest reason was illness.`, /is not the commonest/),
    right(`${LATE} The commonest reason was absence.`),
    right(`${AGES_IN_LIST} The largest group is those in secondary school.`),
  ],
  moreOfOne: [
    wrong(`${BY_HOME}\n\nMore were in children’s homes than with parents.`, /28 and .* 33/),
    right(`${BY_HOME}\n\nMore were with parents than in children’s homes.`),
    wrong('There are 121 boys and 140 girls, so boys outnumber girls.', /121 and .* 140/),
    right('There are 121 boys and 140 girls, so girls outnumber boys.'),
  ],
  ranksTold: [
    wrong('The commonest reason was illness (9), followed by absence (14) and a change of placement (6).', /9 is said to come before 14/), // prettier-ignore
    right('The commonest reason was illness (14), followed by absence (9) and a change of placement (6).'),
    wrong('Neglect was the most common category, with 131 children, and emotional abuse the second, with 187.', /131 is said to come before 187/), // prettier-ignore
    right('Neglect was the most common category, with 187 children, and emotional abuse the second, with 131.'),
    wrong('Caseloads range from 52 to 71 children. The highest caseload was 78.', /78 lies outside the range/),
    right('Caseloads range from 52 to 71 children. The highest caseload was 71.'),
    wrong('Performance ranged from 85% to 92% in the year with an annual figure of 82.8%.', /82\.8% lies outside/),
    wrong(
      'Monthly performance was between 91% and 98%, and the figure for the whole year was 89%.',
      /89% lies outside/,
    ),
    wrong('The average was 28.3% for the year, with a range between 8% and 27.3%.', /outside the range/),
    right('Performance ranged from 85% to 92% across the teams, while overall attendance was 64%.'),
    right('The ages range from 5 to 17 and the average stay was 21 months.'),
  ],
  saidTheSame: [
    wrong('That is 8.3%, which is just the same as the 12.4% of last year.', /said to be the same/),
    right('That is 8.3%, which is not the same as the 12.4% of last year.'),
    right('A half-time caseload of 31 is the same as 62 for a full-time post.'),
    wrong('97% were in time, which is the same as the 94% of last year.', /97% and 94% are said to be the same/),
    right('97% were in time, which is the same as the 97% of last year.'),
    right('97% were in time, much the same as the 96% of last year.'),
    right('97% were in time, not the same as the 94% of last year.'),
  ],
  setAgainst: [
    right('Although demand increased, 91% of reviews were on time, against 93% in the previous year.'),
    wrong('Fewer children came than last year, 274 against 281, and rather fewer left, 247 against 242.', /“fewer” does not describe 247 against 242/), // prettier-ignore
    right('Fewer children came than last year, 274 against 281, and rather more left, 247 against 242.'),
    right('More than half left within a year, 247 compared with 281 before.'),
  ],
  superlatives: [
    wrong(`The largest group is those aged 5 to 9.\n\n${AGES}`, /./),
    right(`The largest group is those aged 14 to 17.\n\n${AGES}`),
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
    wrong(`The second quarter had the fewest late reviews, while the first and the fourth had the most.\n\n${QUARTERS}`, /not the fewest/), // prettier-ignore
    right(`The third quarter had the fewest late reviews, while the first and the fourth had the most.\n\n${QUARTERS}`),
    right(`${IN_TIME}\n\nThe commonest reason for a late review was that the social worker was not there.`),
  ],
  targetMet: [
    wrong('We met our target of 95%, with 93.4% of reviews on time.', /93\.4% is below the 95%/),
    right('We met our target of 95%, with 95.4% of reviews on time.'),
    right('We did not meet our target of 95%, with 93.4% of reviews on time.'),
    wrong('Our target was 95%, which we achieved: 93% of reviews were on time.', /93% is below the 95%/),
    right('Our target was 95%, which we achieved: 96% of reviews were on time.'),
    wrong(
      'We met both of our targets: 97% on time (target 95%) and 81% attendance (target 85%).',
      /81% is below the 85%/,
    ),
    right('We met both of our targets: 97% on time (target 95%) and 86% attendance (target 85%).'),
  ],
  timesAsMany: [
    wrong('There are more than three times as many boys (74) as girls (34).', /2\.2 times/),
    right('There are more than twice as many boys (74) as girls (34).'),
  ],
  averageInRange: [
    wrong('The average caseload was 61. The range was 68 (a part-time colleague) to 79.', /61, is not between 68 and 79/), // prettier-ignore
    right('The average caseload was 71. The range was 68 (a part-time colleague) to 79.'),
    wrong(
      'On average a dispute took 16 working days; the longest took 14 and the shortest one.',
      /not between 1 and 14/,
    ),
    right('On average a dispute took 16 working days; the longest took 61 and the shortest one.'),
    wrong('This shows an overall average of 37.3% for the year with a range between 8% and 27.3%.', /37\.3, is not between 8 and 27\.3/), // prettier-ignore
    wrong('Attendance was in the range of 85% - 92% during the year, with an annual figure of 93.2%.', /93\.2, is not between/), // prettier-ignore
    right('This shows an overall average of 17.3% for the year with a range between 8% and 27.3%.'),
    right('The average caseload was 78, and the guidance gives a range of 50 to 70.'),
    right('Caseloads ranged from 52 to 71. The average for England is 80.'),
  ],
  moreThanEach: [
    wrong('We look after 268 children, nine more than the 257 a year before and 23 fewer than the peak of 291 in August.', /257 to 268 is 11, not nine/), // prettier-ignore
    right('We look after 268 children, eleven more than the 257 a year before and 23 fewer than the peak of 291 in August.'), // prettier-ignore
  ],
  outnumbered: [
    wrong('Boys outnumber girls by 120 to 148.', /outnumbers the other is 120/),
    wrong('Boys outnumber girls by 148 to 130 (55% and 45%).', /148 of 278 is 53%/),
    right('Boys outnumber girls by 1,148 to 1,020 (53% and 47%).'),
  ],
  remainsAbove: [
    wrong('Fourteen children were adopted. The number has grown, although it remains above the 17 of 2020/21.', /Fourteen is below 17/), // prettier-ignore
    right('Fourteen children were adopted. The number has grown, although it remains below the 17 of 2020/21.'),
  ],
})
