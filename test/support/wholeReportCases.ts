import { type Case, cells, right, table, wrong } from './reportCases.ts'

const AGES = table('Table 1: Children by age, 31 March 2023', cells('Age', 'Children'), cells('0 to 9', 92), cells('10 to 15', 61), cells('16 to 17', 90), cells('Total', 243)) // prettier-ignore
const BY_TURN = table('Table 2: Reviews by turn', cells('Review', 'Held'), cells('First reviews', 120), cells('Second reviews', 150), cells('Later reviews', 730), cells('Total', 1000)) // prettier-ignore
const beside = (own: number) => table('Table 3: Where children lived', cells('Home', 'Here', 'Here %', 'North East %'), cells('Foster care', 170, 70, 69), cells('Residential', 34, own, 14), cells('With parents', 24, 9.9, 10), cells('Other', 15, 6.2, 7), cells('Total', 243, 100, 100)) // prettier-ignore

/** Cases about what a number is of: the row, the group, the year or the area that the words or the head name. */
export const wholeCases: Readonly<Record<string, readonly Case[]>> = {
  bandsInText: [
    right(`All 37 in supported lodgings are 16 to 17.\n\n${AGES}`),
    right(`Each of the 37 who live alone is aged 16 to 17.\n\n${AGES}`),
    wrong(`There are 37 aged 16 to 17.\n\n${AGES}`, /37 here, and 90/),
  ],
  comparisons: [
    right('The rate was 65.0 per 10,000 children, above the region (58) and below England (70).'),
    wrong('The rate was 65.0 per 10,000 children, above the region (68) and below England (70).', /not above/),
    wrong('The rate was 65.0 per 10,000 children, above both the region (58) and England (70).', /not above/),
  ],
  growth: [
    right("In 2021-22 the service chaired 900 reviews. This year's figure is 50 higher, a rise of 5.6%."),
    wrong("In 2021-22 the service chaired 900 reviews. This year's figure is 50 higher, a rise of 6.5%.", /5\.6%, not 6\.5%/), // prettier-ignore
  ],
  rowsInText: [
    right(`Of the later reviews 702 were in time.\n\n${BY_TURN}`),
    right(`Among the second reviews, 141 were in time.\n\n${BY_TURN}`),
    wrong(`There were 702 later reviews.\n\n${BY_TURN}`, /702 here, and 730/),
  ],
  sentencePercentages: [
    right(`${BY_TURN}\n\nOf the 120 first reviews 99 were in time (82.5%). Of the second reviews, 141 were in time (94.0%).`), // prettier-ignore
    wrong(`${BY_TURN}\n\nOf the 120 first reviews 99 were in time (82.5%). Of the second reviews, 141 were in time (90.4%).`, /141 of 150 is 94\.0%/), // prettier-ignore
    right('There were 792 children in 2020 and 858 in 2022. The growth from 2020 to 2021 was 33 children (4.2%), and from 2021 to 2022 it was again 33 (4.0%).'), // prettier-ignore
  ],
  sentenceSums: [
    wrong('We grade letters: of the 80, 51 were clear, 20 fair and 19 poor.', /add up to 90/),
    right('We grade letters: of the 90, 51 were clear, 20 fair and 19 poor.'),
    wrong('The 64 late reviews are explained by sickness (31), by floods (22) and by leave (21).', /add up to 74/),
    right('The 74 late reviews are explained by sickness (31), by floods (22) and by leave (21).'),
    right('The 94 late reviews are explained mainly by sickness (31), by floods (22) and by leave (21).'),
    wrong('Of the 260, 120 had waited for less than three months; 70 for at least three but less than six months; and 60 for longer.', /add up to 250/), // prettier-ignore
    right('Of the 250, 120 had waited for less than three months; 70 for at least three but less than six months; and 60 for longer.'), // prettier-ignore
    wrong('For 35 of the 46 she agreed, and asked for advice on the other 13.', /add up to 48/),
    right('For 35 of the 46 she agreed, and asked for advice on the other 11.'),
    wrong('There were 12 referrals in spring, 14 in summer and 20 in winter, which comes to 48.', /add up to 46/),
  ],
  tablePercentages: [right(beside(14)), wrong(beside(16), /14%, not 16%/)],
}
