import { female, male, noOrYes, shortBreaks } from '../../codes.ts'
import { eachChild, eachCombination, eachRow } from '../../engine/checks.ts'
import type { IndexedReturn } from '../../engine/indexedReturn.ts'
import type { Row } from '../../engine/rows.ts'
import type { Check, Rule } from '../../engine/rule.ts'
import { hasCareLeaverDetails } from '../shared/careLeaverDetails.ts'
import { isInYear } from '../shared/lookedAfter.ts'

/** Whether young women are mothers: asked of all who are looked after, short breaks apart. */
export const motherRules: readonly Rule[] = [
  {
    code: '165',
    message:
      'Whether the young person is a mother is not a known code, is given for a male, or is missing for a female.',
    hint: 'Enter 1 in MOTHER for a mother and 0 for other females. Leave it blank for males.',
    tables: ['Header', 'Episodes', 'OC3'],
    fields: ['MOTHER', 'SEX', 'IN_TOUCH', 'ACTIV', 'ACCOM'],
    check: eachChild((child, fail, data) => {
      const wrong = child.Header.filter((header) => isMotherWrong(header, data))
      if (wrong.length > 0) [...wrong, ...child.OC3].forEach(fail)
    }),
    cases: [
      `Header
       CHILD SEX MOTHER
       1     M   1   ✗
       2     F   -   ✗
       3     F   1
       4     U   1
       5     F   1.0 ✗
       6     F   -
       7     F   -
       8     F   1
       Episodes
       CHILD DECOM      DEC        LS
       1     01/01/2020 01/04/2020 C2
       2     31/03/2021 -          C2
       3     01/01/2020 -          C2
       4     01/01/2020 -          C2
       6     01/01/2020 31/03/2020 C2
       7     01/04/2021 -          C2
       OC3
       CHILD IN_TOUCH ACTIV ACCOM
       5     -        -     - ✗
       8     YES      F1    B1`,
    ],
  },
  {
    code: '174',
    message: 'A date of birth is given for the child of a young mother, but the sex is male.',
    hint: 'Check the sex. If it is right, leave MC_DOB blank: only mothers are recorded.',
    tables: ['Header'],
    fields: ['SEX', 'MC_DOB'],
    check: eachRow('Header', (header) => header.SEX === '1' && header.has('MC_DOB')),
    since: { '2024-25': { check: eachRow('Header', (header) => header.SEX === 'M' && header.has('MC_DOB')) } },
  },
  {
    code: '393',
    message: 'The young woman is looked after, but whether she is a mother is blank.',
    hint: 'Enter 1 in MOTHER if she is a mother, or 0 if not.',
    tables: ['Header', 'Episodes'],
    fields: ['MOTHER'],
    check: isMotherBlankFor('2'),
    since: { '2024-25': { check: isMotherBlankFor('F') } },
  },
  {
    code: '399',
    message: 'The child is only looked after in short breaks (V3 or V4), but MOTHER or a review is filled in.',
    hint: 'Leave MOTHER blank and take the reviews out, or correct the legal status.',
    tables: ['Episodes', 'Header', 'Reviews'],
    fields: ['MOTHER', 'LS', 'REVIEW', 'REVIEW_CODE'],
    check: eachChild((child, fail) => {
      if (child.Episodes.length === 0 || !child.Episodes.every((episode) => shortBreaks.has(episode.LS))) return
      const isMotherGiven = child.Header.some((header) => header.has('MOTHER'))
      const reviews = child.Reviews.filter((review) => review.has('REVIEW') || review.has('REVIEW_CODE'))
      if (isMotherGiven || reviews.length > 0) [...child.Episodes, ...child.Header, ...reviews].forEach(fail)
    }),
  },
  {
    code: '607',
    message: 'The young woman stopped being looked after in the year, but whether she is a mother is blank.',
    hint: 'Enter 1 in MOTHER if she is a mother, or 0 if not.',
    tables: ['Episodes', 'Header'],
    fields: ['DEC', 'REC', 'LS', 'SEX', 'MOTHER'],
    check: isMotherBlankAtEndOfCareFor('2'),
    since: { '2024-25': { check: isMotherBlankAtEndOfCareFor('F') } },
  },
  {
    code: '611',
    message: 'The young person is a mother, but the date of birth of her child is blank.',
    hint: 'Enter the date of birth of her first child in MC_DOB.',
    tables: ['Header'],
    fields: ['MOTHER', 'MC_DOB'],
    check: eachRow('Header', (header) => header.MOTHER === '1' && !header.has('MC_DOB')),
  },
  {
    code: '612',
    message: 'A date of birth is given for her child, but the young person is not recorded as a mother.',
    hint: 'If she is a mother, enter 1 in MOTHER; if not, leave MC_DOB blank.',
    tables: ['Header'],
    fields: ['SEX', 'MOTHER', 'MC_DOB'],
    check: eachRow('Header', (header) => header.SEX === '2' && isGivenWithoutMother(header)),
    since: {
      '2024-25': { check: eachRow('Header', (header) => header.SEX === 'F' && isGivenWithoutMother(header)) },
    },
  },
  {
    code: '628',
    message: 'The care leaver was not looked after in the year, so whether she is a mother should be blank.',
    hint: 'Leave MOTHER blank, or add the episodes that are missing.',
    tables: ['Episodes', 'Header', 'OC3'],
    fields: ['MOTHER'],
    check: eachRow(
      'Header',
      (header) =>
        header.has('MOTHER') && header.child.Episodes.length === 0 && header.child.OC3.some(hasCareLeaverDetails),
    ),
    cases: [
      `Header
       CHILD MOTHER
       1     1 ✗
       2     -
       3     0 ✗
       4     1
       5     1
       6     1
       Episodes
       CHILD
       5
       OC3
       CHILD IN_TOUCH ACTIV ACCOM
       1     YES      -     B1
       2     YES      -     -
       3     -        F1    -
       4     -        -     -
       5     YES      F1    B1`,
    ],
  },
]

function isMotherWrong(header: Row<'Header'>, data: IndexedReturn): boolean {
  if (header.has('MOTHER')) return !noOrYes.has(header.MOTHER) || male.has(header.SEX)
  return (
    female.has(header.SEX) &&
    header.child.Episodes.some((episode) => !shortBreaks.has(episode.LS) && isInYear(episode, data))
  )
}

function isMotherBlankFor(femaleCode: string): Check {
  return eachRow(
    'Header',
    (header) =>
      header.SEX === femaleCode &&
      !header.has('MOTHER') &&
      header.child.Episodes.some((episode) => !shortBreaks.has(episode.LS)),
  )
}

function isMotherBlankAtEndOfCareFor(femaleCode: string): Check {
  return eachCombination('Episodes', 'Header', (episode, header, { firstDay, lastDay }) => {
    const isMotherBlank = header.SEX === femaleCode && !header.has('MOTHER')
    const hasCareCeased = episode.has('REC') && episode.REC !== 'X1' && !shortBreaks.has(episode.LS)
    return isMotherBlank && hasCareCeased && firstDay <= episode.DEC && episode.DEC <= lastDay
  })
}

const isGivenWithoutMother = (header: Row<'Header'>): boolean => header.has('MC_DOB') && header.MOTHER !== '1'
