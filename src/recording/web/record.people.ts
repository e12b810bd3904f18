import type { World } from '../../children/domain/world.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { currentContacts } from '../../participation/domain/contacts.ts'
import { contactRoles } from '../../participation/registers/contacts.ts'
import type { ReviewFacts } from '../domain/facts.ts'
import type { FactName } from './facts.form.ts'

/** How the names of the fields begin that say who came. */
export const CAME = 'came_'

/** Those whose coming has a column of `reviews`. */
export const peopleNames: ReadonlySet<string> = new Set<FactName>(['socialWorkerCame', 'motherCame', 'fatherCame'])

const cameItems = [
  { value: 'Y', text: 'Came' },
  { value: 'N', text: 'Did not come' },
] as const

/** Who else may have come: the child’s contacts on the day of the review, beside those with a column of their own. */
export const othersAround = (world: World, child: string, heldOn: PlainDate) =>
  currentContacts(world, child, heldOn).filter(
    ({ role }) => !['CHILD', 'MOTHER', 'FATHER', 'SOCIAL_WORKER'].includes(role),
  )

/** Who else came, as answers say. */
export function attendanceIn(
  answers: Readonly<Record<string, unknown>>,
  refs: readonly string[],
): ReviewFacts['attendance'] {
  return refs.flatMap((person) => {
    const said = answers[`${CAME}${person}`]
    return said === 'Y' || said === 'N' ? [{ person, came: said === 'Y' }] : []
  })
}

/** A person in the list of who came. */
interface PersonShown {
  who: string
  name: string
  id: string
  items: readonly { value: string; text: string; checked: boolean }[]
}

const personShown = (who: string, name: string, id: string, chosen: unknown): PersonShown => ({
  who,
  name,
  id,
  items: cameItems.map((item) => ({ ...item, checked: item.value === chosen })),
})

/** Everyone whose coming is asked about. */
export function peopleShown(
  world: World,
  { child, heldOn }: { child: string; heldOn: PlainDate },
  typed: Readonly<Record<string, unknown>>,
  answers: Readonly<Record<string, unknown>>,
): PersonShown[] {
  const around = currentContacts(world, child, heldOn)
  const named = (role: keyof typeof contactRoles) => {
    const contact = around.find((one) => one.role === role)
    return contact ? `${contactRoles[role]}: ${contact.name}` : contactRoles[role]
  }
  const own = [
    ['SOCIAL_WORKER', 'socialWorkerCame'],
    ['MOTHER', 'motherCame'],
    ['FATHER', 'fatherCame'],
  ] as const
  return [
    ...own.map(([role, name]) => personShown(named(role), name, name, typed[name])),
    ...othersAround(world, child, heldOn).map(
      (contact, index) =>
      personShown(`${contactRoles[contact.role]}: ${contact.name}`, `${CAME}${contact.contactRef}`, `came-${index}`, answers[`${CAME}${contact.contactRef}`]), // prettier-ignore
    ),
  ]
}
