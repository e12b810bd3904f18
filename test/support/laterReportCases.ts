import { type Case, cells, right, table, wrong } from './reportCases.ts'

const CHILDREN = 'On 31 March 2023 there were 243 children looked after.'
const BY_HOME = table('Table 1: Children by home', cells('Home', 'Children', '%'), cells('Foster care', 86, '35%'), cells('Children’s homes', 28, '12%'), cells('With parents', 33, '14%'), cells('Other', 96, '40%'), cells('Total', 243, '100%')) // prettier-ignore
const BY_AGE = 'Of the 243 children, 24 were under five, 62 were from five to nine, 60 were from ten to fifteen and 97 were sixteen or seventeen.' // prettier-ignore

/** Cases of rules about what words tell of dates, laws, and of shares and changes that numbers elsewhere give. */
export const laterCases: Readonly<Record<string, readonly Case[]>> = {
  afterReport: [
    wrong('In December 2024 the protocol was amended.', /after the year of the report/),
    wrong('Report of the manager, 14 June 2023\n\nIn August 2023 the protocol was amended.', /after the day of the report/), // prettier-ignore
    right('In December 2024 the protocol will be amended.'),
    right('In May 2023 the protocol was amended.'),
  ],
  cellsUpFrom: [
    wrong(table('Measures', cells('Measure', 'Number', '%', 'Trend'), cells('Minutes in time', 573, '46%', 'Up from 49%')), /46 is less than 49/), // prettier-ignore
    right(table('Measures', cells('Measure', 'Number', '%', 'Trend'), cells('Minutes in time', 573, '46%', 'Down from 49%'))), // prettier-ignore
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
  orderOfDates: [
    wrong('The order was made in December 2017. The placement was agreed in July 2016. The girls moved in April 2019 and were adopted in February 2021.', /July 2016 comes before/), // prettier-ignore
    right('The order was made in December 2017. The placement was agreed in July 2018. The girls moved in April 2019 and were adopted in February 2021.'), // prettier-ignore
    wrong('The protocol was signed on 3 May 2022 and, six weeks later, on 29 August 2022, it was used.', /six weeks later/), // prettier-ignore
    right('The protocol was signed on 3 May 2022 and, six weeks later, on 14 June 2022, it was used.'),
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
  yearsOutOfPlace: [
    wrong('This is the current profile of our children within 2020/21.', /the year of the report is 2022-23/),
    right('This is the current profile of our children within 2022/23.'),
  ],
}
