import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { referencesRules } from './index.ts'

const CONTENTS = (...lines: [string, number][]) =>
  `Contents\n\n${lines.map(([title, page]) => `${title}\t${page}`).join('\n')}\n\n`
const SECTIONS = (...titles: string[]) =>
  titles.map((title) => `${title}\n\nThe team did what it had planned to do.\n\n`).join('')
const FIVE = ['Summary', 'Our team', 'Reviews', 'Taking part', 'Health and school', 'What comes next']
const HEADED = FIVE.map((title, at) => `Section ${at + 1}: ${title}`)
const NUMBERED = `Contents\n\n${HEADED.join('\n\n')}\n\n`
const PAGED = (...pages: number[]) => CONTENTS(...FIVE.map((title, at): [string, number] => [title, pages[at] ?? 0]))
const TWO_TABLES = (words: string) =>
  [
    table('Table 1: Children by age', cells('Age', 'Number'), cells('0 to 4', 40), cells('5 to 10', 22)),
    table('Table 2: Children by sex', cells('Sex', 'Number'), cells('Boys', 32), cells('Girls', 30)),
    words,
    table('Table 3: Children by home', cells('Home', 'Number'), cells('Foster care', 50), cells('Residential', 12)),
  ].join('\n\n')

eachRule(referencesRules, {
  contentsList: [
    right(
      `Contents\n\n1. Foreword      2\n2. The team      3\n3. Children      4\n4. Reviews      9\n\nIRO Annual Report      1\n\n${[2, 3, 4].map((page) => `The team held its reviews in time.\n\nIRO Annual Report      ${page}`).join('\n\n')}`,
    ),
    wrong(PAGED(3, 5, 7, 12, 9, 14) + SECTIONS(...FIVE), /page 12 and, for what comes after it, page 9/),
    right(PAGED(3, 5, 7, 7, 9, 14) + SECTIONS(...FIVE)),
    right(PAGED(3, 9, 5, 12, 7, 14) + SECTIONS(...FIVE)),
    wrong(`Contents\n\nSection 1: Law\n\nSection 2: Team\n\nSection 3: Reviews\n\nSection 5: Plans\n\n${SECTIONS('Law', 'Team', 'Reviews', 'Plans')}`, /3 is followed by 5/), // prettier-ignore
    right(`Contents\n\nSection 1: Law\n\nSection 2: Team\n\nSection 3: Reviews\n\nSection 4: Plans\n\n${SECTIONS('Law', 'Team', 'Reviews', 'Plans')}`), // prettier-ignore
    wrong(CONTENTS(['Summary', 3], ['Our team', 4], ['Reviews', 6], ['Priorities for 2023-24', 8]) + SECTIONS('Summary', 'Our team', 'Reviews', 'Priorities for 2022-23'), /another year than the heading/), // prettier-ignore
    right(CONTENTS(['Summary', 3], ['Our team', 4], ['Reviews', 6], ['Priorities for 2023-24', 8]) + SECTIONS('Summary', 'Our team', 'Reviews', 'Priorities for 2023/2024')), // prettier-ignore
    wrong(NUMBERED + SECTIONS(...HEADED.filter((title) => !title.includes('Taking part'))), /no section like this/),
    right(NUMBERED + SECTIONS(...HEADED.map((title) => title.replace('Taking part', 'How children are taking part')))),
    right(NUMBERED + SECTIONS(...HEADED)),
  ],
  numbering: [
    wrong(SECTIONS('1. Summary', '2. Our team', '4. Reviews', '4. Health', '5. School'), /4 follows 2/),
    right(SECTIONS('1. Summary', '2. Our team', '3. Reviews', '4. Health', '5. School')),
    right(SECTIONS('1. Summary', '2. Our team', '4. Reviews', '5. Health', '1. Annex: terms', '2. Annex: sources')),
    wrong(SECTIONS('Priority 1: more reviews in time', 'Priority 2: more views', 'Priority 2: shorter letters', 'Priority 4: health'), /Priority 2 follows Priority 2/), // prettier-ignore
    right(SECTIONS('Priority 1: more reviews in time', 'Priority 2: more views', 'Priority 1: shorter letters', 'Priority 2: health')), // prettier-ignore
    wrong(['3.1', '3.3', '3.2', '3.4'].map((number) => `${number} The team did what it had planned to do in the year.`).join('\n\n'), /3.3 follows 3.1/), // prettier-ignore
  ],
  whereTablesAre: [
    wrong(TWO_TABLES('The numbers in the table above (table 3) are those of the year end.'), /table 3 stands below/i),
    wrong(TWO_TABLES('The numbers in the table above (Table 1) are those of the year end.'), /not table 1, but 2/),
    right(TWO_TABLES('The numbers in the table above (Table 2) are those of the year end.')),
    right(TWO_TABLES('Table 1 above has the numbers of the year end; the table below (Table 3) has their homes.')),
  ],
  headingsNamed: [
    wrong('School and health\n\nThe figures in the part of this report headed "Education outcomes" come from her team.', /no part “Education outcomes”/), // prettier-ignore
    right('School and health\n\nThe figures in the part of this report headed "School and health" come from her team.'), // prettier-ignore
    wrong('Part one: the law\n\nText.\n\nPart two: reviews\n\nText.\n\nPart three: plans\n\nPart five sets out our plans.', /no part “Part five”/), // prettier-ignore
    right('Part one: the law\n\nText.\n\nPart two: reviews\n\nText.\n\nPart three: plans\n\nPart two sets out our plans.'), // prettier-ignore
  ],
  references: [
    wrong('Table 4 shows children by age.\n\n' + table('Table 1: Children by age', cells('Age', 'Number'), cells('0 to 4', 40), cells('5 to 10', 22)), /no table 4/i), // prettier-ignore
    right('Table 1 shows children by age.\n\n' + table('Table 1: Children by age', cells('Age', 'Number'), cells('0 to 4', 40), cells('5 to 10', 22))), // prettier-ignore
    wrong('1. Introduction\n\nThe law is set out in section 6.\n\n2. Our team\n\nAll are qualified.\n\n3. Reviews\n\nThey were held.', /no section 6/i), // prettier-ignore
    right('1. Introduction\n\nThe duties are set out in section 25B. Others are in section 3A.\n\n2. Our team\n\nAll are qualified.\n\n3. Reviews\n\nThey were held.'), // prettier-ignore
    wrong('Part 1. The law\n\nIn short.\n\nPart 2. Numbers\n\nIn short.\n\nPart 3. Reviews\n\nHow it works is explained in part 11.', /no Part 11/), // prettier-ignore
    wrong(PAGED(2, 3, 4, 5, 6, 7) + SECTIONS(...FIVE) + 'More is said of this on page 20.', /no page 20/),
    right(PAGED(2, 3, 4, 5, 6, 7) + SECTIONS(...FIVE) + 'More is said of this on page 8.'),
    right('Part 1. The law\n\nIn short.\n\nPart 2. Numbers\n\nIn short.\n\nPart 3. Reviews\n\nHow it works is explained in part 2.'), // prettier-ignore
  ],
})
