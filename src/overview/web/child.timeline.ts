import { labelIn, legalStatuses, placementGroup, placementGroups } from '../../children/domain/codes.ts'
import type { Standing } from '../../challenge/domain/standing.ts'
import { routes } from '../../challenge/registers/challenges.ts'
import type { Episode } from '../../children/domain/episode.ts'
import type { CareHistory, PeriodOfCare } from '../../children/domain/history.ts'
import type { Chart } from '../../charts/chart.ts'
import { type Band, type Lane, type Mark, type MarkShape, timeline } from '../../charts/timeline.ts'
import { type PlainDate, earlierOf, isSameDay, longDate } from '../../kernel/dates.ts'
import { type FlagFact, flagKinds } from '../../oversight/registers/flags.ts'
import { type OversightEntry, oversightKinds } from '../../oversight/registers/oversight.ts'
import { counted } from '../../kernel/words.ts'
import type { HeldReview } from '../../reviews/domain/cycle.ts'

const reviewShapes: readonly { shape: MarkShape; label: string }[] = [
  { shape: 'circle', label: 'review in time' },
  { shape: 'diamond', label: 'review late' },
  { shape: 'ring', label: 'review, not known whether in time' },
  { shape: 'triangle', label: 'missing' },
  { shape: 'cross', label: 'oversight' },
  { shape: 'square', label: 'challenge' },
]

/** A child's history as bands and marks; null where nothing is known to draw. */
export function childTimeline(
  history: CareHistory,
  reviews: readonly HeldReview[],
  {
    entries,
    flags,
    challenges,
  }: { entries: readonly OversightEntry[]; flags: readonly FlagFact[]; challenges: readonly Standing[] },
): Chart | null {
  const from = firstDay(history)
  if (from === null) return null
  const missing = history.record.missing.filter(({ kind }) => kind === 'M')
  const lanes: Lane[] = [
    {
      label: 'Looked after',
      bands: [...history.periods.map(periodBand), ...history.shortBreaks.map(shortBreakBand)],
      marks: [],
    },
    { label: 'Legal status', bands: history.periods.flatMap(statusBands), marks: [] },
    { label: 'Placements', bands: history.periods.flatMap(placementBands), marks: [] },
    { label: 'Reviews', bands: [], marks: reviews.map(reviewMark) },
    ...(missing.length > 0
      ? [
          {
            label: 'Missing',
            bands: [],
            marks: missing.map(({ from: on }): Mark => ({ on, label: 'Missing from this day', shape: 'triangle' })),
          },
        ]
      : []),
    ...(entries.length > 0
      ? [
          {
            label: 'Oversight',
            bands: [],
            marks: entries.map(({ on, kind }): Mark => ({ on, label: oversightKinds[kind], shape: 'cross' })),
          },
        ]
      : []),
    ...(challenges.length > 0 ? [{ label: 'Challenges', bands: [], marks: challenges.flatMap(challengeMarks) }] : []),
    ...(flags.length > 0
      ? [
          {
            label: 'Risks',
            bands: flags.map(({ kind, from: since, to }): Band => ({ from: since, to, label: flagKinds[kind] })),
            marks: [],
          },
        ]
      : []),
  ]
  return timeline({
    id: 'history',
    title: `What has happened to child ${history.record.child}`,
    description: `From ${longDate(from)} to ${longDate(history.asAt)}: ${counted(history.periods.length, 'period')} of care, ${counted(reviews.length, 'review')}. The tables below say the same.`,
    from,
    to: history.asAt,
    lanes,
    shapes: reviewShapes.filter(({ shape }) => lanes.some((lane) => lane.marks.some((mark) => mark.shape === shape))),
  })
}

function firstDay(history: CareHistory): PlainDate | null {
  const starts = [...history.periods.map((period) => period.startedOn), ...history.shortBreaks.map(({ from }) => from)]
  const [first, ...others] = starts
  return first ? others.reduce(earlierOf, first) : null
}

/** Domain ends are the first day on which something no longer holds: a band is drawn to that day. */
const periodBand = ({ startedOn, endedOn }: PeriodOfCare): Band => ({
  from: startedOn,
  to: endedOn,
  label: 'Looked after',
})

const shortBreakBand = ({ from, until }: Episode): Band => ({ from, to: until, label: 'Short break', short: 'SB' })

/** Each status once, over however many episodes it holds. */
function statusBands({ episodes }: PeriodOfCare): Band[] {
  const bands: Band[] = []
  for (const { from, until, legalStatus } of episodes) {
    const before = bands.at(-1)
    if (before?.short === legalStatus && before.to && isSameDay(before.to, from)) before.to = until
    else bands.push({ from, to: until, label: labelIn(legalStatuses, legalStatus), short: legalStatus })
  }
  return bands
}

const placementBands = ({ placements }: PeriodOfCare): Band[] =>
  placements.map(({ from, until, type, provider }) => ({
    from,
    to: until,
    label: labelIn(placementGroups, placementGroup(type, provider)),
    short: type,
  }))

/** A challenge is marked when it was made, and when it ended. */
const challengeMarks = ({ challenge, end }: Standing): Mark[] => [
  { on: challenge.raisedOn, label: routes[challenge.route], shape: 'square' },
  ...(end ? [{ on: end.on, label: `${routes[challenge.route]}: ${end.how}`, shape: 'square' as const }] : []),
]

function reviewMark(review: HeldReview): Mark {
  const on = review.heldOn
  if (review.isOnTime === null) return { on, label: 'Review, not known whether in time', shape: 'ring' }
  return review.isOnTime
    ? { on, label: 'Review in time', shape: 'circle' }
    : { on, label: 'Review late', shape: 'diamond' }
}
