import { recordsOf } from '../../world/world.ts'
import type { World } from '../../children/domain/world.ts'
import { choices, type ReviewChoiceFact } from '../registers/choices.ts'
import { longDate } from '../../kernel/dates.ts'
import { CHANGED_MEANWHILE } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { choiceField, itemsOf, ticksField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { hiddenField, lineField, linesField } from '../../platform/web/forms/texts.ts'
import { formats } from '../../reviews/registers/formats.ts'
import { versionOf } from '../../registers/version.ts'
import { LONGEST_CHOICE, choicesOf, statementsOf, type ChoicesProblem } from '../domain/choices.ts'
import { contactsOf, isCurrent } from '../domain/contacts.ts'
import { contactRoles, contacts, type ContactFact } from '../registers/contacts.ts'

/** What a child says, as people write it down. */
export function choicesForm(world: World, child: string) {
  const words = () => linesField({ most: LONGEST_CHOICE })
  return formOf({
    replaces: hiddenField(),
    on: dayField('The day on which the child said it'),
    where: words(),
    when: words(),
    format: choiceField(itemsOf(formats), { or: 'The child has not said' }),
    whoToCome: words(),
    contactsNotToCome: ticksField(contactItems(world, child)),
    whoNotToCome: words(),
    anythingElse: words(),
    toldTo: lineField({ most: LONGEST_CHOICE }),
  })
}
type ChoicesForm = ReturnType<typeof choicesForm>

/** Who must not come is chosen from these. Those who have ended stay where the child has said it of them: it still holds. */
const contactItems = (world: World, child: string) =>
  contactsOf(recordsOf(world, contacts), child)
    .filter(
      (contact) =>
        contact.role !== 'CHILD' &&
        (isCurrent(contact, world.asAt) ||
          choicesOf(world, child)?.contactsNotToCome.includes(contact.contactRef) === true),
    )
    .map(({ contactRef, name, role }) => ({ value: contactRef, text: name, hint: { text: contactRoles[role] } }))

/** The form as it is first shown: what holds now, to be said again or otherwise, and today. */
export const firstChoices = (world: World, child: string): TypedIn<ChoicesForm> => {
  const now = choicesOf(world, child)
  return choicesForm(world, child).first({
    ...now,
    on: world.asAt,
    toldTo: null,
    replaces: versionOf(...recordsOf(world, choices).filter((choice) => choice.child === child)),
  })
}

/** What a child said, as a list of questions and answers; what was not said is left out. */
function choicesInWords(choice: ReviewChoiceFact, contacts: readonly ContactFact[]): { key: string; value: string }[] {
  const names = choice.contactsNotToCome.map(
    (ref) => contacts.find((one) => one.child === choice.child && one.contactRef === ref)?.name ?? ref,
  )
  return [
    { key: 'Where', value: choice.where ?? '' },
    { key: 'When', value: choice.when ?? '' },
    { key: 'How', value: choice.format === null ? '' : formats[choice.format] },
    { key: 'Who should come', value: choice.whoToCome ?? '' },
    { key: 'Who must not come', value: [...names, choice.whoNotToCome ?? ''].filter(Boolean).join('; ') },
    { key: 'Anything else', value: choice.anythingElse ?? '' },
    { key: 'Told to', value: choice.toldTo ?? '' },
  ].filter(({ value }) => value !== '')
}

/** All that choices.njk shows. */
export function choicesPage(
  world: World,
  child: string,
  typed: TypedIn<ChoicesForm>,
  faults: readonly FaultIn<ChoicesForm>[],
  { code, csrfToken }: { code: string; csrfToken: string },
) {
  const around = contactsOf(recordsOf(world, contacts), child)
  const said = statementsOf(world, child).map((choice) => ({
    on: longDate(choice.on),
    answers: choicesInWords(choice, around),
  }))
  return {
    title: 'How the child wants reviews to be',
    caption: `Child ${child}`,
    back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
    action: authorityPath(code, 'children', child, 'choices'),
    contactsHref: authorityPath(code, 'children', child, 'contacts'),
    csrfToken,
    now: said[0] ?? null,
    before: said.slice(1),
    hasContacts: contactItems(world, child).length > 0,
    ...choicesForm(world, child).shown(typed, faults),
  }
}

/** What is wrong with choices, where it is put right. */
export const choicesFaults = (problems: readonly ChoicesProblem[]) =>
  faultsOf(
    problems,
    {
      day_missing: 'on',
      day_in_future: 'on',
      nothing_said: 'where',
      contact_unknown: 'contactsNotToCome',
      changed_meanwhile: null,
      not_kept: null,
    },
    choicesProblemText,
  )

function choicesProblemText(problem: ChoicesProblem): string {
  switch (problem.code) {
    case 'day_missing':
      return 'Enter the day on which the child said it, like 27 3 2026'
    case 'day_in_future':
      return 'The day on which the child said it must be today or in the past'
    case 'nothing_said':
      return 'Write down at least one thing that the child said'
    case 'contact_unknown':
      return 'Choose people who are involved with the child'
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'not_kept':
      return problem.why
  }
}
