import type { Child, Row } from '../../engine/rows.ts'
import type { IndexedReturn } from '../../engine/indexedReturn.ts'
import { shortBreaks } from '../../codes.ts'

/** Whether some day of the episode lies in the collection year; one without a readable end still lasts. */
export function isInYear(episode: Row<'Episodes'>, { firstDay, lastDay }: IndexedReturn): boolean {
  return episode.DECOM <= lastDay && (Number.isNaN(episode.DEC) || episode.DEC >= firstDay)
}

/**
 * Whether the child was looked after without a break for the twelve months to the collection's last day, as the
 * rules on OC2 mean it: in care at some point of the year, and no episode in it that starts a period of care after
 * the first day, ends one before the last day, or is a short break. Needs Episodes.
 * Source: DfE, SSDA903 validation rules, `LOOKED_AFTER_CONTINUOUSLY`.
 */
export function isLookedAfterAllYear(child: Child, data: IndexedReturn): boolean {
  const { firstDay, lastDay } = data
  let isInCareInYear = false
  for (const episode of child.Episodes) {
    const lastsInYear = isInYear(episode, data)
    const startsCare = episode.RNE === 'S' && episode.DECOM > firstDay && episode.DECOM <= lastDay
    const endsCare = episode.REC !== 'X1' && episode.DEC >= firstDay && episode.DEC < lastDay
    const isShortBreak = lastsInYear && shortBreaks.has(episode.LS)
    if (startsCare || endsCare || isShortBreak) return false
    if (lastsInYear) isInCareInYear = true
  }
  return isInCareInYear
}
