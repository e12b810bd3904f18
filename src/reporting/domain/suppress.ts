import type { FigureValue } from '../../figures/figure.ts'
import type { Measure } from './measure.ts'

export function withSmallNumbersHidden(values: readonly FigureValue[]): Measure[] {
  return [...values]
}
