import { dayNumberOf } from '../../../../../kernel/dayNumbers.ts'
import { authoritiesOfPermanence, previousPermanenceCodes } from '../../codes.ts'
import { eachChild, eachRow, notOneOf } from '../../engine/checks.ts'
import type { Rule } from '../../engine/rule.ts'
import { earliestDay, isYearUnknown } from '../shared/partlyKnownDates.ts'

// From this day on earlier permanence is asked for.
const FIRST_ASKED = dayNumberOf(2016, 4, 1)

/** Children who came back from adoption, special guardianship or another permanent home. */
export const previousPermanenceRules: readonly Rule[] = [
  {
    code: '631',
    message: 'The kind of earlier permanent home is not a known code.',
    hint: 'Enter P1 to P4, or Z1 if there was none.',
    tables: ['PrevPerm'],
    fields: ['PREV_PERM'],
    check: notOneOf('PrevPerm', 'PREV_PERM', previousPermanenceCodes),
    cases: [
      `PrevPerm
       CHILD PREV_PERM
       1     P0 ✗
       2     P1
       3     P4
       4     Z1
       5     _  ✗
       6     -`,
    ],
  },
  {
    code: '632',
    message: 'The day of the earlier permanence order is no date, or not before the child started to be looked after.',
    hint: 'Enter the day as DD/MM/YYYY; put zz for a day or month and zzzz for a year that is not known.',
    tables: ['Episodes', 'PrevPerm'],
    fields: ['DATE_PERM', 'DECOM'],
    check: eachChild((child, fail) => {
      const first = child.Episodes.find((episode) => !Number.isNaN(episode.DECOM))
      for (const permanence of child.PrevPerm) {
        const written = permanence.DATE_PERM
        const day = earliestDay(written)
        const isNoDate = written !== '' && Number.isNaN(day)
        const isTooLate = first !== undefined && day >= first.DECOM && !isYearUnknown(written)
        if (!isNoDate && !isTooLate) continue
        fail(permanence)
        if (first) fail(first)
      }
    }),
    cases: [
      `PrevPerm
       CHILD DATE_PERM
       1     xx/10/2011 ✗
       2     17/06/2001 ✗
       3     01/05/2000
       4     -
       5     05/ZZ/2020
       6     ZZ/05/2021
       7     ZZ/ZZ/ZZZZ
       8     ZZ/ZZ/1993
       9     ZZ/ZZ/ZZ   ✗
       10    01/13/2000 ✗
       Episodes
       CHILD DECOM
       1     20/10/2011 ✗
       2     19/11/2021
       2     17/06/2001 ✗
       3     -
       4     11/09/2015
       5     01/03/2021
       6     01/07/2021
       7     01/07/2021
       8     01/07/2021
       9     01/07/2021 ✗
       10    01/07/2021 ✗`,
      // A day that is known in part may have been before care started: children 1 and 2. Child 5 is in no episode.
      `PrevPerm
       CHILD DATE_PERM
       1     ZZ/07/2021
       2     ZZ/ZZ/2021
       3     ZZ/08/2021 ✗
       4     30/06/2021
       5     32/06/2021 ✗
       5     30/06/2021
       Episodes
       CHILD DECOM
       1     02/07/2021
       2     02/07/2021
       3     02/07/2021 ✗
       4     01/07/2021`,
    ],
  },
  {
    code: '633',
    message: 'The authority of the earlier permanent home is not a known code.',
    hint: 'Enter the authority’s three-figure number, or WAL, SCO, NIR or NUK for a home outside England.',
    tables: ['PrevPerm'],
    fields: ['LA_PERM'],
    check: notOneOf('PrevPerm', 'LA_PERM', authoritiesOfPermanence),
    cases: [
      `PrevPerm
       CHILD LA_PERM
       1     -
       2     SCO
       3     204
       4     458 ✗
       5     176 ✗
       6     212
       7     999
       8     839`,
    ],
  },
  {
    code: '634',
    message: 'An earlier permanent home is given, but the child has not started an episode since 1 April 2016.',
    hint: 'Take the entry out, or add the episode that is lacking.',
    tables: ['Episodes', 'PrevPerm'],
    fields: ['LA_PERM', 'PREV_PERM', 'DATE_PERM', 'DECOM'],
    check: eachChild((child, fail) => {
      const last = child.Episodes.findLast((episode) => !Number.isNaN(episode.DECOM))
      if (!last || last.DECOM >= FIRST_ASKED) return
      const given = child.PrevPerm.filter(
        (permanence) => permanence.has('PREV_PERM') || permanence.has('LA_PERM') || permanence.has('DATE_PERM'),
      )
      if (given.length === 0) return
      for (const row of [...given, ...child.Episodes]) fail(row)
    }),
    cases: [
      // What counts is the day in 2016, not the collection year.
      `collection 2022-23
       PrevPerm
       CHILD PREV_PERM LA_PERM DATE_PERM
       1     P1        352     -
       2     P1        352     - ✗
       Episodes
       CHILD DECOM
       1     01/04/2016
       2     31/03/2016 ✗`,
    ],
  },
  {
    code: '635',
    message: 'A date or an authority of an earlier permanent home is given, but what kind of home it was is blank.',
    hint: 'Enter P1 to P4 in PREV_PERM; or, if there was none, enter Z1 and leave the date and the authority blank.',
    tables: ['PrevPerm'],
    fields: ['LA_PERM', 'DATE_PERM', 'PREV_PERM'],
    check: eachRow(
      'PrevPerm',
      (permanence) => (permanence.has('LA_PERM') || permanence.has('DATE_PERM')) && !permanence.has('PREV_PERM'),
    ),
  },
]
