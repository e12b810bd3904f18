import type { World } from '../../children/domain/world.ts'
import { type PlainDate, compareDates, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { recordsOf } from '../../world/world.ts'
import { type ContactPlanFact, contactPlans } from '../registers/contactPlans.ts'
import { type FlagFact, flags } from '../registers/flags.ts'
import { type OversightEntry, type OversightKind, oversight } from '../registers/oversight.ts'
import { type RatingFact, ratings } from '../registers/ratings.ts'
import { type ReviewRequestFact, reviewRequests } from '../registers/reviewRequests.ts'
import { type VisitArrangementFact, visitArrangements } from '../registers/visitArrangements.ts'
import { type VisitFact, visits } from '../registers/visits.ts'

interface OfChild {
  child: string
  on: PlainDate
}

const inOrder = <Row extends OfChild>() =>
  rememberedFor((rows: readonly Row[]) =>
    Map.groupBy(
      rows.toSorted((a, b) => compareDates(a.on, b.on)),
      ({ child }) => child,
    ),
  )

const entriesByChild = inOrder<OversightEntry>()
const visitsByChild = inOrder<VisitFact>()
const ratingsByChild = inOrder<RatingFact>()
const plansByChild = rememberedFor((rows: readonly ContactPlanFact[]) => Map.groupBy(rows, ({ child }) => child))
const flagsByChild = rememberedFor((rows: readonly FlagFact[]) => Map.groupBy(rows, ({ child }) => child))
const requestsByChild = rememberedFor((rows: readonly ReviewRequestFact[]) => Map.groupBy(rows, ({ child }) => child))
const arrangementsByChild = rememberedFor((rows: readonly VisitArrangementFact[]) =>
  Map.groupBy(rows, ({ child }) => child),
)
const none: readonly never[] = []

/** The entries of a child, in order of their days, those after the day of the world among them. */
export const entriesOf = (world: World, child: string): readonly OversightEntry[] =>
  entriesByChild(recordsOf(world, oversight)).get(child) ?? none

/** The visits to a child, in order of their days. */
export const visitsOf = (world: World, child: string): readonly VisitFact[] =>
  visitsByChild(recordsOf(world, visits)).get(child) ?? none

/** The ratings of a child changed between reviews, in order of their days. */
export const ratingsOf = (world: World, child: string): readonly RatingFact[] =>
  ratingsByChild(recordsOf(world, ratings)).get(child) ?? none

/** What a child and the IRO have agreed about keeping in touch, over time. */
export const contactPlansOf = (world: World, child: string): readonly ContactPlanFact[] =>
  plansByChild(recordsOf(world, contactPlans)).get(child) ?? none

/** The reviews of a child that were asked for before they were due, over time. */
export const reviewRequestsOf = (world: World, child: string): readonly ReviewRequestFact[] =>
  requestsByChild(recordsOf(world, reviewRequests)).get(child) ?? none

/** What visits to a child depend on besides the return, over time. */
export const visitArrangementsOf = (world: World, child: string): readonly VisitArrangementFact[] =>
  arrangementsByChild(recordsOf(world, visitArrangements)).get(child) ?? none

/** The risks of a child, past ones among them. */
export const flagsOf = (world: World, child: string): readonly FlagFact[] =>
  flagsByChild(recordsOf(world, flags)).get(child) ?? none

/** What happened by a day, of rows in the order of theirs. */
export const upTo = <Row extends { on: PlainDate }>(rows: readonly Row[], day: PlainDate): Row[] =>
  rows.filter(({ on }) => isOnOrBefore(on, day))

/** Whether an entry is of one of these kinds. */
export const isOfKind =
  (...kinds: readonly OversightKind[]) =>
  ({ kind }: { kind: OversightKind }): boolean =>
    kinds.includes(kind)

/** The first day of which visits by social workers are in the register; null where none is: it is not kept then. */
export const socialWorkVisitsKeptSince = rememberedFor((rows: readonly VisitFact[]): PlainDate | null =>
  rows.reduce<PlainDate | null>(
    (first, { kind, on }) => (kind !== 'SOCIAL_WORK' ? first : first === null || isOnOrBefore(on, first) ? on : first),
    null,
  ),
)

/** The first day of which the register has an entry of an IRO being in contact with a child; null where it has none. */
export const contactsKeptSince = rememberedFor((rows: readonly OversightEntry[]): PlainDate | null =>
  rows.reduce<PlainDate | null>(
    (first, row) => (!isContact(row) ? first : first === null || isOnOrBefore(row.on, first) ? row.on : first),
    null,
  ),
)

/** Whether the IRO was in touch with the child. */
export const isContact = isOfKind('CONTACT', 'VISIT')
