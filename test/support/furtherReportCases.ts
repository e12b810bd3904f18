import { type Case, cells, right, table, wrong } from './reportCases.ts'

const PLACES = table('Table 2: Children by placement at 31 March 2023', cells('Placement', 'Children', '%'), cells('Foster care', 140, '57.6'), cells('Kinship homes', 33, '13.6'), cells('With parents', 30, '12.3'), cells('Other', 40, '16.5'), cells('Total', 243, '100')) // prettier-ignore
const FLOW = (end: number) => table('Movement', cells('Quarter', 'Entered', 'Left', 'In care at end'), cells('Q1', 20, 12, 238), cells('Q2', 15, 13, end), cells('Q3', 11, 9, 242), cells('Q4', 10, 9, 243), cells('Year', 56, 43, 243)) // prettier-ignore
const CASELOADS = table('Table 1: Children of each officer', cells('IRO', 'Children'), cells('A', 61), cells('B', 72), cells('C', 58), cells('D', 66)) // prettier-ignore
const QUARTERS = table('Table 4: Reviews by quarter', cells('Quarter', 'Held', 'Late'), cells('Q1 (April to June)', 131, 16), cells('Q2 (July to September)', 118, 14), cells('Q3 (October to December)', 140, 13), cells('Q4 (January to March)', 153, 19)) // prettier-ignore
const THREE_YEARS = table('Table 3: Challenges', cells('', '2020/21', '2021/22', '2022/23'), cells('Informal', 118, 147, 172), cells('Formal', 40, 50, 44)) // prettier-ignore
const LEFT = ['Of the 134 children who left, most went home.', '- 63 returned to their parents', '- 19 were adopted', '- 26 left on a special guardianship order', '- 26 turned 18'].join('\n') // prettier-ignore

