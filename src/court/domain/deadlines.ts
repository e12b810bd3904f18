import { started } from '../../clocks/started.ts'
import type { World } from '../../children/domain/world.ts'
import type { Clock, ClockEvent, ClockRun } from '../../clocks/clock.ts'
import { type PlainDate, daysBetween, isBefore, isOnOrAfter, isOnOrBefore } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { entriesOf, isOfKind } from '../../oversight/domain/entries.ts'
import { completedOn } from '../../recording/domain/deadlines.ts'
import { distributions } from '../../recording/registers/distributions.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import { recordsOf } from '../../world/world.ts'
import { guardianStepsSetting, namesExchangedSetting } from '../settings.ts'
import {
  conclusion,
  guardianInTouch,
  handover,
  handoverDiscussed,
  namesExchanged,
  paperToIro,
  recordToGuardian,
} from './clocks.ts'
import { type Case, casesIn } from './cases.ts'

/** The clocks of proceedings of a world, by child. */
const runsIn = rememberedFor((world: World) => {
  const names = namesExchangedSetting.of(world.settings).workingDays ?? null
  return Map.groupBy(
    casesIn(world).flatMap((one) => [...runsOfCase(one, names), ...stepsOfCase(one, world)]),
    ({ child }) => child,
  )
})

const none: readonly ClockRun[] = []

/** The clocks of a child's proceedings. CLK-CAF-1, -2, -3 and -5, CLK-CPI-9. */
export const courtRunsOf = (world: World, child: string): readonly ClockRun[] => runsIn(world).get(child) ?? none

/** Whom proceedings are about, for those of whom nothing else tells. */
export const childrenInCourt = (world: World): readonly string[] => [
  ...new Set(casesIn(world).map(({ proceedings }) => proceedings.child)),
]

/** A run of a clock of proceedings: what is done in them is written down here as it happens. */
const runOf =
  ({ proceedings: { child, proceedingsRef: ref } }: Case) =>
  (clock: Clock, startedBy: ClockEvent, satisfied: { what: string; on: PlainDate | null }): ClockRun =>
    started(clock, child, startedBy, {
      subject: { kind: 'proceedings', ref },
      satisfiedBy: satisfied.on && { what: satisfied.what, on: satisfied.on },
      isKeptToDay: true,
    })

/** The steps that an authority has chosen: records to the guardian, and the handover talked over. CLK-CAF-4 and -6. */
function stepsOfCase(one: Case, world: World): ClockRun[] {
  const { isGuardianSentRecords, handoverWorkingDays } = guardianStepsSetting.of(world.settings)
  const { proceedings, concludedOn, handoverOn } = one
  const { child, issuedOn, guardian } = proceedings
  const { asAt } = world
  const run = runOf(one)
  const isGuardian = (recipient: string) =>
    /guardian/i.test(recipient) || recipient.toLowerCase() === guardian?.toLowerCase()
  const sent = recordsOf(world, distributions).filter(
    ({ document, recipient, sentOn }) => document === 'RECORD' && isGuardian(recipient) && isOnOrBefore(sentOn, asAt),
  )
  const records = isGuardianSentRecords
    ? registerReviewsOf(world, child).flatMap((review) => {
        const end = completedOn(review, asAt)
        const { heldOn, reviewRef } = review
        if (!end || !heldOn || isBefore(heldOn, issuedOn) || (concludedOn && !isBefore(heldOn, concludedOn))) return []
        const on = sent.find((row) => row.reviewRef === reviewRef)?.sentOn ?? null
        return [run(recordToGuardian, { what: `the end of the review ${reviewRef}`, on: end }, { what: 'it was sent', on })] // prettier-ignore
      })
    : []
  if (handoverWorkingDays === undefined || handoverOn === null) return records
  const talked = entriesOf(world, child).filter(isOfKind('GUARDIAN')).find(({ on }) => isOnOrAfter(on, handoverOn) && isOnOrBefore(on, asAt)) // prettier-ignore
  return [
    ...records,
    run(
      handoverDiscussed(handoverWorkingDays),
      { what: 'the handover', on: handoverOn },
      { what: 'a talk with the guardian is noted', on: talked?.on ?? null },
    ),
  ]
}

function runsOfCase(one: Case, names: number | null): ClockRun[] {
  const { proceedings, concludedOn, guardianContactOn, handoverOn, papers, hearings } = one
  const { issuedOn, extendedByWeeks } = proceedings
  const run = runOf(one)
  const issued = { what: 'the issue of the application', on: issuedOn }
  const ended = concludedOn && { what: 'the end of proceedings', on: concludedOn }
  const inTouch = { what: 'guardian and IRO were in touch', on: guardianContactOn }
  const managed = hearings.find(({ kind }) => kind === 'CASE_MANAGEMENT')
  const days = managed ? daysBetween(issuedOn, managed.on) - 1 : 0
  return [
    run(conclusion(extendedByWeeks ?? 0), issued, { what: 'proceedings ended', on: concludedOn }),
    // Once proceedings are over, there is no guardian to be in touch with.
    ...(names === null || ended ? [] : [run(namesExchanged(names), issued, inTouch)]),
    ...(days < 1 || ended ? [] : [run(guardianInTouch(days), issued, inTouch)]),
    ...papers.map(({ kind, receivedOn, sentToIroOn }) =>
      run(
        paperToIro,
        { what: `the lawyers’ receipt of the ${kind}`, on: receivedOn },
        { what: 'its copy was sent', on: sentToIroOn },
      ),
    ),
    ...(ended ? [run(handover, ended, { what: 'the guardian handed over', on: handoverOn })] : []),
  ]
}
