/** What a rule says of a text: the message must match, or there must be nothing to say. */
export interface Case {
  text: string
  /** What is found; absent where all of it holds. */
  found?: RegExp
}

export const wrong = (text: string, found: RegExp): Case => ({ text, found })
export const right = (text: string): Case => ({ text })
export const table = (caption: string, ...rows: string[]): string => [caption, ...rows].join('\n')
export const cells = (...texts: (string | number)[]): string => texts.join('\t')

const HOMES = table('Table 1: Children looked after by placement, 31 March 2023', cells('Placement', 'Children'), cells('Foster care', 180), cells('Residential', 63), cells('Total', 243)) // prettier-ignore
const LAST_YEAR = 'On 31 March 2022 there were 230 children looked after.'
const THIS_YEAR = 'On 31 March 2023 there were 243 children looked after.'

/** Cases of the rules that set numbers of one thing beside each other, wherever in a report they stand. */
export const casesOfThings: Readonly<Record<string, readonly Case[]>> = {
  changeSizes: [
    wrong(`${LAST_YEAR}\n\n${THIS_YEAR}\n\nThe number of children rose by 5.9%.`, /a rise of 13 \(5\.7%\)/),
    right(`${LAST_YEAR}\n\n${THIS_YEAR}\n\nThe number of children rose by 5.7%.`),
    wrong(`${LAST_YEAR}\n\nAt the end of the year 243 children were looked after, 31 more than a year before.\n\n${THIS_YEAR}`, /a rise of 13/), // prettier-ignore
    wrong('IROs raised 96 disputes, a quarter more than last year.\n\nNinety-six disputes were raised. There were 80 in 2021-22.', /a rise of 16/), // prettier-ignore
    right('IROs raised 96 disputes, a fifth more than last year.\n\nNinety-six disputes were raised. There were 80 in 2021-22.'), // prettier-ignore
    right(`${LAST_YEAR}\n\n${THIS_YEAR}\n\nThe number of children in England rose by 2%.`),
  ],
  changesSaid: [
    wrong(`${table('Scorecard', cells('Measure', '2021-22', '2022-23'), cells('Complaints', 12, 19), cells('Compliments', 30, 41))}\n\nThe number of complaints has fallen.`, /went from 12 to 19/), // prettier-ignore
    right(`${table('Scorecard', cells('Measure', '2021-22', '2022-23'), cells('Complaints', 12, 19), cells('Compliments', 30, 41))}\n\nThe number of complaints has risen.`), // prettier-ignore
    right(`${table('Scorecard', cells('Measure', '2021-22', '2022-23'), cells('Complaints', 12, 19), cells('Compliments', 30, 41))}\n\nWe expect that the number of complaints will have fallen.`), // prettier-ignore
  ],
  complements: [
    wrong('An interview was offered after 389 of the 412 occasions. On the 32 occasions when none was offered the IRO wrote.', /leave 23, not 32/), // prettier-ignore
    right('An interview was offered after 389 of the 412 occasions. On the 23 occasions when none was offered the IRO wrote.'), // prettier-ignore
  ],
  labelledYears: [
    wrong(table('Children at 31 March', cells('Age', '2021', '2022', '2024'), cells('0-9', 60, 66, 71), cells('10-17', 170, 164, 172), cells('Total', 230, 230, 243)), /do not follow/), // prettier-ignore
    right(table('Children at 31 March', cells('Age', '2021', '2022', '2023'), cells('0-9', 60, 66, 71), cells('10-17', 170, 164, 172), cells('Total', 230, 230, 243))), // prettier-ignore
    wrong(`${THIS_YEAR}\n\n${HOMES.replace('2023', '2020')}`, /that of the year to March 2023/),
    right(`${THIS_YEAR}\n\n${HOMES}`),
  ],
  ofAll: [
    wrong(
      `${THIS_YEAR}\n\nOf those with a disability 34 have a plan. That is 18% of all the children.`,
      /14\.0%, not 18%/,
    ),
    right(`${THIS_YEAR}\n\nOf those with a disability 34 have a plan. That is 14% of all the children.`),
  ],
  reviewTimes: [
    wrong(
      'A first review must be held within 20 weeks of the day when a child became looked after.',
      /20 working days/,
    ),
    right('A first review must be held within 20 working days, the second within three months of the first, and later ones at intervals of no more than six months.'), // prettier-ignore
    wrong('The second must be held within three weeks of the first.', /three months/),
  ],
  sameThing: [
    wrong(`In all 160 children live in foster care.\n\n${HOMES}`, /160 here and 180/),
    right(`In all 180 children live with foster carers.\n\n${HOMES}`),
    right(`Of the 180 children in foster care 110 live with our own carers.\n\n${HOMES}`),
  ],
  sharesSaid: [
    wrong(`${HOMES}\n\nFewer than half of our children live with foster carers.`, /does not describe 74\.1%/),
    right(`${HOMES}\n\nNearly three quarters of our children live with foster carers.`),
  ],
  spreadParts: [
    wrong('IROs made 42 challenges. Sixteen were about drift. Fourteen were about placements. The last 21 were about health.', /add up to 51/), // prettier-ignore
    right('IROs made 42 challenges. Sixteen were about drift. Fourteen were about placements. The last 12 were about health.'), // prettier-ignore
    wrong('Of the 1,220 reviews 180 were of children under four. The figures are of the other 1,140.', /1,320/),
    right('Of the 1,220 reviews 180 were of children under four. The figures are of the other 1,040.'),
  ],
  stockAndFlow: [
    wrong(
      `${LAST_YEAR}\n\n${THIS_YEAR}\n\nIn the year 115 children came into care and 120 left it.`,
      /225 would be left/,
    ),
    right(`${LAST_YEAR}\n\n${THIS_YEAR}\n\nIn the year 115 children came into care and 102 left it.`),
  ],
  tableQuotients: [
    wrong(table('Officers', cells('Officer', 'FTE', 'Cases', 'Cases per FTE'), cells('A', '1.0', 62, 62), cells('B', '0.8', 49, 61), cells('C', '0.6', 38, 63), cells('D', '0.5', 32, 46)), /is 64 by its own row/), // prettier-ignore
    right(table('Officers', cells('Officer', 'FTE', 'Cases', 'Cases per FTE'), cells('A', '1.0', 62, 62), cells('B', '0.8', 49, 61), cells('C', '0.6', 38, 63), cells('D', '0.5', 32, 64))), // prettier-ignore
  ],
  thingsTogether: [
    wrong(
      'There were 660 reviews held.\n\n620 reviews were in time.\n\nThirty reviews were late.',
      /650 together, of 660/,
    ),
    right('There were 660 reviews held.\n\n620 reviews were in time.\n\nForty reviews were late.'),
    wrong('There were 660 reviews held.\n\n620 reviews were in time.\n\nIn the year 97% of reviews were in time.', /93\.9%|94%/), // prettier-ignore
  ],
}
