import { officerName } from '../../officers/domain/names.ts'
import { everyOfficer } from '../../access/web/ownList.ts'
import type { World } from '../../children/domain/world.ts'
import { officers } from '../../officers/registers/officers.ts'
import { type Choice, choicesOf } from '../../platform/web/filters.ts'
import { recordsOf } from '../../world/world.ts'

/** What stands in an address for those whom nobody reviews yet. */
export const NOBODY = 'nobody'

/** A select of the IROs of lines; null is nobody yet. The one chosen stands in it though the list has none of theirs. */
export function iroItems(
  lines: readonly { officerId: string | null }[],
  world: World,
  chosen: string,
  ownOfficer: string,
) {
  const all = everyOfficer(ownOfficer)
  const choice = (officerId: string | null): Choice => ({
    value: officerId ?? NOBODY,
    text: officerName(recordsOf(world, officers), officerId) || 'Nobody yet',
  })
  const isListed = ['', all, NOBODY].includes(chosen)
  const choices = choicesOf([...lines.map(({ officerId }) => officerId), ...(isListed ? [] : [chosen])], choice)
  return [{ value: all, text: 'Every IRO' }, ...choices].map((item) => ({ ...item, selected: item.value === chosen }))
}
