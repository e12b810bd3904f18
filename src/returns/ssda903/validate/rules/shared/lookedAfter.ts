import type { Child } from '../../engine/child.ts'
import type { IndexedReturn } from '../../engine/indexedReturn.ts'
import { shortBreaks } from '../../codes.ts'

/**
 * Whether the child was looked after without a break for the twelve months to the collection's last day, as the
 * rules on OC2 mean it: in care at some point of the year, and no episode in it that starts a period of care after
 * the first day, ends one before the last day, or is a short break. Needs Episodes.
 * Source: DfE, SSDA903 validation rules, `LOOKED_AFTER_CONTINUOUSLY`.
 */
export function isLookedAfterAllYear(child: Child, { firstDay, lastDay }: IndexedReturn): boolean {
  let isInCareInYear = false
  for (const episode of child.Episodes) {
    const isOpen = Number.isNaN(episode.DEC)
    const isInYear = episode.DECOM <= lastDay && (isOpen || episode.DEC >= firstDay)
    const startsCare = episode.RNE === 'S' && episode.DECOM > firstDay && episode.DECOM <= lastDay
    const endsCare = episode.REC !== 'X1' && episode.DEC >= firstDay && episode.DEC < lastDay
    const isShortBreak = isInYear && shortBreaks.has(episode.LS)
    if (startsCare || endsCare || isShortBreak) return false
    if (isInYear) isInCareInYear = true
  }
  return isInCareInYear
}
