import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { textAndTablesRules } from './index.ts'

// prettier-ignore
const AGES = table('Table 1: Children by age, 31 March 2023', cells('Age', 'Number'), cells('0-4', 40), cells('5-9', 52), cells('10-13', 61), cells('14-17', 90), cells('Total', 243)) // prettier-ignore
// prettier-ignore
const SEXES = table('Table 1: Children by age and sex', cells('Age', 'Boys', 'Girls', 'Total'), cells('0-9', 40, 52, 92), cells('10-17', 81, 70, 151), cells('Total', 121, 122, 243)) // prettier-ignore
// prettier-ignore
const BY_MONTH = table('Table 1: Children starting, by month', cells('Month', 'Started', 'Ceased'), ...'Apr May Jun Jul Aug Sep Oct Nov Dec Jan Feb Mar'.split(' ').map((month, at) => cells(month, at + 3, 9))) // prettier-ignore
// prettier-ignore
const HOMES = table('Table 1: Where children lived, 31 March 2023', cells('Home', 'Children'), cells('Foster care', 140), cells('With parents', 41), cells('Kinship homes', 22)) // prettier-ignore
const BY_QUARTER = table('Table 7: Concerns raised', cells('Kind', 'Q1', 'Q2', 'Q3', 'Q4', 'Year'), cells('Informal', 20, 22, 24, 28, 94), cells('Formal', 8, 9, 9, 9, 35), cells('All', 28, 31, 33, 37, 129)) // prettier-ignore
// prettier-ignore
const SHARES = table('Table 2: Where children lived, 31 March 2023', cells('Placement', 'Share'), cells('Foster care', '82%'), cells('Homes', '10%'), cells('Supported accommodation', '8%')) // prettier-ignore
// prettier-ignore
const IN_TIME = table('Table 4: Reviews', cells('Reviews', 'Q1', 'Q2', 'Q3', 'Year'), cells('Held', 341, 342, 342, 1025), cells('On time', 329, 330, 327, 986), cells('Late', 12, 12, 15, 39)) // prettier-ignore
// prettier-ignore
const STATEMENTS = table('Table 5: Statements by who made them', cells('Who', 'Number', 'Share'), cells('A child', 6, '31.6%'), cells('A worker', 13, '68.4%')) // prettier-ignore
// prettier-ignore
const HOW = table('Table 6: Reviews by how the child took part', cells('How', 'Reviews'), cells('Attended and spoke for themselves', 40), cells('Sent their views', 40), cells('No views', 15), cells('Total', 95)) // prettier-ignore
const WIDE_AGES = table('Table 1: Children by age, 31 March 2023', cells('Age', 'Children'), cells('0 to 9', 92), cells('10 to 15', 61), cells('16 to 17', 90), cells('Total', 243)) // prettier-ignore
// prettier-ignore
const BY_TURN = table('Table 2: Reviews by turn', cells('Review', 'Held'), cells('First reviews', 120), cells('Second reviews', 150), cells('Later reviews', 730), cells('Total', 1000)) // prettier-ignore

const LEAVERS = table('Table 4: Children who left', cells('Reason', 'Children'), cells('Home', 61), cells('Adopted', 22), cells('Turned 18', 40), cells('Total', 123)) // prettier-ignore

