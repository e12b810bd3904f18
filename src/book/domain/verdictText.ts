import { rounded } from '../../figures/print.ts'
import { counted, listed } from '../../kernel/words.ts'
import type { ControlPoint, Verdict } from './control.ts'

/** What the months of a figure tell, in words. */
export function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'too_few_months':
      return 'Too few months have records to tell.'
    case 'no_real_change':
      return 'No real change: every month is within what chance alone would give.'
    case 'unusual_months': {
      const { points } = verdict
      const isOne = points.length === 1
      return `${isOne ? 'One month is' : `${counted(points.length, 'month')} are`} further from the others than chance alone would give: ${listed(points.map(pointText))}.`
    }
    case 'shift':
      return `A change: every month from ${verdict.from} to ${verdict.to} is ${verdict.side} the middle of all months, which chance alone would hardly give.`
  }
}

const pointText = ({ month, counting, of, side }: ControlPoint): string =>
  `${month} (${rounded(counting, 0)}${of === null ? '' : ` of ${rounded(of, 0)}`}, ${side === 'below' ? 'lower' : 'higher'})`
