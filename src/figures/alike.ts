import type { FigureValue } from './figure.ts'

/** What may be left out of a figure before it no longer stands for all: one in twenty. `kpi-definitions` section 13. */
const MOST_LEFT_OUT = 1 / 20

/** Whether so many are left out that those who are not can't stand for all. */
export const isTooMany = (leftOut: number, of: number): boolean => leftOut > of * MOST_LEFT_OUT

type Parts = Record<keyof Pick<FigureValue, 'denominator' | 'leftOut'>, number | 'c' | null>

/**
 * Whether two values of a figure tell of like cohorts: where in one of them many are left out, a difference may be no
 * more than a difference between those who are known.
 */
export const areAlike = (now: Parts, before: Parts): boolean => [now, before].every(standsForAll)

function standsForAll({ denominator, leftOut }: Parts): boolean {
  if (typeof leftOut !== 'number' || typeof denominator !== 'number') return true
  return !isTooMany(leftOut, leftOut + denominator)
}
