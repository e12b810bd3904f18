import { choiceField, itemsOf, ticksField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { hiddenNumber, lineField, linesField } from '../../platform/web/forms/texts.ts'
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

/** What became of an earlier decision. */
export const outcomeForm = formOf({ outcome: choiceField(itemsOf(outcomes), { first: 'Not looked at yet' }) })

/** The manager’s answer. */
export const answerForm = formOf({
  agrees: choiceField([
    { value: 'yes', text: 'I agree to the decisions' },
    { value: 'no', text: 'I do not agree: the IRO will be in touch' },
  ]),
})

/** A letter as someone writes it. */
export const letterForm = formOf({ words: linesField({ most: 20_000 }), version: hiddenNumber(0) })

/** To whom something is sent. */
export const sendForm = formOf({
  document: choiceField(itemsOf(sentDocuments), { first: 'Choose what was sent' }),
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
