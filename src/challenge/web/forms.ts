import { choiceField, itemsOf, ticksField } from '../../platform/web/forms/choices.ts'
import { dayField } from '../../platform/web/forms/day.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { formOf } from '../../platform/web/forms/form.ts'
import { hiddenField, lineField, linesField } from '../../platform/web/forms/texts.ts'
import { type ChallengeProblem, type OpenStage, notes } from '../domain/entries.ts'
import { routes } from '../registers/challenges.ts'
import { problemText } from './words.ts'

const THE_DAY = 'The day'

const groundsOf = (grounds: readonly string[]) => grounds.map((ground) => ({ value: ground, text: ground }))

/** The three fields of a word from a child's page: what about, what was said, to whom. */
export const informalForm = (grounds: readonly string[]) =>
  formOf({
    ground: choiceField(groundsOf(grounds), { first: 'Choose what it is about' }),
    concern: lineField({ most: 1000 }),
    withRole: lineField(),
  })

/** A challenge as it is made on its own page. */
export const raiseForm = (grounds: readonly string[]) =>
  formOf({
    route: choiceField(itemsOf(routes)),
    grounds: ticksField(groundsOf(grounds)),
    otherGrounds: lineField(),
    concern: linesField({ most: 4000 }),
    withRole: lineField(),
    agency: lineField(),
    children: linesField({ most: 10_000 }),
    raisedOn: dayField(THE_DAY),
  })

/** A step to another stage. */
export const moveForm = (stages: readonly OpenStage[]) =>
  formOf({
    step: choiceField(
      stages.map(({ key, label, owner, needsWhy }) => ({
        value: key,
        text: label,
        ...((owner !== '' || needsWhy) && {
          hint: { text: [owner, needsWhy ? 'skips a stage: say why' : ''].filter(Boolean).join('; ') },
        }),
      })),
    ),
    withRole: lineField(),
    why: linesField({ most: 2000 }),
    on: dayField(THE_DAY),
    replaces: hiddenField(),
  })

/** What was answered. */
export const answerForm = formOf({ answer: linesField({ most: 4000 }), on: dayField(THE_DAY), replaces: hiddenField() })

/** The end of a challenge. */
export const closeForm = formOf({
  how: choiceField(itemsOf({ resolved: 'Resolved', withdrawn: 'Withdrawn' })),
  outcome: linesField({ most: 4000 }),
  changedForChild: linesField({ most: 4000 }),
  on: dayField(THE_DAY),
  replaces: hiddenField(),
})

/** Something noted with its day. */
export const noteForm = formOf({
  kind: choiceField(itemsOf(notes), { first: 'Choose what to note' }),
  on: dayField(THE_DAY),
  replaces: hiddenField(),
})

/** Children added to a challenge about several. */
export const childrenForm = formOf({ children: linesField({ most: 10_000 }), replaces: hiddenField() })

/** The ids in a text, with spaces, commas, semicolons or lines between them. */
export const idsIn = (text: string | null): string[] => [
  ...new Set((text ?? '').split(/[\s,;]+/).filter((id) => id !== '').map((id) => id.toUpperCase())), // prettier-ignore
]

const fieldByCode = {
  route_missing: 'route',
  theme_missing: 'grounds',
  concern_missing: 'concern',
  day_missing: 'on',
  day_in_future: 'on',
  day_too_early: 'on',
  agency_missing: 'agency',
  step_missing: 'step',
  step_not_open: 'step',
  why_missing: 'why',
  role_missing: 'withRole',
  how_missing: 'how',
  outcome_missing: 'outcome',
  change_missing: 'changedForChild',
  answer_missing: 'answer',
  note_missing: 'kind',
  nobody_added: 'children',
  unknown_child: 'children',
  is_over: null,
  no_stage: null,
  not_kept: null,
  changed_meanwhile: null,
} as const satisfies Readonly<Record<ChallengeProblem['code'], string | null>>

/** The problems as faults of a form with these fields: each at its own, or at the form as a whole. */
export function faultsIn<Name extends string>(
  problems: readonly ChallengeProblem[],
  isField: (name: string) => name is Name,
) {
  return faultsOf(problems, fieldByCode, problemText).map(({ field, text }) => {
    const name = field === 'on' && isField('raisedOn') ? 'raisedOn' : field
    return { field: name !== null && isField(name) ? name : null, text }
  })
}
