import { type Case, cells, right, table, wrong } from './reportCases.ts'

const CHILDREN = 'On 31 March 2023 there were 243 children looked after.'
const BY_HOME = table('Table 1: Children by home', cells('Home', 'Children', '%'), cells('Foster care', 86, '35%'), cells('Children’s homes', 28, '12%'), cells('With parents', 33, '14%'), cells('Other', 96, '40%'), cells('Total', 243, '100%')) // prettier-ignore
const BY_AGE = 'Of the 243 children, 24 were under five, 62 were from five to nine, 60 were from ten to fifteen and 97 were sixteen or seventeen.' // prettier-ignore

const BY_YEAR = table('Table 1: Children at 31 March', cells('Year', 'Children'), cells('2021', 220), cells('2022', 231), cells('2023', 243)) // prettier-ignore
const BY_QUARTER = table('Table 1: Reviews', cells('Quarter', 'Held', 'On time', 'Per cent'), cells('April to June', 138, 131, '94.9%'), cells('July to September', 147, 142, '96.6%'), cells('October to December', 151, 147, '97.4%'), cells('January to March', 166, 163, '98.2%')) // prettier-ignore
const BY_AREA = table('Table 1: Children by area', cells('Area', '2020/21', '2021/22', '2022/23'), cells('North', 412, 431, 447), cells('East', 388, 376, 369), cells('West', 297, 305, 298)) // prettier-ignore

