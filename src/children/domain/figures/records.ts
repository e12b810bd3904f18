import { ageOn } from '../../../calendar/age.ts'
import type { FigureRecord, RecordDetail } from '../../../figures/figure.ts'
import { type PlainDate, earlierOf } from '../../../kernel/dates.ts'
import { labelIn, legalStatuses, placementTypes, reasonsCeased } from '../codes.ts'
import type { ChildRecord } from '../record.ts'
import type { LookedAfterChild, PeriodInHistory, World } from '../world.ts'

/** Age in whole years on a day, or null where the date of birth is not recorded. */
export const ageIfKnown = (record: ChildRecord, day: PlainDate): number | null =>
  record.bornOn && ageOn(record.bornOn, day)

/** A child looked after on the day of the count, as a record behind a figure; `more` is shown beside the rest. */
export function childRecord(
  child: LookedAfterChild,
  world: World,
  counts = true,
  key: string | null = null,
  more: RecordDetail = {},
): FigureRecord {
  return {
    child: child.history.record.child,
    kind: 'child',
    date: world.snapshotOn,
    due: null,
    counts,
    key,
    detail: () => ({
      'Looked after since': child.period.startedOn.toString(),
      Age: ageIfKnown(child.history.record, world.snapshotOn),
      'Legal status': labelIn(legalStatuses, child.episode.legalStatus),
      Placement: labelIn(placementTypes, child.episode.placementType),
      ...more,
    }),
  }
}

/** A period of care that started in the year, as a record behind a figure. */
export function startRecord({ history, period }: PeriodInHistory, key: string | null = null): FigureRecord {
  const [first] = period.episodes
  return {
    child: history.record.child,
    kind: 'period of care',
    date: period.startedOn,
    due: null,
    counts: true,
    key,
    detail: () => ({
      'Period of care': period.number,
      'Age on starting': ageIfKnown(history.record, period.startedOn),
      'Legal status on starting': labelIn(legalStatuses, first?.legalStatus ?? ''),
      'First placement': labelIn(placementTypes, first?.placementType ?? ''),
    }),
  }
}

/** A period of care that ended in the year, as a record behind a figure. */
export function endRecord({ history, period }: PeriodInHistory, world: World, key: string | null = null): FigureRecord {
  const endedOn = earlierOf(period.endedOn ?? world.asAt, world.asAt)
  return {
    child: history.record.child,
    kind: 'period of care',
    date: endedOn,
    due: null,
    counts: true,
    key,
    detail: () => ({
      'Looked after since': period.startedOn.toString(),
      'Age on ceasing': ageIfKnown(history.record, endedOn),
      Reason: labelIn(reasonsCeased, period.reasonCeased ?? ''),
    }),
  }
}

/** The reading order and words of a breakdown by a list of codes. */
export const byCode = (labels: Readonly<Record<string, string>>) => ({
  order: Object.keys(labels),
  label: (key: string) => labelIn(labels, key),
})

/** The records of a list, one a child: the first of each. */
export function oncePerChild(records: readonly FigureRecord[]): FigureRecord[] {
  const seen = new Set<string>()
  return records.filter((record) => !seen.has(record.child) && seen.add(record.child))
}
