import type { Located } from '../../finding.ts'
import { isSame, prints, rounded, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import { countsIn } from '../../words/around.ts'
import { narrowedBy, without } from '../../words/concepts.ts'
import { type Statement, keyOf } from '../../words/statement.ts'
import { type Known, onlyValues, partsOfShare } from '../../words/statements.ts'

/** Numbers of one thing and of parts of it, told far from each other: two opposites of a whole, a share and its parts. */
export const thingsTogether: Rule = (studied) => {
  const known = onlyValues(studied)
  return [...known.values()].flatMap((statement) =>
    statement.unit === 'percent' ? wrongShare(studied, known, statement) : wrongSum(studied, known, statement),
  )
}

/** Two that leave no third, and what they are of. */
const OPPOSITES: readonly (readonly [string, string, string | null])[] = [
  ['late', 'in time', null],
  ['girls', 'boys', null],
  ['formal', 'informal', null],
  ['not taking part', 'took part', 'aged 4 and over'],
]

/** `1,187 in time` here and `59 late` there, of 1,236 elsewhere. */
function wrongSum(studied: Studied, known: Known, one: Statement): Located[] {
  return OPPOSITES.flatMap(([first, second, of]) => {
    if (!one.concepts.narrowed.includes(first)) return []
    const bare = without(one.concepts, first)
    const other = known.get(keyOf(narrowedBy(bare, second), 'count', one.year))
    const whole = known.get(keyOf(of === null ? bare : narrowedBy(bare, of), 'count', one.year))
    if (!other || !whole || isSame(one.value + other.value, whole.value)) return []
    const sum = one.value + other.value
    if (Math.abs(sum - whole.value) > whole.value * MOST_OFF) return []
    const [at, also] = one.sentence ? [one, other] : other.sentence ? [other, one] : [whole, one]
    return [
      located(studied, {
        at: at.at,
        also: also.at.start === at.at.start ? whole.at : also.at,
        place: at.place,
        kind: 'sum',
        message: `“${first}” and “${second}” are ${shown(sum)} together, of ${shown(whole.value)} (${whole.place}).`,
        computation: `${shown(one.value)} + ${shown(other.value)} = ${shown(sum)}, not ${shown(whole.value)}`,
        expected: shown(whole.value),
        severity: 'error',
        confidence: 0.84,
      }),
    ]
  })
}

/** A sum further off is of something else. */
const MOST_OFF = 0.25

/** `93% were on time` here, and 1,490 of 1,602 elsewhere. */
function wrongShare(studied: Studied, known: Known, share: Statement): Located[] {
  const parts = partsOfShare(known, share.concepts, share.year)
  const [first] = parts
  if (!first || share.value > 100) return []
  if (parts.some(({ part, whole }) => prints((part.value / whole.value) * 100, share.value, share.decimals))) return []
  const { part, whole } = first
  // Another count of its sentence may be what it is of.
  const beside = [share.sentence, part.sentence].flatMap((sentence) => (sentence ? countsIn(sentence) : []))
  if (beside.some(({ value }) => prints((part.value / value) * 100, share.value, share.decimals))) return []
  const exact = (part.value / whole.value) * 100
  if (part.value > whole.value || Math.abs(exact - share.value) > MOST_POINTS_OFF) return []
  const expected = `${rounded(exact, share.decimals)}%`
  const at = share.sentence ? share : part.sentence ? part : share
  const also = at === share ? part : share
  return [
    located(studied, {
      at: at.at,
      also: also.at.start === at.at.start ? whole.at : also.at,
      place: at.place,
      kind: 'percentage',
      message: `${shown(part.value)} of ${shown(whole.value)} is ${expected}, not ${shown(share.value)}%.`,
      computation: `${shown(part.value)} / ${shown(whole.value)} = ${rounded(exact, share.decimals + 2)}%`,
      expected,
      severity: 'error',
      confidence: 0.83,
    }),
  ]
}

/** A share further off is of another whole. */
const MOST_POINTS_OFF = 25
