import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { sharesRules } from './index.ts'

// prettier-ignore
const LOOKED_AFTER = 'On 31 March 2023 there were 243 children looked after.'
// prettier-ignore
const BY_AGE = 'Of the 243 children, 24 were under five, 62 were from five to nine, 60 were from ten to fifteen and 97 were sixteen or seventeen.' // prettier-ignore
const CHILDREN = 'On 31 March 2023 there were 243 children looked after.'
// prettier-ignore
const PARTNERS = table('Table 3: Partners at conferences', cells('Partner', 'Invited', 'Came', 'Share'), cells('Police', 214, 171, '79.9%'), cells('Adult mental health', 88, 41, '46.6%'), cells('Probation', 47, 22, '46.8%')) // prettier-ignore
const THIS_YEAR = 'On 31 March 2023 there were 243 children looked after.'
const HOMES = table('Table 1: Children looked after by placement, 31 March 2023', cells('Placement', 'Children'), cells('Foster care', 180), cells('Residential', 63), cells('Total', 243)) // prettier-ignore
// prettier-ignore
const BY_TURN = table('Table 2: Reviews by turn', cells('Review', 'Held'), cells('First reviews', 120), cells('Second reviews', 150), cells('Later reviews', 730), cells('Total', 1000)) // prettier-ignore

const TURNS = table('Table 2: Reviews by turn', cells('Review', 'Held'), cells('First reviews', 61), cells('Second reviews', 43), cells('Later reviews', 45), cells('Total', 149)) // prettier-ignore

