import type { World } from '../../children/domain/world.ts'
import type { Clock, ClockEvent, ClockRun } from '../../clocks/clock.ts'
import { type PlainDate, daysBetween } from '../../kernel/dates.ts'
import { rememberedFor } from '../../kernel/remember.ts'
import { namesExchangedSetting } from '../settings.ts'
import { conclusion, guardianInTouch, handover, namesExchanged, paperToIro } from './clocks.ts'
import { type Case, casesIn } from './cases.ts'

/** The clocks of proceedings of a world, by child. */
const runsIn = rememberedFor((world: World) => {
  const names = namesExchangedSetting.of(world.settings).workingDays ?? null
  return Map.groupBy(
    casesIn(world).flatMap((one) => runsOfCase(one, names)),
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

function runsOfCase(
  { proceedings, concludedOn, guardianContactOn, handoverOn, papers, hearings }: Case,
  names: number | null,
): ClockRun[] {
  const { child, proceedingsRef: ref, issuedOn, extendedByWeeks } = proceedings
  const run = (
    clock: Clock,
    startedBy: ClockEvent,
    satisfied: { what: string; on: PlainDate | null },
    endedBy: ClockEvent | null = null,
  ): ClockRun => ({
    clock,
    child,
    subject: { kind: 'proceedings', ref },
    startedBy,
    notBefore: null,
    satisfiedBy: satisfied.on && { what: satisfied.what, on: satisfied.on },
    endedBy,
    isSatisfactionRecorded: true,
    isKeptToDay: true,
    notes: [],
  })
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
