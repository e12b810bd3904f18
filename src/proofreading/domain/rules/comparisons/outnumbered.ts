import { prints, rounded, shown } from '../../numbers.ts'
import { type Rule, ofSentences } from '../../studied.ts'

/** `Boys outnumber girls by 120 to 148`, `… by 148 to 120 (65% and 35%)`: the first must be more, and its share that of both. */
export const outnumbered: Rule = (studied) =>
  ofSentences(studied, ({ text }) => {
    const match = OUTNUMBER.exec(text)
    if (!match) return []
    const [one = 0, other = 0] = [match[1], match[2]].map((digits = '') => Number(digits.replaceAll(',', '')))
    if (one < other)
      return [
        {
          kind: 'text-text',
          message: `What outnumbers the other is ${shown(one)} here, and the other ${shown(other)}.`,
          computation: `${shown(one)} < ${shown(other)}`,
          severity: 'error',
          confidence: 0.86,
        },
      ]
    const share = match[3]
    const exact = (one / (one + other)) * 100
    const decimals = share?.split('.')[1]?.length ?? 0
    if (share === undefined || prints(exact, Number(share), decimals)) return []
    return [
      {
        kind: 'percentage',
        message: `${shown(one)} of ${shown(one + other)} is ${rounded(exact, decimals)}%, not ${share}%.`,
        computation: `${shown(one)} / ${shown(one + other)} = ${rounded(exact, decimals + 2)}%`,
        expected: `${rounded(exact, decimals)}%`,
        severity: 'error',
        confidence: 0.86,
      },
    ]
  })

const OUTNUMBER =
  /\boutnumber(?:s|ed)?\b[^.;\d]{0,60}\bby (\d[\d,]*) to (\d[\d,]*)(?:\s*\((\d+(?:\.\d+)?)% (?:and|to|against) (\d+(?:\.\d+)?)%\))?/i