/** Cases of rules that read tables and lists as wholes with their parts, and of numbers set against each other. */
export const furtherCases: Readonly<Record<string, readonly Case[]>> = {
  derived: [
    right('The service held 1,104 reviews in the year.\n\nOf the 1,104 reviews, 1,051 were on time. Of the others, 14 were late at the request of the young person, and 39 for reasons of ours.'), // prettier-ignore

    right('1,476 reviews were held and 74 were late.\n\nFoster carers\n\nThere were 212 fostering households, and 205 reviews of them were held, 190 in time.'), // prettier-ignore
  ],
  growth: [
    right('97.2% of the reviews were on time. It made 268 challenges, 11.2% more than the 241 of 2021-22.'),

    right('The number in homes has gone up by five since last year, when it was 42. That is a rise of 12%.'),
    wrong('The number in homes has gone up by five since last year, when it was 42. That is a rise of 21%.', /12%, not 21%/), // prettier-ignore
    right('The net increase of 27 was six smaller than that of the year before (33).'),
  ],
  listParts: [
    right('Age: 0 to 4, 70; 5 to 9, 81; 10 to 15, 151; 16 and 17, 87.'),

    wrong('On 31 March 2023 there were 426 children looked after.\n\nHow old are they?\n\nUnder 5: 97\n5 to 9: 84\n10 to 15: 168\n16 and 17: 95', /444/), // prettier-ignore
    right('On 31 March 2023 there were 426 children looked after.\n\nHow old are they?\n\nUnder 5: 79\n5 to 9: 84\n10 to 15: 168\n16 and 17: 95'), // prettier-ignore

    wrong(LEFT.replace('- 19 were adopted', '- 19 were adopted (14%)').replace('parents', 'parents (47%)').replace('- 26 left', '- 26 left (19%)').replace('turned 18', 'turned 18 (25%)'), /26 of 134 is 19%, not 25%/), // prettier-ignore
    right(LEFT.replace('- 19 were adopted', '- 19 were adopted (14%)').replace('parents', 'parents (47%)').replace('- 26 left', '- 26 left (19%)')), // prettier-ignore
    wrong('We had 58 compliments. Here is who from.\n\n- 14 from children\n- 11 from parents\n- 21 from carers\n- 21 from others', /add up to 67/), // prettier-ignore
    right('We had 58 compliments. Here is who from.\n\n- 14 from children\n- 11 from parents\n- 21 from carers\n- 12 from others'), // prettier-ignore
    wrong('IROs raised 192 disputes.\n\nBy area, 58 disputes concerned the North, 71 the South, 93 the East and 24 the West.', /add up to 246/), // prettier-ignore
    right('IROs raised 192 disputes.\n\nBy area, 58 disputes concerned the North, 71 the South, 39 the East and 24 the West.'), // prettier-ignore
  ],
  besideTarget: [
    wrong('The rate is 79.4 per 10,000. This is lower than the national rate of 71 per 10,000.', /79\.4.* is not lower than 71/), // prettier-ignore
    right('The rate is 69.4 per 10,000. This is lower than the national rate of 71 per 10,000.'),
    wrong('We are at 65% and getting closer to our ambition to achieve 60%.', /65% is not getting closer to 60%/),
    right('We are at 55% and getting closer to our ambition to achieve 60%.'),
  ],
  caseloads: [
    right('The service had 4.0 FTE officers, then 5.0 FTE, for 243 children. The average caseload was 48.6 in the first of the years, 60.8 in the second.'), // prettier-ignore
  ],
  changeSizes: [
    right('There were 183 challenges in 2021-22 and 221 challenges were raised.\n\nChallenges rose by 27 (17.3%) in 2021/22 and by 38 (20.8%) in 2022/23.'), // prettier-ignore
  ],
  dates: [
    right('Our young inspectors sat in on reviews and reported to the Corporate Parenting Board in January 2023.'),
    wrong(
      'This report was presented to the Corporate Parenting Board in January 2023.',
      /was not over in January 2023/,
    ),

    wrong('A workshop in October 2021, halfway through the year under review, looked at ten disputes.', /outside the year/), // prettier-ignore
    right('A workshop in October 2022, halfway through the year under review, looked at ten disputes.'),
  ],
  extremes: [
    wrong(`No officer had more than 66 children.\n\n${CASELOADS}`, /from 58 to 72/),
    right(`No officer had more than 72 children.\n\n${CASELOADS}`),
    wrong(`Caseloads ranged from 58 to 66.\n\n${CASELOADS}`, /from 58 to 72/),
    right(`Caseloads ranged from 58 to 72.\n\n${CASELOADS}`),
    right(`No officer should have more than 66 children.\n\n${CASELOADS}`),
  ],
  flowTables: [
    wrong(table('Movement', 'Year | Children at 31 March | Started | Ceased', '2020 | 598 | 236 | 221', '2021 | 631 | 251 | 218', '2022 | 685 | 214 | 187', '2023 | 660 | 190 | 188'), /make 658, not 685/), // prettier-ignore
    wrong(FLOW(250), /238, 15 more and 13 fewer make 240, not 250/),
    right(FLOW(240)),
    wrong(table('Movement', cells('', '2021-22', '2022-23'), cells('Children at the start', 220, 230), cells('Entered care', 60, 56), cells('Left care', 50, 43), cells('Children at the end', 230, 253)), /make 243, not 253/), // prettier-ignore
    right(table('Movement', cells('', '2021-22', '2022-23'), cells('Children at the start', 220, 230), cells('Entered care', 60, 56), cells('Left care', 50, 43), cells('Children at the end', 230, 243))), // prettier-ignore
  ],
  bandsTold: [
    wrong('Delays were put in four bands: up to 5 working days, 6 to 10, 10 to 20, and over 20.', /both take in 10/),
    right('Delays were put in four bands: up to 5 working days, 6 to 10, 11 to 20, and over 20.'),
    wrong(
      'Delays were:\n\n- up to 5 working days\n- 5 to 10 working days\n- more than 10 working days',
      /both take in 5/,
    ),
    right('Delays were:\n\n- up to 5 working days\n- 6 to 10 working days\n- more than 10 working days'),
  ],
  periods: [
    wrong('Our priorities\n\n- To have a new leaflet by September 2022', /before the end of the year/),
    right('Our priorities\n\n- To have a new leaflet by September 2023'),
    wrong('We thank all who helped.\n\nDate: 20th June 2022', /before the year was over/),
    right('We thank all who helped.\n\nDate: 20th June 2023'),
  ],
  personalData: [
    wrong('She had recently moved home to 27 Larch Road, and the IRO met her there.', /27 Larch Road.* is where/),
    right('The young people meet at our office at 27 Larch Road.'),
  ],
  portionsTogether: [
    wrong(`Those with parents and in kinship homes together are 53.\n\n${PLACES}`, /63 together/),
    right(`Those with parents and in kinship homes together are 63.\n\n${PLACES}`),
    wrong(`Foster care and kinship homes account for 71.3% of the children.\n\n${PLACES}`, /71\.2% together/),
    right(`Foster care and kinship homes account for 71.2% of the children.\n\n${PLACES}`),
    wrong(`Kinship homes account for 16.3% of the total.\n\n${PLACES}`, /13\.6%.* not 16\.3%/),
    wrong(`${LEFT}\n\nTaken together, special guardianship and adoption account for 33% of those who left.`, /34% together.* rounded/), // prettier-ignore
    right(`${LEFT}\n\nTaken together, special guardianship and adoption account for 34% of those who left.`),
    wrong('For the 274 who came it was neglect for 151 (55%), dysfunction for 45 (16%), absent parents for 36 (13%), acute stress for 31 (11%) and others for 11 (4%). Dysfunction and acute stress between them accounted for 27%.', /28% together/), // prettier-ignore
    right(`In England foster care and kinship homes account for 69% of the children.\n\n${PLACES}`),
  ],
  references: [
    wrong('Part 1. The law\n\nIn short.\n\nPart 2. Numbers\n\nIn short.\n\nPart 3. Reviews\n\nHow it works is explained in part 11.', /no Part 11/), // prettier-ignore
    right('Part 1. The law\n\nIn short.\n\nPart 2. Numbers\n\nIn short.\n\nPart 3. Reviews\n\nHow it works is explained in part 2.'), // prettier-ignore
  ],
  rowChanges: [
    wrong(`Formal challenges rose by 10 (25.0%) in 2021/22 and informal challenges rose by 35 in 2022/23.\n\n${THREE_YEARS}`, /by 25, not 35/), // prettier-ignore
    right(`Formal challenges rose by 10 (25.0%) in 2021/22 and informal challenges rose by 25 in 2022/23.\n\n${THREE_YEARS}`), // prettier-ignore
    wrong(`Informal challenges rose by 29 in 2021/22 and by 52 in 2022/23.\n\n${THREE_YEARS}`, /by 25, not 52/),
    right(`Informal challenges rose by 29 in 2021/22 and by 25 in 2022/23.\n\n${THREE_YEARS}`),
  ],
  sectionTopics: [
    wrong('The functions of the IRO, set out in section 25C of the Children Act 1989, are to monitor the case.', /not the one on the functions/), // prettier-ignore
    right('The functions of the IRO, set out in section 25B of the Children Act 1989, are to monitor the case.'),
    wrong('The duty to review the case of every looked after child is in section 62 of the Children Act 1989.', /not the one on the review of cases/), // prettier-ignore
    right('The duty to review the case of every looked after child is in section 26 of the Children Act 1989.'),
    wrong('The corporate parenting principles are in section 7 of the Children and Social Work Act 2017.', /section 1 is probably/), // prettier-ignore
    right('The corporate parenting principles are in section 1 of the Children and Social Work Act 2017.'),
    wrong('It is required under s.181 of the Adoption and Children Act 2002.', /It has 150 sections/),
    right('Section 25A of the Children Act 1989 says every child has to have an IRO, and section 25B says what the IRO has to do.'), // prettier-ignore
    wrong('Article 21 of the UNCRC gives children the right to have their views heard.', /Article 12/),
    right('Article 12 of the UNCRC gives children the right to have their views heard.'),
  ],
  sentencePercentages: [
    right('Of the 73 who had an advocate, 31 asked for one themselves (42%).'),

    wrong('On 31 March 2023 there were 534 children looked after.\n\nEighty-two per cent of the children (483) are of white heritage.', /90%/), // prettier-ignore
    right('On 31 March 2023 there were 534 children looked after.\n\nEighty-two per cent of the children (438) are of white heritage.'), // prettier-ignore
    wrong('We asked 310 children and 124 answered, which is 45%.', /40%, not 45%/),
    right('We asked 310 children and 124 answered, which is 40%.'),
    right('There were 1,002 reviews. In 641 of them (64%) the child came, in 297 (30%) the views were given, and in 64 (6%) there were none.'), // prettier-ignore

    right('Of the 612 children, 463 were living in a fostering household of one kind or another, which is 75.7% of the total.'), // prettier-ignore
  ],
  sentenceSums: [
    right('The average caseload was 63.8 in the first of these years: 64.4 in the second and 64.0 in the third.'),
    wrong("Here is why, as it wasn't. Those 39 were late:\n\n- 17 because of a report\n- 9 because of sickness\n- 15 because of a move", /add up to 41/), // prettier-ignore
  ],
  sectionPurposes: [
    wrong('Care orders under section 38 of the Children Act 1989 rose.', /section 31/),
    right('Interim care orders (s.38) and care orders (s.31) rose.'),
  ],
  setAgainst: [
    wrong('Fewer children came than last year, 274 against 281, and rather fewer left, 247 against 242.', /“fewer” does not describe 247 against 242/), // prettier-ignore
    right('Fewer children came than last year, 274 against 281, and rather more left, 247 against 242.'),
    right('More than half left within a year, 247 compared with 281 before.'),
  ],
  superlatives: [
    wrong(`The second quarter had the fewest late reviews, while the first and the fourth had the most.\n\n${QUARTERS}`, /not the fewest/), // prettier-ignore
    right(`The third quarter had the fewest late reviews, while the first and the fourth had the most.\n\n${QUARTERS}`),
  ],
  tableSums: [
    right(FLOW(240)),
    wrong(table('Reviews', cells('', '2020/21', '2021/22', '2022/23'), cells('Reviews', 1604, 1702, 1709), cells('Child attended', 898, 1004, 1110), cells('Views given otherwise', 602, 604, 596), cells('No views', 104, 94, 84)), /1,790/), // prettier-ignore
    right(table('Reviews', cells('', '2020/21', '2021/22', '2022/23'), cells('Reviews', 1604, 1702, 1790), cells('Child attended', 898, 1004, 1110), cells('Views given otherwise', 602, 604, 596), cells('No views', 104, 94, 84))), // prettier-ignore
  ],
  stockAndFlow: [
    wrong('At the end of March 2023 we were looking after 426 children, 18 more than the 408 we were looking after a year before.\n\nOver the year 125 children came into our care and 134 ceased to be looked after.', /399 would be left/), // prettier-ignore

    wrong('On 31 March 2023 there were 348 children in our care. A year earlier there were 361.\n\nOver the year 112 children came into care and 134 left.', /339 would be left/), // prettier-ignore
    right('On 31 March 2023 there were 348 children in our care. A year earlier there were 361.\n\nOver the year 121 children came into care and 134 left.'), // prettier-ignore
  ],
  followingShares: [
    wrong("We sent it to 290 children. Of the 84, 76 said their IRO listens to them. That's 80%.", /90%, not 80%/),
    right("We sent it to 290 children. Of the 84, 76 said their IRO listens to them. That's 90%."),
  ],
  tablePercentages: [
    wrong(table('Health of children looked after for a year (412 children)', cells('Measure', 'Number', '%'), cells('Health assessment', 386, '93.7'), cells('Dental check', 341, '82.8'), cells('Immunisations', 379, '90.2')), /92\.0%, not 90\.2%/), // prettier-ignore
  ],
  contradictions: [
    right('The unit held 1,246 reviews.\n\nThe unit held 688 review conferences for individual children in the year.'),
    right(
      'The service has 13.0 full-time equivalent IROs, a service manager, and 5.5 full-time equivalent coordinators.',
    ),

    wrong('The service has an establishment of 10.5 full-time equivalent IROs and was full for the first time since 2019.\n\nThe establishment is 9.5 full-time equivalent IROs.', /10\.5 here and 9\.5|9\.5 here and 10\.5/), // prettier-ignore
  ],
  sameThing: [
    right('Children whose reviews were all on time 91.8%.\n\nReviews held within timescale 96.8%.'),

    wrong(`We raised 182 challenges on behalf of children.\n\n${table('Challenges by stage at which they were settled', cells('Stage', 'Number'), cells('Informal', 133), cells('Stage 1', 41), cells('Stage 2', 18), cells('Total', 192))}`, /182 here and 192/), // prettier-ignore
  ],

  spreadParts: [
    right('Fifty-five are in homes and 31 in flats. The remaining 42 are elsewhere.'),
    wrong('298 live with foster carers. Of these, 181 live with our own and 171 with others.', /add up to 352/),
    right('298 live with foster carers. Of these, 181 live with our own and 117 with others.'),
    wrong('Twenty-one of the 45 were late because of sickness, 41 because of a report and 10 for other reasons.', /add up to 72/), // prettier-ignore
    right('Twenty-one of the 45 were late because of sickness, 14 because of a report and 10 for other reasons.'),
    wrong('The reasons for the 74 were illness in 29 cases, a report in 12, a move in 15 and others in nine.', /add up to 65/), // prettier-ignore
    right('The reasons for the 74 were illness in 29 cases, a report in 21, a move in 15 and others in nine.'),
  ],
  yearsOutOfPlace: [
    wrong('Our survey ran from September 2022 to June 2022.', /ends before it begins/),
    right('Our survey ran from June 2022 to September 2022.'),
    wrong('The previous year (2020/21) there were 212.', /2021-22/),
    right('The previous year (2021/22) there were 212, and the last year (2022/23) had 237.'),
    wrong('In 2023/24 we held 968 reviews.', /told of as over/),
    right('In 2022/23 we held 968 reviews. In 2023/24 we will hold more.'),
    wrong('Over 2021/22 we will visit each child.', /before the one of the report/),
    wrong('The year began on 1 April 2023 with a new manager.', /April 2022 to March 2023/),
    right('The year began on 1 April 2022 with a new manager.'),
  ],
  whatIsLeft: [
    wrong('140 children have a brother or sister in care. 96 of them live with all of them. That leaves 54 who do not.', /leave 44, not 54/), // prettier-ignore
    right(
      '140 children have a brother or sister in care. 96 of them live with all of them. That leaves 44 who do not.',
    ),
    right('In the year 121 children came into care and 134 left.'),
  ],
}
