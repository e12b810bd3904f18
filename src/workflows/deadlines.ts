import type { BankHolidays } from '../calendar/bankHolidays.ts'
import type { ClockRun, Deadline } from '../clocks/clock.ts'
import { deadlineOf, dueDateIfKnown } from '../clocks/deadlines.ts'
import type { Course } from './course.ts'
import type { RunningClock } from './running.ts'

/**
 * Every start of a clock in a course, kept or not, for whom or what it is about. Those that stand still, or that no list of
 * holidays reaches, are left out: no date is ever guessed.
 */
export const clockRunsOf = (course: Course, about: string, holidays: BankHolidays): ClockRun[] =>
  course.clocks.flatMap((clock) => runOf(clock, about, holidays))

/** The starts of clocks that still ask for something, as a room hands them over: none where it is over. */
export const openRunsOf = (course: Course, about: string, holidays: BankHolidays): ClockRun[] =>
  course.clocks.filter(isOpen).flatMap((clock) => runOf(clock, about, holidays))

/** The deadlines of the state in which it stands: none where it is over. */
export const openDeadlinesOf = (course: Course, about: string, holidays: BankHolidays): Deadline[] =>
  openRunsOf(course, about, holidays).flatMap((run) => deadlineOf(run, course.asAt, holidays) ?? [])

/** The steps that clocks which have passed propose, for people to consider. */
export function proposedSteps<StateName extends string, StepName extends string>(
  course: Course<StateName, StepName>,
  holidays: BankHolidays,
): StepName[] {
  const steps = course.clocks.filter(isOpen).flatMap((clock) => {
    const { whenPassed } = clock.of
    const isOverdue = runOf(clock, '', holidays).some(
      (run) => deadlineOf(run, course.asAt, holidays)?.state === 'overdue',
    )
    return whenPassed && 'proposes' in whenPassed && isOverdue ? [whenPassed.proposes] : []
  })
  return [...new Set(steps)]
}

const isOpen = ({ satisfiedBy, endedBy }: RunningClock): boolean => satisfiedBy === null && endedBy === null

function runOf(
  { of, startedBy, limit, pausedSince, satisfiedBy, endedBy, notes }: RunningClock,
  about: string,
  holidays: BankHolidays,
): ClockRun[] {
  if (limit === null || pausedSince !== null) return []
  return [
    {
      clock: { ...of.clock, limit },
      child: about,
      startedBy,
      notBefore: of.notBefore ? dueDateIfKnown(startedBy.on, of.notBefore, holidays) : null,
      satisfiedBy,
      endedBy,
      isSatisfactionRecorded: true,
      notes,
    },
  ]
}