eachRule(sharesRules, {
  caseloads: [
    right('406 children and 6.2 full-time equivalent posts. The average caseload came down from 72.6 to 65.5.'),
    wrong('The service has 4.0 FTE for 243 children. The average caseload was 81.', /60\.|61/),
    wrong('Five IROs (4.0 FTE) reviewed 243 children; the mean caseload was 60.1.', /60\.8/),
    right('Five IROs (4.0 FTE) reviewed 243 children; the mean caseload was 60.8.'),
    right('The average caseload is 74 children for each full-time equivalent IRO, who number 3.6 FTE.'),
    right('The service had 4.0 FTE officers, then 5.0 FTE, for 243 children. The average caseload was 48.6 in the first of the years, 60.8 in the second.'), // prettier-ignore
  ],
  followingShares: [
    wrong('1,158 of the 1,206 reviews took place in time. That is 97.0%, better than in 2021-22 (95.1%).', /96.0%, not 97.0%/), // prettier-ignore
    wrong('Out of the 243 reviews, 236 were in time. That is 79%.', /97%, not 79%/),
    right('Out of the 243 reviews, 236 were in time. That is 97%.'),
    wrong('32 closed in time and six took longer, so 94% were on time.', /84%, not 94%/),
    right('32 closed in time and six took longer, so 84% were on time.'),
    right('Of 40 plans 38 were read and two were not, so 95% were read.'),
    wrong('There were 38 escalations. The number fell by six (24%).', /14%, not 24%/),
    right('There were 38 escalations. The number fell by six (14%).'),
    wrong("We sent it to 290 children. Of the 84, 76 said their IRO listens to them. That's 80%.", /90%, not 80%/),
    right("We sent it to 290 children. Of the 84, 76 said their IRO listens to them. That's 90%."),
  ],
  madeUpShares: [
    wrong(
      `${LOOKED_AFTER} 61 boys and 40 girls came from abroad. The girls make up 26% of all children.`,
      /16%, not 26%/,
    ),
    right(`${LOOKED_AFTER} 61 boys and 40 girls came from abroad. The girls make up 16% of all children.`),
    right(`${LOOKED_AFTER} 30 (12%) live in homes. 40 children live with a parent, 12 on an interim order; this represents 16% of all children.`), // prettier-ignore
    right('There were 527 children. We have split the usual band in two. They make up 17.3% of the children, but they had 41 of the 112 moves.'), // prettier-ignore
  ],
  namedShares: [
    wrong(`${PARTNERS}\n\nAdult mental health and the police each attended fewer than half of the conferences.`, /“Police”, which is 79\.9%/), // prettier-ignore
    right(`${PARTNERS}\n\nAdult mental health and probation each attended fewer than half of the conferences.`),
  ],
  ofAll: [
    wrong(
      `${THIS_YEAR}\n\nOf those with a disability 34 have a plan. That is 18% of all the children.`,
      /14\.0%, not 18%/,
    ),
    right(`${THIS_YEAR}\n\nOf those with a disability 34 have a plan. That is 14% of all the children.`),
  ],
  partsInWords: [
    right(
      'Nearly three quarters are ten or over.\n\n' +
        table(
          'Table 1: Children by age',
          cells('Age', 'Children'),
          cells('0 to 9', 83),
          cells('10 to 15', 112),
          cells('16 and 17', 117),
          cells('Total', 312),
        ),
    ),
    wrong(`${BY_AGE} So one in ten is under five and nearly two thirds are sixteen or seventeen.`, /97 of 243/),
    right(`${BY_AGE} So one in ten is under five and two fifths are sixteen or seventeen.`),
  ],
  rates: [
    wrong('On 31 March 2023 there were 400 children looked after. The rate was 84.0 per 10,000, in a population of 50,000 under 18.', /80\.0/), // prettier-ignore
    right('On 31 March 2023 there were 400 children looked after. The rate was 80.0 per 10,000, in a population of 50,000 under 18.'), // prettier-ignore
  ],
  ratios: [
    right('On average an officer had 63.5 children: 64.2 in the East (398 children, 6.2 posts) and 62.7 in the West (307 children, 4.9 posts).'), // prettier-ignore
    wrong('A quarter (41%) of parents came.', /does not describe/),
    wrong('412 children and 6.0 FTE, an average of 96 each.', /68\.7|69/),
    right('A quarter (26%) of parents came.'),
    wrong('452 children divided by 7.0 is 46.6.', /64\.6/),
    wrong('On average there were 80 reviews a month.\n\n839 reviews were held in the year.', /a month/),
    right('On average there were 70 reviews a month.\n\n839 reviews were held in the year.'),
  ],
  sentencePercentages: [
    right('We held 1,212 reviews, for 573 children. Last year it was 55 children (12.6%).'), // prettier-ignore
    right('25 of 43 children under 16 who had been looked after for two and a half years or more (58.1%) were settled.'), // prettier-ignore
    wrong('In 2021-22 more were in time (98.0%, 1,190 of 1,239).', /1,190 of 1,239 is 96.0%/),
    right('In 2021-22 more were in time (96.0%, 1,190 of 1,239).'),
    wrong('131 first reviews were due; 124 were in time, 91%.', /124 of 131 is 95%/),
    right('131 first reviews were due; 124 were in time, 95%.'),
    wrong('Replies were fewer: 23 of 118 (24%).', /23 of 118 is 19%/),
    wrong('Health assessments were up to date for 231 of the 248 children looked after for a year or more (90%).', /231 of 248 is 93%/), // prettier-ignore
    right('Health assessments were up to date for 231 of the 248 children looked after for a year or more (93%).'),
    wrong('IROs raised 57 disputes, compared with 43 the year before. 46 (84%) were resolved informally.', /46 of 57 is 81%/), // prettier-ignore
    right('IROs raised 57 disputes, compared with 43 the year before. 46 (81%) were resolved informally.'),
    right('At 31 March 2023 there were 412 children looked after.\n\nThere are 296 in foster care (72%). 171 of these homes are ours, 125 of agencies. 49 live in homes (12%), 27 with parents (7%) and 24 in lodgings (6%).'), // prettier-ignore
    right('Among these 204 children 132 were of school age, and a form was filled in for 115 of them (87.1%).'),
    wrong(
      'Among these 204 children 132 were of school age, and a form was filled in for 115 of them (78.1%).',
      /115 of 132 is 87\.1%/,
    ),
    wrong(
      `Of these reviews 61 (41%) were first ones and 43 (35%) second ones.\n\n${TURNS}`,
      /61 of 149 is 40\.9%|43 of 149 is 29%/,
    ),
    right(`Of these reviews 61 (41%) were first ones and 43 (29%) second ones.\n\n${TURNS}`),
    wrong('There were 48 children under ten. Of the 48 children (80 % - 43) lived with carers.', /90%|89\.6%/),
    right('There were 48 children under ten. Of the 48 children (90 % - 43) lived with carers.'),
    wrong('702 reviews were held; 688 of the 702 reviews (89%) were on time.', /98%/),
    right('702 reviews were held; 688 of the 702 reviews (98%) were on time.'),
    right('We sent forms to 150 carers, and 63 replied. Three quarters (75%) of parents found the IRO helpful.'),
    wrong('212 consultation forms came back out of 530 sent, a return rate of 45%.', /40%/),
    wrong('2,041 reviews were chaired, 91.8% (2,002) within timescales.', /98\.1%/),
    right('2,041 reviews were chaired, 98.1% (2,002) within timescales.'),
    wrong('Children came to 397 reviews. 397 attended, 95% of 676.', /59%/),
    right('397 attended, 59% of 676.'),
    wrong('Of the 199 reviews there was a report in 191, ninety per cent.', /96%/),
    right('Of the 199 reviews there was a report in 191, ninety-six per cent.'),
    right('Most were placed in lodgings 50 (58%) or in foster care 34 (40%).'),
    right(
      'IROs chaired 1,745 reviews (1,689 the year before). 1,658 (95%) were in time, compared with 1,571 (93%) then.',
    ),
    right(
      'There are 618 children in foster care. Those with relatives are 112, which is just over a quarter of all foster homes (26%).',
    ),
    right('Of the 57 reviews 52 (90% or more) were held in time.'),
    right('52 of the 57 reviews, 90% or more, were held in time.'),
    wrong('Of the 57 reviews 52 (90%) were held in time.', /91%, not 90%/),
    right('Of the 73 who had an advocate, 31 asked for one themselves (42%).'),

    wrong('On 31 March 2023 there were 534 children looked after.\n\nEighty-two per cent of the children (483) are of white heritage.', /90%/), // prettier-ignore
    right('On 31 March 2023 there were 534 children looked after.\n\nEighty-two per cent of the children (438) are of white heritage.'), // prettier-ignore
    wrong('We asked 310 children and 124 answered, which is 45%.', /40%, not 45%/),
    right('We asked 310 children and 124 answered, which is 40%.'),
    right('There were 1,002 reviews. In 641 of them (64%) the child came, in 297 (30%) the views were given, and in 64 (6%) there were none.'), // prettier-ignore

    right('Of the 612 children, 463 were living in a fostering household of one kind or another, which is 75.7% of the total.'), // prettier-ignore
    wrong('Of the 834 children, 251 lived more than 20 miles from home, which is 33.1%.', /30\.1%, not 33\.1%/),
    right('Of the 834 children, 251 lived more than 20 miles from home, which is 30.1%.'),
    right('IROs raised 133 concerns in the year. Of these 104 were informal (78.2%) and 29 were formal (21.8%).'),
    right('We recorded 3,105 checks, against 2,484 the year before, which is 25% more. There were 4,750 reviews.'),
    right('Kinship fostering has risen by 25 in two years, from 87 to 112 (28.7%).'),
    wrong('The rate of response was 60%: 275 replies to 550 questionnaires.', /50%, not 60%/),
    right(`${BY_TURN}\n\nOf the 120 first reviews 99 were in time (82.5%). Of the second reviews, 141 were in time (94.0%).`), // prettier-ignore
    wrong(`${BY_TURN}\n\nOf the 120 first reviews 99 were in time (82.5%). Of the second reviews, 141 were in time (90.4%).`, /141 of 150 is 94\.0%/), // prettier-ignore
    right('There were 792 children in 2020 and 858 in 2022. The growth from 2020 to 2021 was 33 children (4.2%), and from 2021 to 2022 it was again 33 (4.0%).'), // prettier-ignore
  ],
  shareOfSaid: [
    wrong('Eight in ten of the 70 who answered, 42, said that things changed.', /42 of 70/),
    right('Six in ten of the 70 who answered, 42, said that things changed.'),
    wrong('Most reviews (238 of 602) were held face to face.', /238 of 602/),
    right('Most reviews (438 of 602) were held face to face.'),
    right('The most common category of need was “Absent parenting” (2 of 5, 40%).'),
    wrong('Most of the reviews were held on a screen (98 of 240).', /“Most” does not describe 98 of 240/),
  ],
  sharesInWords: [
    right('In the first three quarters taken together, 941 of 971 reviews were in time.'), // prettier-ignore
    right(`Exactly a quarter of the children in foster care live with kin.\n\n${table('Table 1: Homes', cells('Home', 'Number'), cells('Foster care', 108), cells('Residential', 30), cells('Other', 25), cells('Total', 163))}`), // prettier-ignore
    wrong('298 children live with foster carers; more than a third of them (84) live with relatives.', /28\.2%/),
    right('298 children live with foster carers; more than a quarter of them (84) live with relatives.'),
    wrong('Two thirds of our children (120 of 243) live here.', /49\.4%/),
    right('Half of our children (120 of 243) live here.'),
    right('The number fell by a third (120 of 243).'),
  ],
  sharesLeft: [
    wrong('The child was present at 1,202 reviews, 61.8% of the total. In 39% the child was not present.', /leave 38%, not 39%/), // prettier-ignore
    right('The child was present at 1,202 reviews, 61.8% of the total. In 38% the child was not present.'),
    wrong('96.8% were on time, so 4.2% were late.', /leave 3\.2%, not 4\.2%/),
    right('96.8% were on time, so 3.2% were late.'),
    wrong('81 reviews (4.5%) had no contribution from the child, so 94.5% had one.', /leave 95\.5%, not 94\.5%/),
  ],
  sharesOfWhole: [
    wrong('104% of children took part in their review.', /more than all of it/),
    right('94% of children took part in their review.'),
  ],
  sharesSaid: [
    wrong('80% of children attended their review.\n\nThe table shows that fewer than half of children attend or speak for themselves.', /does not describe 80\.0%/), // prettier-ignore
    right('80% of children attended their review.\n\nThe table shows that more than three quarters of children attend or speak for themselves.'), // prettier-ignore
    wrong(`${HOMES}\n\nFewer than half of our children live with foster carers.`, /does not describe 74\.1%/),
    right(`${HOMES}\n\nNearly three quarters of our children live with foster carers.`),
  ],
  sharesUnexplained: [
    wrong(`${CHILDREN}\n\n46 of our children live far away, about one in three.`, /18\.9%, not one in three/),
    right(`${CHILDREN}\n\n46 of our children live far away, about one in five.`),
    wrong('We completed 419 pathway plan reviews, more than before. This took the figure to 86% (336 reviews).', /80\.2%, not 86%/), // prettier-ignore
    right('We completed 419 pathway plan reviews, more than before. This took the figure to 80% (336 reviews).'),
  ],
  units: [
    right('They rose by 28.1% this year (32 to 41), and they are 28.1% of all concerns.'), // prettier-ignore
    wrong('Attendance rose from 58% to 64%, a rise of 6%.', /percentage points/),
    right('Attendance rose from 58% to 64%, a rise of 6 percentage points.'),
  ],
  pairsListed: [
    wrong('There were 148 boys and 130 girls (55% and 45%).', /53% and 47%/),
    right('There were 148 boys and 120 girls (55% and 45%).'),
    wrong('There were 148 boys and 120 girls, 45% and 55% respectively.', /55% and 45%/),
    right('Of the 300, 148 were boys and 120 said so (49% and 40%).'),
  ],
})
