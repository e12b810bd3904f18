import type { Located } from '../../finding.ts'
import { rounded, shown } from '../../numbers.ts'
import { type Rule, located } from '../../studied.ts'

/** `93% were on time. Timeliness therefore improved by 3.5 points from 90.5%`: points that no percentage told before gives. */
export const pointsFrom: Rule = (studied) =>
  studied.contexts.flatMap((context) =>
    context.flatMap((sentence, index): Located[] => {
      const { quantities, text, start, passage } = sentence
      const [by, other] = quantities.filter(({ kind }) => kind === 'points')
      const from = by ? quantities.find((one) => one.kind === 'percent' && one.start > by.end) : undefined
      if (!by || other || !from || passage.kind === 'heading' || by.isApproximate) return []
      if (!BY.test(text.slice(0, by.start - start)) || !/^[^.;\d]{0,30}\bfrom\s+(?:the )?$/i.test(text.slice(by.end - start, from.start - start))) return []
      const before = [...(context[index - 1]?.quantities ?? []), ...quantities].filter((one) => one.kind === 'percent' && one !== from)
      const [now] = before
      const room = (decimals: number) => [by.decimals, from.decimals, decimals].reduce((sum, each) => sum + 0.5 * 10 ** -each, 1e-9)
      if (!now || before.length > MOST || before.some(({ value, decimals }) => Math.abs(Math.abs(value - from.value) - by.value) < room(decimals))) return []
      const exact = rounded(Math.abs(now.value - from.value), Math.max(now.decimals, from.decimals))
      return [
        located(studied, {
          at: sentence,
          also: context[index - 1] ?? null,
          place: passage.place,
          kind: 'growth',
          message: `From ${from.text} to ${now.text} are ${exact} points, not ${by.text}.`,
          computation: `${shown(now.value)} - ${shown(from.value)} = ${shown(now.value - from.value)}`,
          expected: exact,
          severity: 'error',
          confidence: 0.82,
        }),
      ]
    }),
  ) // prettier-ignore

const MOST = 2
const BY =
  /\b(?:improved|rose|risen|increased|grew|up|fell|fallen|decreased|dropped|down|rise|fall|increase|improvement|drop|decrease)\b[^.;\d]{0,20}\b(?:by|of)\s+(?:just |only )?$/i
