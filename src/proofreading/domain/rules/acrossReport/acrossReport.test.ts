import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { acrossReportRules } from './index.ts'

// prettier-ignore
const twice = (text: string) =>
  `Children's homes\n\n${text}\n\nMore was done in the spring.\n\nChildren's schools\n\n${text}`
// prettier-ignore
const HOMES = table('Table 1: Children by home', cells('Home', 'Children'), cells('Foster care', 40), cells('Kinship', 12)) // prettier-ignore
// prettier-ignore
const AGES = table('Table 2: Children by age', cells('Age', 'Children'), cells('Under 10', 20), cells('10 and over', 32)) // prettier-ignore
const PLACED = table('Table 1: Reviews of foster homes, 2022-23', cells('Measure', 'Number'), cells('Households visited unannounced', 148), cells('Households approved', 212), cells('Carers who resigned', 31)) // prettier-ignore
// prettier-ignore
const BOUNDS = table('Table 2: Timeliness', cells('Measure', '2022-23', 'Share', '2021-22', 'Share last year'), cells('Reviews held within timescale', 'c of 57', '91% or more', 'c of 64', '92% or more'), cells('Children whose reviews were all on time', 'c of 22', '77% or more', 'c of 23', '78% or more')) // prettier-ignore
// prettier-ignore
const MISSING = table('Table 7: Children missing', cells('Measure', '2022-23'), cells('Children who went missing in the year', 63)) // prettier-ignore
const PLACEMENTS = table('Table 1: Children looked after by placement, 31 March 2023', cells('Placement', 'Children'), cells('Foster care', 180), cells('Residential', 63), cells('Total', 243)) // prettier-ignore