eachRule(textAndTablesRules, {
  bandsInText: [
    right(`Of the 88, 57 ended at stage 1 and 31 at stage 2.\n\n${table('Table 1: Disputes by stage', cells('Stage', 'Raised'), cells(1, 88), cells(2, 31), cells(3, 12), cells(4, 5))}`), // prettier-ignore
    right(
      'The child was there at 162 reviews (PN1 to PN3).\n\n' +
        table(
          'Table 1: How children took part',
          cells('Code', 'Reviews'),
          cells('PN1 Speaks', 126),
          cells('PN2 Advocate', 18),
          cells('PN3 Signs', 18),
          cells('PN4 Silent', 9),
          cells('Total', 171),
        ),
    ),
    wrong(`There are 25 children aged 5 to 9.\n\n${AGES}`, /25 here, and 52/),
    right(`There are 52 children aged 5 to 9.\n\n${AGES}`),
    right('In 2021-22 there were 110; this is fewer.\n\n' + table('In time, by year', cells('', '2019-20', '2020-21', '2021-22', '2022-23'), cells('Reviews in time (%)', 91, 94, 96, 98))), // prettier-ignore
    right(`${BY_QUARTER}\n\nThere were 129 second reviews: 29 in Q1, 33 in Q2, 36 in Q3 and 31 in Q4.`),
    right(`All 37 in supported lodgings are 16 to 17.\n\n${WIDE_AGES}`),
    right(`Each of the 37 who live alone is aged 16 to 17.\n\n${WIDE_AGES}`),
    wrong(`There are 37 aged 16 to 17.\n\n${WIDE_AGES}`, /37 here, and 90/),
  ],
  columnsInText: [
    right(`The shares are of the other 1,004.\n\n${table('Table 1: How children took part', cells('Way', 'Reviews', 'Share'), cells('In person', 504, '50.2%'), cells('In writing', 500, '49.8%'), cells('Total', '1,004', '100.0%'))}`), // prettier-ignore
    wrong(`Half are boys (122).\n\n${SEXES}`, /total of “Girls”/),
    right(`Half are boys (121).\n\n${SEXES}`),
  ],
  monthsInText: [
    wrong(
      `In the first six months 33 children started and in the last six months 96.\n\n${BY_MONTH}`,
      /add up to 69, not 96/,
    ),
    right(`In the first six months 33 children started and in the last six months 69.\n\n${BY_MONTH}`),
    wrong(`From April to June there were 15 children who started.\n\n${BY_MONTH}`, /add up to 12, not 15/),
  ],
  namedBeside: [
    wrong(`Most lived with parents (140).\n\n${HOMES}`, /140 is the number of “Foster care”/),
    right(`Most lived in foster care (140).\n\n${HOMES}`),
    wrong(
      `Most are there because they lived with parents 140 (69%).\n\n${HOMES}`,
      /140 is the number of “Foster care”/,
    ),
    right(`41 (20%) are with parents and 140 (69%) in foster care.\n\n${HOMES}`),
  ],
  rowsInText: [
    right(`We reviewed 201 children and not 224, since the other 23 left before a review was due, or came too late for one.\n\n${table('Table 1: Reviews', cells('', '2021-22', '2022-23'), cells('In time', 400, 420), cells('Late', 11, 13), cells('Total', 411, 433))}`), // prettier-ignore
    wrong('There were 47 children in residential homes.\n\n' + table('Table 1: Children by home, 31 March 2023', cells('Home', 'Number'), cells('Foster care', 140), cells('Residential homes', 41), cells('Kinship care', 22)), /41/), // prettier-ignore
    right('There were 41 children in residential homes.\n\n' + table('Table 1: Children by home, 31 March 2023', cells('Home', 'Number'), cells('Foster care', 140), cells('Residential homes', 41), cells('Kinship care', 22))), // prettier-ignore
    ...[
      'Of the 149 late reviews, 61 were late because a social worker was absent, 27 because a parent could not come and 13 for other reasons.',
      '27 were moved because a parent could not come.',
      '27 were moved at the request of parents.',
      '27 meetings were late as parents were ill, and parents asked for 13 others.',
      'There were 22 children in kinship homes and 41 with parents.',
      'On average 5 children were with parents in a month.',
      'Views were heard in 102 (every place but foster care), which is good.',
    ].map((text) => right(`${text}\n\n${HOMES}`)),
    wrong('There were 52 children in foster care and 41 with parents.\n\n' + HOMES, /“Foster care” is 52 here, and 140/), // prettier-ignore
    ...['In all 51 children lived with parents.', 'Of the children 51 were placed with parents.'].map((text) =>
      wrong(`${text}\n\n${HOMES}`, /“With parents” is 51 here, and 41/),
    ),
    right('Nearly half (47%) moved on at 18.\n\n' + table('Destinations of those who left', cells('Destination', 'Children'), cells('Returned home', 42), cells('Moved on at 18', 69), cells('Other', 12))), // prettier-ignore
    right(`${SHARES}\n\nHomes and supported accommodation come to 18%.`),
    right(`${BY_QUARTER}\n\nOur protocol begins with an informal stage and has three formal stages after that.`),
    right(`${IN_TIME}\n\nOver the three years the service has held 4,630 reviews, of which 200 were late.`),
    right(`${STATEMENTS}\n\nThe social worker’s report was there for 35 of 55 reviews (63.6%).`),
    wrong(`${STATEMENTS}\n\nA worker made 15 statements.`, /“A worker” is 15 here/),
    right(`${HOW}\n\nChildren aged 4 or over attended 44 of 80 reviews (55.0%).`),
    wrong(`${HOW}\n\nChildren attended 44 of 95 reviews.`, /is 44 here/),
    right(`Of the later reviews 702 were in time.\n\n${BY_TURN}`),
    right(`Among the second reviews, 141 were in time.\n\n${BY_TURN}`),
    wrong(`There were 702 later reviews.\n\n${BY_TURN}`, /702 here, and 730/),
  ],
  totalsInText: [
    wrong(`In the year 132 children left care (see Table 4).\n\n${LEAVERS}`, /total of Table 4.* is 123/),
    right(`In the year 123 children left care (see Table 4).\n\n${LEAVERS}`),
    right(`Table 4 leaves out one of the 132 children that the return has, of whom 132 had a plan.\n\n${LEAVERS}`),
    right(
      `At the end of the year 132 children were looked after, 9 more than those in Table 4.\n\nThe 132 children live near.\n\n${LEAVERS}`,
    ),
  ],
})
