import { eachRow, notADate } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'

/** Children adopted in the year (AD1). */
export const adoptedRules: readonly Rule[] = [
  {
    code: '112',
    message: 'The day of the decision that the child should be placed for adoption is not a date.',
    hint: 'Enter the day as DD/MM/YYYY.',
    tables: ['AD1'],
    fields: ['DATE_INT'],
    check: notADate('AD1', 'DATE_INT'),
  },
  {
    code: '517',
    message: 'The adopters are a couple of different gender (L3), but their genders are not MF.',
    hint: 'Check the legal status and the genders of the adopters.',
    tables: ['AD1'],
    fields: ['LS_ADOPTR', 'SEX_ADOPTR'],
    check: eachRow('AD1', (ad1) => ad1.LS_ADOPTR === 'L3' && ad1.SEX_ADOPTR !== 'MF'),
  },
]