/** Cases of rules about what words tell of dates, laws, and of shares and changes that numbers elsewhere give. */
export const laterCases: Readonly<Record<string, readonly Case[]>> = {
  afterReport: [
    wrong('In December 2024 the protocol was amended.', /after the year of the report/),
    wrong('Report of the manager, 14 June 2023\n\nIn August 2023 the protocol was amended.', /after the day of the report/), // prettier-ignore
    right('In December 2024 the protocol will be amended.'),
    right('In May 2023 the protocol was amended.'),
  ],
  belowThreshold: [
    wrong('We give no number of children below five.\n\nThere were complaints from three children in the year.', /three children are told of/), // prettier-ignore
    right('We give no number of children below five.\n\nThere were complaints from nine children in the year.'),
    right('We give no number of children below five.\n\nWe shall carry on with three-monthly reviews for babies.'),
  ],
  boundsSaid: [
    wrong('We work with over 600 foster carers.\n\nThere are currently 564 foster carers.', /over 600.*564/),
    right('We work with over 550 foster carers.\n\nThere are currently 564 foster carers.'),
  ],
  cellsUpFrom: [
    wrong(table('Measures', cells('Measure', 'Number', '%', 'Trend'), cells('Minutes in time', 573, '46%', 'Up from 49%')), /46 is less than 49/), // prettier-ignore
    right(table('Measures', cells('Measure', 'Number', '%', 'Trend'), cells('Minutes in time', 573, '46%', 'Down from 49%'))), // prettier-ignore
  ],
  comparisons: [
    wrong('That is 8.3%, which is just the same as the 12.4% of last year.', /not the same as/),
    right('That is 8.3%, which is not the same as the 12.4% of last year.'),
    right('The average was 18.3% for the year, with a range between 8% and 27.3%.'),
    wrong('Caseloads remained between 65-80, in line with the handbook, which suggests 50-70.', /not “in line with”/),
    right('Caseloads remained between 55-68, in line with the handbook, which suggests 50-70.'),
    wrong(
      'The rate is 79.4 per 10,000. This is lower than regional (96) and national rates (71).',
      /not lower than 71/,
    ),
    right('The rate is 69.4 per 10,000. This is lower than regional (96) and national rates (71).'),
  ],
  eventsBefore: [
    wrong('In October 2021 the team held a training day on writing to children.', /before the year/),
    right('In October 2022 the team held a training day on writing to children.'),
    right('Since October 2021 the team has held a training day each month.'),
  ],
  growthUnexplained: [
    wrong('We raised 237 concerns, 31 of them formal. The year before it was 212, of which 22 formal. Formal ones are up by 29%.', /From 22 to 31 is 40\.9%/), // prettier-ignore
    right('We raised 237 concerns, 31 of them formal. The year before it was 212, of which 22 formal. Formal ones are up by 41%.'), // prettier-ignore
    wrong('There were 139 unaccompanied children. A year earlier there had been 112. The growth of 27 is almost a half.', /27 from 112/), // prettier-ignore
    right('There were 139 unaccompanied children. A year earlier there had been 112. The growth of 27 is about a quarter.'), // prettier-ignore
    wrong('It was at its highest, 122, and has been reduced by nearly two thirds to 62.', /60 from 122/),
    right('It was at its highest, 122, and has been reduced by about a half to 62.'),
    wrong(`${CHILDREN}\n\nThe number of children increased by 11 (9%).`, /4\.7%, not 9%/),
    right(`${CHILDREN}\n\nThe number of children increased by 11 (5%).`),
  ],
  headingsNamed: [
    wrong('School and health\n\nThe figures in the part of this report headed "Education outcomes" come from her team.', /no part “Education outcomes”/), // prettier-ignore
    right('School and health\n\nThe figures in the part of this report headed "School and health" come from her team.'), // prettier-ignore
    wrong('Part one: the law\n\nText.\n\nPart two: reviews\n\nText.\n\nPart three: plans\n\nPart five sets out our plans.', /no part “Part five”/), // prettier-ignore
    right('Part one: the law\n\nText.\n\nPart two: reviews\n\nText.\n\nPart three: plans\n\nPart two sets out our plans.'), // prettier-ignore
  ],
  moreOfOne: [
    wrong(`${BY_HOME}\n\nMore were in children’s homes than with parents.`, /28 and .* 33/),
    right(`${BY_HOME}\n\nMore were with parents than in children’s homes.`),
    wrong('There are 121 boys and 140 girls, so boys outnumber girls.', /121 and .* 140/),
    right('There are 121 boys and 140 girls, so girls outnumber boys.'),
  ],
  orderOfDates: [
    wrong('The order was made in December 2017. The placement was agreed in July 2016. The girls moved in April 2019 and were adopted in February 2021.', /July 2016 comes before/), // prettier-ignore
    right('The order was made in December 2017. The placement was agreed in July 2018. The girls moved in April 2019 and were adopted in February 2021.'), // prettier-ignore
    wrong('The protocol was signed on 3 May 2022 and, six weeks later, on 29 August 2022, it was used.', /six weeks later/), // prettier-ignore
    right('The protocol was signed on 3 May 2022 and, six weeks later, on 14 June 2022, it was used.'),
  ],
  partsMadeUp: [
    wrong('Fifty-eight children left care. Twenty-one turned 18, sixteen went home, eleven were adopted and twelve left under other orders.', /add up to 60/), // prettier-ignore
    right('Fifty-eight children left care. Twenty-one turned 18, sixteen went home, nine were adopted and twelve left under other orders.'), // prettier-ignore
  ],
  partsInWords: [
    wrong(`${BY_AGE} So one in ten is under five and nearly two thirds are sixteen or seventeen.`, /97 of 243/),
    right(`${BY_AGE} So one in ten is under five and two fifths are sixteen or seventeen.`),
  ],
  placesInYear: [
    wrong('We began this in February 2022, a month into the year.', /not “a month into the year”/),
    right('We began this in May 2022, a month into the year.'),
    wrong('There was a peer challenge in October 2023, a little past the middle of the year.', /middle of the year/),
    right('There was a peer challenge in October 2022, a little past the middle of the year.'),
  ],
  personalData: [
    wrong('Oberon Tranter, who is 13 and at St Aldhelm’s, told me more than in all the meetings.', /name with an age/),
    wrong('There were 2 young people (brothers aged 15 and 16 from Lisson Grove) on remand.', /kin, ages and place/),
    right('In Year 9, who is 13 and who is 14 matters little.'),
  ],
  overlap: [
    wrong('Fifty had been in care for at least one year but less than two, 57 for at least one year but less than five, and 42 for five years or more.', /both take in/), // prettier-ignore
    right('Fifty had been in care for at least one year but less than two, 57 for at least two years but less than five, and 42 for five years or more.'), // prettier-ignore
    wrong(table('Ages', cells('Age', 'Children'), cells('5 to 9', 128), cells('10 to 16', 260), cells('16 and 17', 158)), /both take in 16/), // prettier-ignore
    right(table('Ages', cells('Age', 'Children'), cells('5 to 9', 128), cells('10 to 15', 260), cells('16 and 17', 158))), // prettier-ignore
  ],
  provisionsNamed: [
    wrong('The council must give wishes and feelings due consideration. That duty, in section 22 of the Children Act 2004, is quoted often.', /section 22 of the Children Act 1989/), // prettier-ignore
    right('The council must give wishes and feelings due consideration. That duty, in section 22 of the Children Act 1989, is quoted often.'), // prettier-ignore
    wrong('If a child may be suffering significant harm it must make enquiries under section 37 of the Children Act 1989.', /section 47/), // prettier-ignore
    right('If a child may be suffering significant harm it must make enquiries under section 47 of the Children Act 1989.'), // prettier-ignore
    wrong('Sections 25A and 25B of the Children Act 1989 were inserted by the Children and Families Act 2014.', /Young Persons Act 2008/), // prettier-ignore
    right('Sections 25A and 25B of the Children Act 1989 were inserted by the Children and Young Persons Act 2008.'),
    right('There remain queries over the use of section 20 as an extension of police protection, to secure LAC status.'), // prettier-ignore
  ],
  reviewTimes: [
    wrong('A first review must be held within 28 working days.', /20 working days, not 28/),
    right('A first review must be held within 20 working days, the second within three months and after that every six months.'), // prettier-ignore
  ],
  roundedTogether: [
    wrong(`${BY_HOME}\n\n12% were in children’s homes and 14% with parents, 26% in all.`, /is 25%, not 26%/),
    right(`${BY_HOME}\n\n12% were in children’s homes and 14% with parents, 25% in all.`),
    wrong('There were 27 escalations; police (5, or 19%) and adult services (4, or 15%) together made up 34%.', /is 33%, not 34%/), // prettier-ignore
    right('There were 27 escalations; police (5, or 19%) and adult services (4, or 15%) together made up 33%.'),
  ],
  sectionTopics: [
    wrong('Article 21 of the United Nations Convention on the Rights of the Child gives children the right to be heard.', /Article 12/), // prettier-ignore
  ],
  sentencePercentages: [
    wrong('Of the 834 children, 251 lived more than 20 miles from home, which is 33.1%.', /30\.1%, not 33\.1%/),
    right('Of the 834 children, 251 lived more than 20 miles from home, which is 30.1%.'),
  ],
  sharesUnexplained: [
    wrong(`${CHILDREN}\n\n46 of our children live far away, about one in three.`, /18\.9%, not one in three/),
    right(`${CHILDREN}\n\n46 of our children live far away, about one in five.`),
    wrong('We completed 419 pathway plan reviews, more than before. This took the figure to 86% (336 reviews).', /80\.2%, not 86%/), // prettier-ignore
    right('We completed 419 pathway plan reviews, more than before. This took the figure to 80% (336 reviews).'),
  ],
  sinceYear: [
    wrong(`${BY_YEAR}\n\nOver the two years from 2021 the number has risen by 33.`, /is 23 \(10\.5%\), not 33/),
    right(`${BY_YEAR}\n\nOver the two years from 2021 the number has risen by 23.`),
  ],
  stepsTold: [
    wrong(`${BY_QUARTER}\n\nPerformance got better in each quarter but the third, from 94.9% to 98.2%.`, /94\.9, 96\.6, 97\.4, 98\.2/), // prettier-ignore
    right(`${BY_QUARTER}\n\nPerformance got better in each quarter, from 94.9% to 98.2%.`),
    wrong(`${BY_AREA}\n\nThe East has fallen for the first time, having risen the year before.`, /388, 376/),
    right(`${BY_AREA}\n\nThe North has risen again, having risen the year before.`),
  ],
  yearsOutOfPlace: [
    wrong('This is the current profile of our children within 2020/21.', /the year of the report is 2022-23/),
    right('This is the current profile of our children within 2022/23.'),
  ],
}
