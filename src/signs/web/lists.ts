import type { World } from '../../children/domain/world.ts'
import { oversightClocks } from '../../oversight/domain/clocks.ts'
import { type Line, changeLines, deadlineLines, missingLines, quarterLines, signLines } from './list.lines.ts'

/** The lists of the page, each behind its tab. */
export const lists = [
  { id: '', text: 'Signs' },
  { id: 'quarter', text: 'No entry this quarter' },
  { id: 'amber', text: 'Amber window closing' },
  { id: 'contact', text: 'Contact missed' },
  { id: 'missing', text: 'Missing this week' },
  { id: 'interviews', text: 'Return interviews' },
  { id: 'changes', text: 'Changes without a review' },
] as const
type ListId = (typeof lists)[number]['id']

/** The lines of one of the lists. `before`: the signs that were known before the last import; null where there was none. */
export function linesOf(
  list: ListId,
  world: World,
  before: ReadonlySet<string> | null,
  maySeeHouseholds: boolean,
): Line[] {
  switch (list) {
    case '':
      return signLines(world, before, maySeeHouseholds)
    case 'quarter':
      return quarterLines(world)
    case 'amber':
      return deadlineLines(world, [oversightClocks.amber.id], false)
    case 'contact':
      return deadlineLines(world, [oversightClocks.contactPlan.id, oversightClocks.unregisteredContact.id], true)
    case 'missing':
      return missingLines(world)
    case 'interviews':
      return deadlineLines(world, ['CLK-MIS-3'], false)
    case 'changes':
      return changeLines(world)
  }
}
