import { longDate, longDateOr } from '../../kernel/dates.ts'
import type { RowPage } from '../../oversight/web/childPage.ts'
import { isLater, missing, rowForm } from '../../oversight/web/rowForm.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField } from '../../platform/web/forms/texts.ts'
import { recordsOf } from '../../world/world.ts'
import { supportPermissions } from '../permissions.ts'
import { volunteers } from '../registers/volunteers.ts'

const volunteerForm = rowForm({
  name: 'volunteer',
  heading: 'Recruit a volunteer, or write down checks, training or the end',
  button: 'Save the volunteer',
  what: 'wrote down an independent visitor',
  done: 'The volunteer is saved.',
  register: volunteers,
  form: formOf({
    volunteerRef: lineField({ most: 60 }),
    recruitedOn: dayField('The day'),
    checkedOn: dayField('The day'),
    trainedOn: dayField('The day'),
    endedOn: dayField('The day'),
  }),
  layout: {
    volunteerRef: {
      kind: 'line',
      label: 'Reference of the volunteer',
      hint: 'Your service’s own, like V12. Enter one again to add to it.',
    },
    recruitedOn: { kind: 'day', label: 'Recruited on (optional for one who is known)' },
    checkedOn: { kind: 'day', label: 'Checks complete on (optional)' },
    trainedOn: { kind: 'day', label: 'Training complete on (optional)' },
    endedOn: { kind: 'day', label: 'Left on (optional)' },
  },
  rowOf: (said, { world }) => {
    const { volunteerRef } = said
    const before = recordsOf(world, volunteers).find((one) => one.volunteerRef === volunteerRef)
    const recruitedOn = said.recruitedOn ?? before?.recruitedOn ?? null
    const faults = missing(
      ['volunteerRef', volunteerRef === null, 'Enter the reference of the volunteer'],
      ['recruitedOn', recruitedOn === null, 'Enter the day of recruitment, like 27 3 2026'],
      ['recruitedOn', isLater(recruitedOn, world), 'The day must be today or in the past'],
      ['checkedOn', isLater(said.checkedOn, world), 'The day must be today or in the past'],
    )
    if (volunteerRef === null || recruitedOn === null || faults.length > 0) return faults
    return {
      volunteerRef,
      recruitedOn,
      checkedOn: said.checkedOn ?? before?.checkedOn ?? null,
      trainedOn: said.trainedOn ?? before?.trainedOn ?? null,
      endedOn: said.endedOn ?? before?.endedOn ?? null,
    }
  },
})

/** Independent visitors, with their checks and training. */
export const volunteersPage: RowPage = {
  title: 'Volunteers',
  intro: 'Nobody is matched with a volunteer whose checks are not complete.',
  permission: supportPermissions.write,
  looked: 'looked at the volunteers',
  forms: () => [volunteerForm],
  tables: (world) => [
    {
      caption: 'Who is recorded',
      columns: ['Volunteer', 'Recruited', 'Checks complete', 'Training complete', 'Left'],
      rows: recordsOf(world, volunteers).map((one) => [
        one.volunteerRef,
        longDate(one.recruitedOn),
        longDateOr(one.checkedOn, 'Not recorded'),
        longDateOr(one.trainedOn, 'Not recorded'),
        longDateOr(one.endedOn, ''),
      ]),
      empty: 'No volunteer is recorded. A file of volunteers (volunteers) brings them too.',
    },
  ],
}
