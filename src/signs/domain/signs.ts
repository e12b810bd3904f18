import { type World, historyOf } from '../../children/domain/world.ts'
import type { CareHistory } from '../../children/domain/history.ts'
import { watchedOn } from '../../children/domain/watched.ts'
import { collating } from '../../kernel/collate.ts'
import { compareDates } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { emergencyMove, missingStage, planChanged, returnedHome, unregisteredPlacement } from './alerts.ts'
import { shortBreakLimit } from './shortBreakAlerts.ts'
import { decisionOverdue, repeatedDecision } from './decisions.ts'
import { longAccommodation, noOversight, noPermanencePlan, noViews } from './drift.ts'
import { heard } from './events.ts'
import { type SignKind, signKinds } from './kinds.ts'
import { healthOverdue, pathwayPlanOverdue, pepOverdue, reportMissing, visitOverdue } from './prompts.ts'
import { householdSignsIn } from './households.ts'
import type { AnySign, Found, Sign } from './sign.ts'
import { type WatchedChild, watchedChild, watchedPerson } from './watchedChild.ts'

type Rule = (of: WatchedChild) => readonly Found[]
const either =
  (...rules: readonly Rule[]): Rule =>
  (of) =>
    rules.flatMap((rule) => rule(of))

/** What makes a sign of each kind. */
const rules: Readonly<Record<SignKind, Rule>> = {
  emergency_move: either(emergencyMove, heard('emergency_move')),
  unregistered_placement: either(unregisteredPlacement, heard('unregistered_placement')),
  missing_stage_1: missingStage('stage1'),
  missing_stage_2: missingStage('stage2'),
  plan_changed_outside_review: either(planChanged, heard('plan_changed_outside_review', 'challenge')),
  returned_home: either(returnedHome, heard('returned_home')),
  short_break_limit: shortBreakLimit,
  no_oversight: noOversight,
  decision_overdue: decisionOverdue,
  repeated_decision: repeatedDecision,
  no_permanence_plan: noPermanencePlan,
  long_accommodation: longAccommodation,
  report_missing: reportMissing,
  pep_overdue: pepOverdue,
  health_overdue: healthOverdue,
  pathway_plan_overdue: pathwayPlanOverdue,
  visit_overdue: visitOverdue,
  no_views: noViews,
}

/** One a kind: the earliest of what was found; it proposes a challenge where any of them does. */
function signOf(kind: SignKind, of: WatchedChild): Sign[] {
  const all = rules[kind](of).toSorted((a, b) => compareDates(a.since, b.since))
  const [first] = all
  if (!first) return []
  const prompting = all.find(({ prompts }) => prompts !== null)
  const { since, why } = first
  return [
    {
      kind,
      child: of.child,
      subject: { kind: 'child', ref: of.child },
      since,
      why: prompting && prompting !== first ? `${why} ${prompting.why}` : why,
      prompts: prompting?.prompts ?? null,
    },
  ]
}

const compare = collating('en-GB')

/** In order of `since`, then child, then kind. */
const inOrder = (a: AnySign, b: AnySign): number =>
  compareDates(a.since, b.since) || compare(a.child ?? '', b.child ?? '') || compare(a.kind, b.kind)

const signsOfOne = (of: WatchedChild | null): readonly Sign[] =>
  of ? signKinds.flatMap((kind) => signOf(kind, of)).sort(inOrder) : []

/** Worked out child by child, as someone asks: an IRO's own children are a few of them. */
const ofHistory = rememberedFor((world: World) =>
  rememberedFor((history: CareHistory): readonly Sign[] => signsOfOne(watchedChild(world, history))),
)

/** Those whom the service watches over on the day, and of whom no return tells. */
const withoutReturn = (world: World): string[] =>
  [...new Set(watchedOn(world.registers, world.asAt))].filter((child) => historyOf(world, child) === null)

/** Every sign of the children of a world, on its day: one a kind and child. */
export const signsIn = rememberedFor((world: World): readonly Sign[] =>
  [
    ...world.histories.flatMap(ofHistory(world)),
    ...withoutReturn(world).flatMap((child) => signsOfOne(watchedPerson(world, child))),
  ].sort(inOrder),
)

/** The same with those of fostering households. */
export const allSignsIn = rememberedFor((world: World): readonly AnySign[] =>
  [...signsIn(world), ...householdSignsIn(world)].sort(inOrder),
)

/** The signs of one child of a world. */
export function signsOf(world: World, child: string): readonly Sign[] {
  const history = historyOf(world, child)
  return history ? ofHistory(world)(history) : signsOfOne(watchedPerson(world, child))
}

/** Whether two signs are one: of a kind, of whom it is, since a day. */
const identity = ({ kind, subject, since }: AnySign): string => JSON.stringify([kind, subject.ref, since.toString()])

/** Signs by what each is, to be looked up: few words, where the world that they are of is large. */
export const identitiesOf = (signs: readonly AnySign[]): ReadonlySet<string> => new Set(signs.map(identity))

/** The signs that are not among these. */
export const signsBeside = <One extends AnySign>(now: readonly One[], known: ReadonlySet<string>): One[] =>
  now.filter((sign) => !known.has(identity(sign)))

/** The signs that an earlier knowledge of the records did not show. */
export const newSigns = <One extends AnySign>(now: readonly One[], before: readonly One[]): One[] =>
  signsBeside(now, identitiesOf(before))
