import { cells, eachRule, right, table, wrong } from '../../../../../test/support/reportCases.ts'
import { referencesRules } from './index.ts'

eachRule(referencesRules, {
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
    right('Part 1. The law\n\nIn short.\n\nPart 2. Numbers\n\nIn short.\n\nPart 3. Reviews\n\nHow it works is explained in part 2.'), // prettier-ignore
  ],
})
