import { isSameDay } from '../../kernel/dates.ts'
import { isLater, missing, rowForm } from '../../oversight/web/rowForm.ts'
import { choiceField, itemsOf, tickField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { lineField, linesField } from '../../platform/web/forms/texts.ts'
import { consultationsOf, earlyPlacementsOf } from '../domain/earlyPlacements.ts'
import { earlyPlacementKinds, earlyPlacements } from '../registers/earlyPlacements.ts'
import { consultedMoves, placementConsultations } from '../registers/placementConsultations.ts'

/** The form for a placement before an assessment. */
export const placementForm = rowForm({
  name: 'placement',
  heading: 'A placement before the assessment is complete',
  button: 'Save the placement',
  what: 'wrote down a placement before its assessment',
  done: 'The placement is saved.',
  register: earlyPlacements,
  form: formOf({
    kind: choiceField(itemsOf(earlyPlacementKinds), { first: 'Choose with whom' }),
    from: dayField('The day'),
    carer: lineField({ most: 100 }),
    extendedOn: dayField('The day of the extension'),
    iroToldOn: dayField('The day the IRO was told'),
    reviewSoughtOn: dayField('The day an independent review was asked for'),
    decidedOn: dayField('The day of the decision'),
    to: dayField('The day on which it ended'),
  }),
  layout: {
    kind: { kind: 'select', label: 'With whom the child was placed' },
    from: { kind: 'day', label: 'The day of the placement, or of the temporary approval' },
    carer: { kind: 'line', label: 'Name of the parent or the connected person (optional)' },
    extendedOn: {
      kind: 'day',
      label: 'The day the temporary approval was extended (optional)',
      hint: 'Once, by eight weeks, before the first sixteen weeks end.',
    },
    iroToldOn: { kind: 'day', label: 'The day the IRO was told of the extension (optional)' },
    reviewSoughtOn: {
      kind: 'day',
      label: 'The day an independent review was asked for (optional)',
      hint: 'The temporary approval then goes on until that review ends.',
    },
    decidedOn: { kind: 'day', label: 'The day the assessment was complete and decided on (optional)' },
    to: {
      kind: 'day',
      label: 'The day on which the placement ended (optional)',
      hint: 'Enter the same placement and first day again to say what has happened since.',
    },
  },
  rowOf: ({ kind, from, ...said }, { world, child }) => {
    const faults = missing(
      ['kind', kind === null, 'Choose with whom the child was placed'],
      ['from', from === null, 'Enter the day of the placement, like 27 3 2026'],
      ['from', isLater(from, world), 'The day of the placement must be today or in the past'],
      ['decidedOn', isLater(said.decidedOn, world), 'The day of the decision must be today or in the past'],
      ['to', isLater(said.to, world), 'The day on which it ended must be today or in the past'],
    )
    if (kind === null || from === null || faults.length > 0) return faults
    // What was left blank this time stays as it was.
    const before = earlyPlacementsOf(world, child).find((one) => one.kind === kind && isSameDay(one.from, from))
    return {
      child,
      kind,
      from,
      carer: said.carer ?? before?.carer ?? null,
      extendedOn: said.extendedOn ?? before?.extendedOn ?? null,
      iroToldOn: said.iroToldOn ?? before?.iroToldOn ?? null,
      reviewSoughtOn: said.reviewSoughtOn ?? before?.reviewSoughtOn ?? null,
      decidedOn: said.decidedOn ?? before?.decidedOn ?? null,
      to: said.to ?? before?.to ?? null,
    }
  },
})

/** The form for a move on which the IRO is consulted. */
export const consultationForm = rowForm({
  name: 'move',
  heading: 'A move on which the IRO is consulted',
  button: 'Save the move',
  what: 'wrote down a move on which the IRO is consulted',
  done: 'The move is saved.',
  register: placementConsultations,
  form: formOf({
    kind: choiceField(itemsOf(consultedMoves), { first: 'Choose which move' }),
    on: dayField('The day of the move'),
    isEmergency: tickField('It was an emergency: the IRO is consulted after the approval'),
    approvedOn: dayField('The day of the approval'),
    consultedOn: dayField('The day of the consultation'),
    view: linesField({ most: 1000 }),
  }),
  layout: {
    kind: { kind: 'select', label: 'Why the IRO is consulted' },
    on: { kind: 'day', label: 'The day of the move, or the day for which it is planned' },
    isEmergency: { kind: 'tick', label: '' },
    approvedOn: { kind: 'day', label: 'The day the move was approved (optional)' },
    consultedOn: { kind: 'day', label: 'The day the IRO was consulted (optional)' },
    view: { kind: 'text', label: 'What the IRO said (optional)' },
  },
  rowOf: ({ kind, on, isEmergency, ...said }, { world, child }) => {
    const before = consultationsOf(world, child).find((one) => one.kind === kind && on && isSameDay(one.on, on))
    const approvedOn = said.approvedOn ?? before?.approvedOn ?? null
    const faults = missing(
      ['kind', kind === null, 'Choose why the IRO is consulted'],
      ['on', on === null, 'Enter the day of the move, like 27 3 2026'],
      ['approvedOn', isEmergency && approvedOn === null, 'Enter the day of the approval: the days are counted from it'],
      ['consultedOn', isLater(said.consultedOn, world), 'The day of the consultation must be today or in the past'],
    )
    if (kind === null || on === null || faults.length > 0) return faults
    return {
      child,
      kind,
      on,
      isEmergency: isEmergency || before?.isEmergency === true,
      approvedOn,
      consultedOn: said.consultedOn ?? before?.consultedOn ?? null,
      view: said.view ?? before?.view ?? null,
    }
  },
})
