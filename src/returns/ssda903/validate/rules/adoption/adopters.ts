import { legalStatusesOfAdopters, numbersOfAdopters, sexesOfAdopters } from '../../codes.ts'
import { eachRow, notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

const singleAdopters: ReadonlySet<string> = new Set(['M1', 'F1'])
const couples: ReadonlySet<string> = new Set(['MM', 'FF', 'MF'])
const sameGenderCouples: ReadonlySet<string> = new Set(['MM', 'FF'])

/** Who adopted the child: how many, their genders and legal status (AD1). */
export const adopterRules: readonly Rule[] = [
  {
    code: '175',
    message: 'The number of adopters is not a known code.',
    hint: 'Enter 1 for a single adopter or 2 for a couple.',
    tables: ['AD1'],
    fields: ['NB_ADOPTR'],
    check: notOneOf('AD1', 'NB_ADOPTR', numbersOfAdopters),
  },
  {
    code: '176',
    message: 'The gender of the adopters is not a known code.',
    hint: 'Enter M1 or F1 for a single adopter, or MM, FF or MF for a couple.',
    tables: ['AD1'],
    fields: ['SEX_ADOPTR'],
    check: notOneOf('AD1', 'SEX_ADOPTR', sexesOfAdopters),
  },
  {
    code: '177',
    message: 'The legal status of the adopters is not a known code.',
    hint: 'Enter L0 for a single adopter, or L11, L12, L2, L3 or L4 for a couple.',
    tables: ['AD1'],
    fields: ['LS_ADOPTR'],
    check: notOneOf('AD1', 'LS_ADOPTR', legalStatusesOfAdopters),
    cases: [
      `AD1
       CHILD LS_ADOPTR
       1     L0
       2     L11
       3     L1 ✗
       4     L4
       5     _  ✗
       6     -`,
    ],
  },
  {
    code: '511',
    message: 'There are two adopters, but their genders are not those of a couple.',
    hint: 'Enter MM, FF or MF as the genders, or 1 as the number of adopters.',
    tables: ['AD1'],
    fields: ['NB_ADOPTR', 'SEX_ADOPTR'],
    check: eachRow(
      'AD1',
      (adoption) => adoption.NB_ADOPTR === '2' && adoption.has('SEX_ADOPTR') && !couples.has(adoption.SEX_ADOPTR),
    ),
    cases: [
      `AD1
       CHILD NB_ADOPTR SEX_ADOPTR
       1     2         MM
       2     2         FF
       3     2         MF
       4     2         M1 ✗
       5     2         F1 ✗
       6     2         XX ✗
       7     2         -
       8     1         F1
       9     -         M1`,
    ],
  },
  {
    code: '514',
    message: 'The legal status is that of a single adopter (L0), but the gender is not that of one person.',
    hint: 'Enter M1 or F1 as the gender; or, for a couple, their legal status.',
    tables: ['AD1'],
    fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
    check: eachRow('AD1', (adoption) => adoption.LS_ADOPTR === 'L0' && !singleAdopters.has(adoption.SEX_ADOPTR)),
    cases: [
      `AD1
       CHILD LS_ADOPTR SEX_ADOPTR
       1     L0        M1
       2     L0        F1
       3     L0        MF ✗
       4     L0        -  ✗
       5     L2        MF
       6     -         MM`,
    ],
  },
  {
    code: '517',
    message: 'The adopters are a couple of different gender (L3), but their genders are not MF.',
    hint: 'Check the legal status and the genders of the adopters.',
    tables: ['AD1'],
    fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
    check: eachRow('AD1', (ad1) => ad1.LS_ADOPTR === 'L3' && ad1.SEX_ADOPTR !== 'MF'),
  },
  {
    code: '518',
    message:
      'The adopters are a couple of the same gender who are not married (L4), but their genders are not MM or FF.',
    hint: 'Check the legal status and the genders of the adopters.',
    tables: ['AD1'],
    fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
    check: eachRow('AD1', (adoption) => adoption.LS_ADOPTR === 'L4' && !sameGenderCouples.has(adoption.SEX_ADOPTR)),
  },
  {
    code: '519',
    message: 'The adopters are civil partners (L2), but their genders are not those of a couple.',
    hint: 'Enter MM, FF or MF as the genders, or correct the legal status.',
    tables: ['AD1'],
    fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
    check: eachRow('AD1', (adoption) => adoption.LS_ADOPTR === 'L2' && !couples.has(adoption.SEX_ADOPTR)),
  },
  {
    code: '520',
    message: 'The adopters are a married couple of different gender (L11), but their genders are not MF.',
    hint: 'Check the legal status and the genders of the adopters.',
    tables: ['AD1'],
    fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
    check: eachRow('AD1', (adoption) => adoption.LS_ADOPTR === 'L11' && adoption.SEX_ADOPTR !== 'MF'),
    cases: [
      `AD1
       CHILD LS_ADOPTR SEX_ADOPTR
       1     L11       MM ✗
       2     L11       FF ✗
       3     L11       -  ✗
       4     L11       MF
       5     L12       MM
       6     -         MM`,
    ],
  },
  {
    code: '524',
    message: 'The adopters are a married couple of the same gender (L12), but their genders are not MM or FF.',
    hint: 'Check the legal status and the genders of the adopters.',
    tables: ['AD1'],
    fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
    check: eachRow('AD1', (adoption) => adoption.LS_ADOPTR === 'L12' && !sameGenderCouples.has(adoption.SEX_ADOPTR)),
    cases: [
      `AD1
       CHILD LS_ADOPTR SEX_ADOPTR
       1     L12       MM
       2     L12       FF
       3     L12       M1 ✗
       4     L12       MF ✗
       5     L12       -  ✗
       6     L4        F1
       7     -         MF`,
    ],
  },
]
