import { choiceField, itemsOf, tickField, ticksField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { emailField, hiddenNumber, lineField, linesField } from '../../platform/web/forms/texts.ts'
import { allReaders, readers } from '../domain/record.ts'
import { outcomes } from '../registers/recommendations.ts'
import { sentBy, sentDocuments } from '../registers/distributions.ts'

const yesNo = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const

/** What is asked of a decision. */
export const decisionForm = formOf({
  text: linesField({ most: 2000 }),
  responsible: lineField(),
  dueOn: dayField('The day by which it is to be done'),
  urgent: choiceField(yesNo),
  forChild: choiceField(yesNo),
  childWords: linesField({ most: 1000 }),
  easyWords: linesField({ most: 1000 }),
  whyNotForChild: lineField(),
  completedOn: dayField('The day on which it was done'),
})

/** What became of an earlier decision, and whether this review goes on with it. */
export const outcomeForm = formOf({
  outcome: choiceField(itemsOf(outcomes), { first: 'Not looked at yet' }),
  carry: tickField('Carry it forward as a decision of this review'),
})

/** The manager’s answer. */
export const answerForm = formOf({
  agrees: choiceField([
    { value: 'yes', text: 'I agree to the decisions' },
    { value: 'no', text: 'I do not agree: the IRO will be in touch' },
  ]),
  reason: linesField({ most: 2000 }),
})

/** Someone who answers for the team, though nobody here is entered as its manager. */
export const OTHER_MANAGER = 'other'
/** Nobody is asked by a message. */
export const NO_MANAGER = 'none'

/** Who is asked to answer the decisions: one of the managers known, someone else, or nobody by a message. */
export const issueForm = (managers: readonly { id: string; name: string }[]) =>
  formOf({
    manager: choiceField([
      ...managers.map(({ id, name }) => ({ value: id, text: name })),
      { value: OTHER_MANAGER, text: 'Someone else' },
      { value: NO_MANAGER, text: 'Nobody by a message: the answer is written down here' },
    ]),
    managerName: lineField({ most: 120 }),
    managerEmail: emailField(),
  })

/** A letter as someone writes it. */
export const letterForm = formOf({ words: linesField({ most: 20_000 }), version: hiddenNumber(0) })

/** To whom something is sent: people involved with the child, and others by name. */
export const sendForm = (people: readonly { ref: string; text: string }[]) =>
  formOf({
    document: choiceField(itemsOf(sentDocuments), { first: 'Choose what is sent' }),
    people: ticksField(people.map(({ ref, text }) => ({ value: ref, text }))),
    recipient: lineField(),
    medium: choiceField(itemsOf(sentBy), { first: 'Choose how' }),
    leftOut: lineField(),
    whyLeftOut: lineField(),
  })

/** From whom a heading may be withheld. */
export const withheldItems = allReaders.flatMap((reader) =>
  reader === 'service' ? [] : [{ value: reader.toUpperCase(), text: readers[reader] }],
)

/** The fields of one heading of a record. */
export const headingForm = formOf({
  text: linesField({ most: 100_000 }),
  withheld: ticksField(withheldItems),
  why: lineField(),
})
