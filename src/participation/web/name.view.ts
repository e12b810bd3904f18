import { childrenRegister } from '../../children/registers/children.ts'
import type { World } from '../../children/domain/world.ts'
import type { ChildPanel } from '../../house/panels.ts'
import { CHANGED_MEANWHILE } from '../../kernel/words.ts'
import { authorityPath } from '../../platform/web/authorities.ts'
import { faultsOf } from '../../platform/web/forms/faults.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { hiddenField, lineField } from '../../platform/web/forms/texts.ts'
import { versionOf } from '../../registers/version.ts'
import { recordsOf } from '../../world/world.ts'
import type { NameProblem } from '../app/childName.ts'
import { childNamesIn } from '../domain/childNames.ts'

const LONGEST_NAME = 100

/** The form of the name that a child goes by. */
export const nameForm = formOf({
  replaces: hiddenField(),
  knownAs: lineField({ most: LONGEST_NAME }),
  familyName: lineField({ most: LONGEST_NAME }),
  pronouns: lineField({ most: LONGEST_NAME }),
})
type NameForm = typeof nameForm

/** The form with what is written down. */
export function firstName(world: World, child: string): TypedIn<NameForm> {
  const rows = recordsOf(world, childrenRegister).filter((row) => row.child === child)
  return nameForm.first({ ...rows[0], replaces: versionOf(...rows) })
}

/** All that name.njk shows. */
export const namePage = (
  child: string,
  typed: TypedIn<NameForm>,
  faults: readonly FaultIn<NameForm>[],
  { code, csrfToken }: { code: string; csrfToken: string },
) => ({
  title: 'The name that the child goes by',
  caption: `Child ${child}`,
  back: { href: authorityPath(code, 'children', child), text: `Child ${child}` },
  action: authorityPath(code, 'children', child, 'name'),
  csrfToken,
  ...nameForm.shown(typed, faults),
})

/** What is wrong with a name, where it is put right. */
export const nameFaults = (problems: readonly NameProblem[]) =>
  faultsOf(problems, { name_missing: 'knownAs', changed_meanwhile: null, not_kept: null }, nameProblemText)

function nameProblemText(problem: NameProblem): string {
  switch (problem.code) {
    case 'name_missing':
      return 'Enter the first name that the child goes by'
    case 'changed_meanwhile':
      return CHANGED_MEANWHILE
    case 'not_kept':
      return problem.why
  }
}

/** The way from a child's page to the name, for those who may write it down. */
export function namePanel(world: World, child: string, code: string): ChildPanel {
  const name = childNamesIn(world.registers).get(child)
  const isWritten = recordsOf(world, childrenRegister).some((row) => row.child === child)
  const text = isWritten
    ? `${name?.full ?? ''}${name?.pronouns ? ` (${name.pronouns})` : ''}.`
    : name
      ? `${name.full}, from the people involved with the child.`
      : 'Nobody has written down the child’s name yet.'
  const href = authorityPath(code, 'children', child, 'name')
  return {
    heading: 'Name',
    items: [{ text, link: { href, text: isWritten ? 'Change the name' : 'Write down the name' } }],
  }
}
