import { ageOn } from '../../calendar/age.ts'
import { labelIn, placementGroup, placementGroups } from '../../children/domain/codes.ts'
import { type CareHistory, periodOn } from '../../children/domain/history.ts'
import { placementOn } from '../../children/domain/placements.ts'
import { isUnaccompaniedOn } from '../../children/domain/unaccompanied.ts'
import { type World, historyOf, isAdultOn } from '../../children/domain/world.ts'
import type { ChildFlag } from '../../house/panels.ts'
import { longDate } from '../../kernel/dates.ts'
import { officerIdOf } from '../../officers/domain/allocations.ts'
import { officers } from '../../officers/registers/officers.ts'
import { childNamesIn, nameWithId } from '../../participation/domain/childNames.ts'
import { currentContacts } from '../../participation/domain/contacts.ts'
import type { Banner } from '../../platform/web/views.ts'
import { recordsOf } from '../../world/world.ts'
import { START_UNKNOWN, isStartUnknown, sinceWords } from '../../children/domain/start.ts'

/** What the banner of a child is given beside the world. */
export interface BannerOf {
  child: string
  /** The child's own page. */
  href: string
  /** The name of a social worker by the id in the return, where someone has entered it. */
  workerName: (workerId: string) => string | null
  /** What rooms warn of. */
  flags: readonly ChildFlag[]
}

/** What stands above every page about a child, as at the day of the world; null where the world has nothing of the child. */
export function childBanner(world: World, { child, href, workerName, flags }: BannerOf): Banner | null {
  const history = historyOf(world, child)
  if (!history) return null
  const { record } = history
  const name = childNamesIn(world.registers).get(child)
  return {
    label: 'The child',
    name: nameWithId(childNamesIn(world.registers), child),
    href,
    facts: [
      ...(name?.pronouns ? [{ key: 'Pronouns', value: name.pronouns }] : []),
      { key: 'Age', value: record.bornOn ? String(ageOn(record.bornOn, world.asAt)) : 'Not known' },
      { key: 'Looked after', ...lookedAfter(history, world) },
      { key: 'Lives', value: placeOf(history) },
      { key: 'Social worker', value: workerOf(history, world, workerName) },
      { key: 'IRO', value: officerOf(world, child) },
    ],
    flags: [...flagsOf(history), ...flags],
  }
}

function lookedAfter(history: CareHistory, world: World): { value: string; isUrgent?: boolean } {
  if (isStartUnknown(history)) return { value: START_UNKNOWN, isUrgent: true }
  const period = isAdultOn(history.record, world.asAt) ? null : periodOn(history, world.asAt)
  return { value: period ? sinceWords(period) : lastEnd(history) }
}

function lastEnd({ periods }: CareHistory): string {
  const ended = periods.at(-1)?.endedOn
  return ended ? `No, not since ${longDate(ended)}` : 'No'
}

function placeOf(history: CareHistory): string {
  const period = periodOn(history, history.asAt)
  const placement = period && placementOn(period.placements, history.asAt)
  return placement ? labelIn(placementGroups, placementGroup(placement.type, placement.provider)) : 'Not known'
}

function workerOf({ record, asAt }: CareHistory, world: World, workerName: BannerOf['workerName']): string {
  const asked = currentContacts(world, record.child, asAt).find(({ role }) => role === 'SOCIAL_WORKER')
  if (asked) return asked.name
  const worker = record.socialWorkers.findLast(({ to }) => to === null)
  return worker ? (workerName(worker.workerId) ?? worker.workerId) : 'Not known'
}

function officerOf(world: World, child: string): string {
  const id = officerIdOf(world, child, world.asAt)
  if (id === null) return 'None allocated'
  return recordsOf(world, officers).find(({ officerId }) => officerId === id)?.name ?? id
}

function flagsOf({ record, asAt }: CareHistory): ChildFlag[] {
  const isMissing = record.missing.some(({ kind, to }) => kind === 'M' && to === null)
  return [
    ...(isMissing ? [{ text: 'Missing now', isUrgent: true }] : []),
    ...(isUnaccompaniedOn(record, asAt) ? [{ text: 'Unaccompanied child', isUrgent: false }] : []),
  ]
}
