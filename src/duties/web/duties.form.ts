import type { OfficerFact } from '../../officers/registers/officers.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField, numberField } from '../../platform/web/forms/texts.ts'
import type { DutyProblem, LinkProblem } from '../app/duties.ts'
import { dutyKinds } from '../registers/duties.ts'

/** The form on which a duty is entered. */
export const dutyForm = (whose: readonly OfficerFact[]) =>
  formOf({
    on: dayField('The day'),
    officerId: choiceField(
      whose.map(({ officerId, name }) => ({ value: officerId, text: name })),
      { first: 'Choose an officer' },
    ),
    kind: choiceField(itemsOf(dutyKinds), { first: 'Choose what it was' }),
    hours: numberField('The hours must be a number, like 3.5'),
    team: lineField({ most: 100 }),
  })
/** The form for work that is not a review. */
export type DutyForm = ReturnType<typeof dutyForm>

/** The form on which an officer becomes a team's link. */
export const linkForm = (whose: readonly OfficerFact[]) =>
  formOf({
    linkTeam: lineField({ most: 100 }),
    linkOfficer: choiceField(
      whose.map(({ officerId, name }) => ({ value: officerId, text: name })),
      { first: 'Choose an officer' },
    ),
    linkFrom: dayField('The first day'),
    linkTo: dayField('The day on which it ended'),
  })
/** The form for who is the link officer of a team. */
export type LinkForm = ReturnType<typeof linkForm>

/** What is wrong with a link, where it is put right. */
export const linkFaults = (problems: readonly LinkProblem[]) =>
  faultsOf(
    problems,
    { team_missing: 'linkTeam', officer_missing: 'linkOfficer', from_missing: 'linkFrom', not_kept: null },
    (problem) => {
      switch (problem.code) {
        case 'team_missing':
          return 'Enter the team'
        case 'officer_missing':
          return 'Choose the officer'
        case 'from_missing':
          return 'Enter the first day, like 27 3 2026'
        case 'not_kept':
          return problem.why
      }
    },
  )

/** What is wrong with a duty, where it is put right. */
export const dutyFaults = (problems: readonly DutyProblem[]) =>
  faultsOf(
    problems,
    { day_missing: 'on', day_in_future: 'on', officer_missing: 'officerId', kind_missing: 'kind', team_missing: 'team', not_kept: null }, // prettier-ignore
    (problem) => {
      switch (problem.code) {
        case 'day_missing':
          return 'Enter the day, like 27 3 2026'
        case 'day_in_future':
          return 'The day must be today or in the past'
        case 'officer_missing':
          return 'Choose whose work it was'
        case 'kind_missing':
          return 'Choose what it was'
        case 'team_missing':
          return 'Enter the team that is met'
        case 'not_kept':
          return problem.why
      }
    },
  )
