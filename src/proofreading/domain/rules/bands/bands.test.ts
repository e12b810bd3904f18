import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { bandsRules } from './index.ts'

eachRule(bandsRules, {
  bandsListed: [
    wrong('There are papers for three age bands (4-7, 8-12 and 14-17).', /After 8-12 comes 14-17/),
    right('There are papers for three age bands (4-7, 8-12 and 13-17).'),
    right('There are papers for children aged 4-7, 9-12 and 14-17, by what they can read.'),
    right('There are papers for those aged 4 to 7, 7 to 12 and 13 to 17.'),
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
  overlap: [
    wrong('There are papers for those aged 4 to 7, 7 to 12 and 13 to 17.', /both take in 7/),
    wrong(table('Table 1: Reviews', cells('Months', 'Number'), cells('April to June', 40), cells('June to September', 22), cells('October to December', 12), cells('January to March', 22)), /both take in June/), // prettier-ignore
    right(table('Table 1: Reviews', cells('Months', 'Number'), cells('April to June', 40), cells('April to September', 62), cells('April to December', 74))), // prettier-ignore
    wrong(table('Table 1: Time in care', cells('Time', 'Number'), cells('Under 6 months', 40), cells('6 to 18 months', 22), cells('1 to 2 years', 12), cells('Over 2 years', 22)), /both take in/), // prettier-ignore
    right(table('Table 1: Time in care', cells('Time', 'Number'), cells('Under 6 months', 40), cells('6 to 12 months', 22), cells('1 to 2 years', 12), cells('Over 2 years', 22))), // prettier-ignore
    wrong(table('Table 1: Children by age', cells('Age', 'Number'), cells('0 to 5', 40), cells('5 to 10', 22), cells('11 and over', 12)), /5/), // prettier-ignore
    right(table('Table 1: Children by age', cells('Age', 'Number'), cells('0 to 4', 40), cells('5 to 10', 22), cells('11 and over', 12))), // prettier-ignore
    wrong('Fifty had been in care for at least one year but less than two, 57 for at least one year but less than five, and 42 for five years or more.', /both take in/), // prettier-ignore
    right('Fifty had been in care for at least one year but less than two, 57 for at least two years but less than five, and 42 for five years or more.'), // prettier-ignore
    wrong(table('Ages', cells('Age', 'Children'), cells('5 to 9', 128), cells('10 to 16', 260), cells('16 and 17', 158)), /both take in 16/), // prettier-ignore
    right(table('Ages', cells('Age', 'Children'), cells('5 to 9', 128), cells('10 to 15', 260), cells('16 and 17', 158))), // prettier-ignore
  ],
})
