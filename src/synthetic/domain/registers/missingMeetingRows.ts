import { latestPracticalDate } from '../../../calendar/workingDays.ts'
import type { missingMeetings } from '../../../missingChildren/registers/missingMeetings.ts'
import { timesReached } from '../../../missingChildren/domain/stages.ts'
import { missingProtocolSetting } from '../../../missingChildren/settings.ts'
import { addDays, compareDates, isBefore, isOnOrBefore, isSameDay } from '../../../kernel/dates.ts'
import type { RowOf } from '../../../registers/register.ts'
import { defaultSettings } from '../../../settings/settings.ts'
import type { Life } from '../life.ts'
import { randomOf } from '../random.ts'
import type { Span } from './allocations.ts'

const MEETING = 392

/** Meetings about a child who was missing again and again: one each time, nearly always within a few days. */
export function missingMeetingRows(life: Life, { today, holidays }: Span): RowOf<typeof missingMeetings>[] {
  const starts = life.absences
    .filter(({ from, kind }) => kind === 'M' && life.periods.some((one) => isOnOrBefore(one.from, from) && isBefore(from, one.to)))
    .map(({ from }) => from)
    .sort(compareDates) // prettier-ignore
  const { windowDays, stage1, stage2 } = missingProtocolSetting.of(defaultSettings)
  const stages = [
    { stage: 'STAGE_1', threshold: stage1 },
    { stage: 'STAGE_2', threshold: stage2 },
  ] as const
  return stages.flatMap(({ stage, threshold }, number) =>
    timesReached({ starts, threshold, windowDays, meetings: [], asAt: today })
      .flatMap(({ on: reached }) => {
        if (isBefore(reached, holidays.firstKnownDay)) return []
        const random = randomOf(...life.seeds, MEETING, reached.year, reached.month, reached.day, number)
        const on = latestPracticalDate(addDays(reached, random.isTrue(0.85) ? random.between(2, 6) : random.between(8, 20)), holidays) // prettier-ignore
        if (!isOnOrBefore(on, today)) return []
        return [{ child: life.child, stage, on, note: 'Who looks out for the child, and what is tried next.' }]
      })
      // Reached twice before the meeting of the first time: one meeting is about both.
      .filter(({ on }, at, all) => all.findIndex((one) => isSameDay(one.on, on)) === at),
  )
}