eachRule(acrossReportRules, {
  contradictions: [
    right('Eight people work as IROs in 6.8 full-time equivalent posts.\n\nA year earlier there were 6.4 FTE.'), // prettier-ignore
    right('We held 1,142 reviews in the year.\n\nChildren chaired or co-chaired 74 reviews, more than ever.'), // prettier-ignore
    right('There are eight IROs.\n\nTwo IROs were off sick in August.'), // prettier-ignore
    wrong('There were 412 children looked after on 31 March 2023.\n\nOn 31 March 2023 we looked after 421 children in care.', /412|421/), // prettier-ignore
    right('80 children became looked after in the year. A child can start more than once: there were 82 starts in all.\n\n' +
      table('Table 1: Periods of care that started in the year, by age', cells('Age', 'Number'), cells('0 to 5', 40), cells('6 to 13', 22), cells('14 and over', 20), cells('Total', 82))), // prettier-ignore
    ...[
      'At the end of March 2023 that was a mean of 84 children for each full-time post.',
      'On 31 March 2023 each IRO was responsible for 71 children.',
      'On 31 March 2023 the caseload was 71 children.',
      'There were 71 children in care to each officer.',
    ].map((text) => right(`On 31 March 2023 there were 412 children looked after.\n\n${text}`)),
    right('IROs raised 90 challenges in the year.\n\nDrift was the theme of 35 challenges. In 20 challenges it was health.'), // prettier-ignore
    right('There were 48 late reviews.\n\n20 were late owing to illness, 16 because parents could not come and 12 for want of a report.'), // prettier-ignore
    right('The service held 980 reviews in the year.\n\nIROs held 12 reviews a week at the busiest time.'),
    wrong('The number of reviews went up to 2,820.\n\n' + table('Key facts', cells('Indicator', '2021-22', '2022-23'), cells('Reviews held', '2,714', '2,802')), /2,?820/), // prettier-ignore
    wrong('On 31 March 2023 the average caseload was 58.\n\nCaseloads average 64.', /58|64/),
    right('Of the second reviews, 184 were in time.\n\nOf the later reviews 1,117 were in time.'),
    right(BOUNDS),
    right(`96% of reviews were held in time.\n\n${BOUNDS}`),
    wrong('96% of reviews were held in time.\n\n94% of reviews were held in time.', /96 here and 94|94 here and 96/),
    right('The unit held 1,246 reviews.\n\nThe unit held 688 review conferences for individual children in the year.'),
    right(
      'The service has 13.0 full-time equivalent IROs, a service manager, and 5.5 full-time equivalent coordinators.',
    ),

    wrong('The service has an establishment of 10.5 full-time equivalent IROs and was full for the first time since 2019.\n\nThe establishment is 9.5 full-time equivalent IROs.', /10\.5 here and 9\.5|9\.5 here and 10\.5/), // prettier-ignore
    wrong('The number of reviews went up to 2,820, 88 more than before.\n\nThe service held 2,802 reviews in the year.', /2,?820/), // prettier-ignore
    right('We held 138, 147, 151 and 166 reviews in the four quarters, 602 in all.'),
    right('There were 47 late reviews in the year.\n\nOver the three years the service held 4,630 reviews, of which 200 were late.'), // prettier-ignore
    wrong('78% of pathway plan reviews were in time.\n\n## Pathway plan reviews\n\nMore reviews took place in time, a rise of 9% from last year, bringing the figure to 87%.', /87 here and 78|78 here and 87/), // prettier-ignore
    right('87% of pathway plan reviews were in time, an upward trend of 9% from last year.\n\n## Pathway plan reviews\n\nMore reviews took place in time, a rise of 9% from last year, bringing the figure to 87%.'), // prettier-ignore
    right('78% of pathway plan reviews were in time.\n\n96% of reviews were held in time.'),
    wrong('Of our care leavers 54% attended their review.\n\nThis year shows that 45% attended their pathway plan review.', /45 here and 54|54 here and 45/), // prettier-ignore
    right('54% of care leavers attended their pathway plan review, and 61% of their advisers attended the review.\n\n80% of children attended their review.'), // prettier-ignore
    wrong('Plans for 2024/25 follow below, and this year participation stands at 94%.\n\nIn 2022-23 children sharing their views has increased and stands at 97%.', /97 here and 94|94 here and 97/), // prettier-ignore
    right('For the whole of 2021/22 participation was 94%.\n\nIn 2022-23 children sharing their views has increased and stands at 97%.'), // prettier-ignore
  ],
  copies: [
    right('Table 1 follows.\n\nPercentages are rounded one by one and may not add up to 100.0 in all.\n\nTable 2 follows.\n\nPercentages are rounded one by one and may not add up to 100.0 in all.'), // prettier-ignore
    right(
      'Shares are rounded and may not add to 100%.\n\nOther work followed.\n\nShares are rounded and may not add to 100%.',
    ),
    wrong('The service held 120 reviews of children placed at a distance in that time.\n\nOther work followed.\n\nThe service held 140 reviews of children placed at a distance in that time.', /same sentence/), // prettier-ignore
    right('The service held 120 reviews of children placed at a distance in 2021-22.\n\nThe service held 140 reviews of children placed at a distance in 2022-23.'), // prettier-ignore
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
    right('Stage 1, the time in which a manager has to answer: 5 working days. Then they meet.\n\nStage 2, the time in which a manager has to answer: 10 working days. Then they meet.'), // prettier-ignore
    wrong('The manager of the service answered within 5 working days on average. Then they met.\n\nThe manager of the service answered within 10 working days on average. Then they met.', /with other numbers/), // prettier-ignore
  ],
  derived: [
    right('The service held 700 reviews in the year.\n\n640 reviews were held in time.\n\n60 reviews were late.'),
    right('700 reviews were held. 640 were in time, so that 60 of the 700 reviews were late.\n\n' + table('Key facts', cells('Indicator', '2022-23'), cells('Reviews on time (%)', 91), cells('Participation (%)', 94))), // prettier-ignore
    right('The service held 1,104 reviews in the year.\n\nOf the 1,104 reviews, 1,051 were on time. Of the others, 14 were late at the request of the young person, and 39 for reasons of ours.'), // prettier-ignore

    right('1,476 reviews were held and 74 were late.\n\nFoster carers\n\nThere were 212 fostering households, and 205 reviews of them were held, 190 in time.'), // prettier-ignore
  ],
  directionsTwice: [
    wrong('We saw an increase in the number of formal escalations that need to be actioned.\n\nMore recordings were made, leading to fewer formal escalations.', /went the other way/), // prettier-ignore
    wrong('We have seen a slight increase in informal challenges.\n\nMore was done in the spring.\n\nWithin this year there has been a small fall in informal challenges and a rise in formal ones.', /went the other way/), // prettier-ignore
    wrong('Children taking part has continued to increase this year.\n\nThere was a decrease in participation which we regret.', /went the other way/), // prettier-ignore
    wrong('The number of children in care fell by nine.\n\nThere were 231 children in care, this is up 9 from the previous year.', /went the other way/), // prettier-ignore
    right('We have seen a slight increase in informal challenges.\n\nThere was a decrease in formal challenges.'),
    right('Participation rose in the first quarter.\n\nThere was a decrease in participation this year.'),
    right('There was a decrease in participation in the spring. However, participation has since risen.'),
    right('The number of reviews in time fell, as fewer were due.\n\nThe proportion of reviews in time rose.'),
    right('In 2021-22 there was a decrease in participation.\n\nThere was an increase in participation this year.'),
  ],
  partsAreWhole: [
    wrong('The service held 640 reviews in the year.\n\nOf children 84% (640) were asked before the review.', /number of all reviews/), // prettier-ignore
    right('The service held 640 reviews in the year.\n\nOf children 84% (538) were asked before the review.'),
    right('The service held 640 reviews in the year.\n\nOf 762 invitations 84% (640) were answered.'),
    right('The service held 640 reviews in the year.\n\n99.6% (640) had a record.'),
  ],
  saidOfThisYear: [
    wrong('91% were settled in time.\n\nWe will settle 95% in time (82% this year).', /82% is said of this year/),
    right('91% were settled in time.\n\nWe will settle 95% in time (91% this year).'),
  ],
  sameThing: [
    right('There were 61 late reviews in the year.\n\nThe 61 late reviews concern 57 children, since four had two each.'), // prettier-ignore
    right('By type: 159 first reviews, 141 second reviews and 842 later reviews.\n\nFirst reviews were in time in 151 cases (95.0%), second reviews in 133 (94.3%) and later reviews in 812 (96.4%).'), // prettier-ignore
    right(
      `Children who started to be looked after in the year 51 2021-22: 52 (1 fewer)\n\n${table('Table 1: Main figures', cells('Figure', '2021-22', '2022-23'), cells('Children who started to be looked after in the year', 52, 51), cells('Children who ceased to be looked after in the year', 53, 49))}`,
    ),
    right('Children whose reviews were all on time 91.8%.\n\nReviews held within timescale 96.8%.'),

    wrong(`We raised 182 challenges on behalf of children.\n\n${table('Challenges by stage at which they were settled', cells('Stage', 'Number'), cells('Informal', 133), cells('Stage 1', 41), cells('Stage 2', 18), cells('Total', 192))}`, /182 here and 192/), // prettier-ignore
    right('There are 234 girls and 293 boys in our care.\n\nAmong those of 16 and 17 the gap is wider, with 68 boys and 38 girls.'), // prettier-ignore
    right(`${MISSING}\n\n6 children went missing five times or more within 90 days.`),
    wrong(`In all 160 children live in foster care.\n\n${PLACEMENTS}`, /160 here and 180/),
    right(`In all 180 children live with foster carers.\n\n${PLACEMENTS}`),
    right(`Of the 180 children in foster care 110 live with our own carers.\n\n${PLACEMENTS}`),
  ],
  thingsTogether: [
    right('There were 409 children looked after at 31 March 2023. 180 children left care.\n\n48 children left through adoption or special guardianship, 26.7% of all leavers.'), // prettier-ignore
    wrong(
      'There were 660 reviews held.\n\n620 reviews were in time.\n\nThirty reviews were late.',
      /650 together, of 660/,
    ),
    right('There were 660 reviews held.\n\n620 reviews were in time.\n\nForty reviews were late.'),
    wrong('There were 660 reviews held.\n\n620 reviews were in time.\n\nIn the year 97% of reviews were in time.', /93\.9%|94%/), // prettier-ignore
  ],
  toldTwice: [
    right('For 164 of the 231 (71.0%) it was done within 20 working days.\n\nTwenty-seven (77%) were settled within 20 working days.'), // prettier-ignore
    wrong('Foster carers gave their views in writing at 148 household reviews.\n\nAt 184 household reviews foster carers gave their views in writing.', /184/), // prettier-ignore
    right('Foster carers gave their views in writing at 148 household reviews.\n\nAt 148 household reviews foster carers gave their views in writing.'), // prettier-ignore
    right('Foster carers gave their views in writing at 148 household reviews.\n\nSocial workers sent a report to 184 conferences.'), // prettier-ignore
    right('Foster carers gave their views in writing at 148 household reviews.\n\nLast year foster carers gave their views in writing at 138 household reviews in 2021-22.'), // prettier-ignore
    wrong(`${PLACED}\n\nIn the year 158 households were visited unannounced.`, /158 here and of 148/),
    right(`${PLACED}\n\nIn the year 148 households were visited unannounced.`),
    right(`${PLACED}\n\nOf the households visited unannounced, 118 were found to be well equipped.`),
    right(`${PLACED}\n\nOur target is that 158 households are visited unannounced.`),
  ],
  wholesNamed: [
    wrong('1,206 reviews chaired, about 100 a month.\n\n1,158 of the 1,260 reviews took place in time.', /“the 1,260”|1,206 elsewhere/), // prettier-ignore
    wrong('There were 412 children looked after at the end of the year.\n\nOf the 421 children looked after, most live with foster carers.', /are 412 elsewhere/), // prettier-ignore
    right('There were 412 children looked after at the end of the year.\n\nOf the 412 children looked after, most live with foster carers.'), // prettier-ignore
    right('There were 412 children looked after at the end of the year.\n\nOf the 112 children placed with kin most stay there.'), // prettier-ignore
    right('There were 412 children looked after.\n\n442 children were in care in the spring. Of the 442 children many left.'), // prettier-ignore
  ],
  toldBefore: [
    wrong('57 disputes were raised. Ten of the 53 took longer than a month.', /“the 53” stands nowhere else; just before it is 57/), // prettier-ignore
    right('57 disputes were raised. Ten of the 57 took longer than a month.'),
    right('57 disputes were raised, and 4 were withdrawn. Ten of the 53 took longer than a month.'),
    wrong('93% of children took part. The 95% that took part are above the target.', /“the 95%”/),
    right('93% of children took part. The 7% that did not are few.'),
  ],
})
