import type { Located } from '../../finding.ts'
import { rounded, shown } from '../../numbers.ts'
import { type Rule, type Studied, located } from '../../studied.ts'
import type { Concepts } from '../../words/concepts.ts'
import type { Sentence } from '../../words/sentences.ts'
import { type ShareInWords, describes, sharesIn } from '../../words/shares.ts'
import { keyOf } from '../../words/statement.ts'
import { conceptsOf, onlyValues, partsOfShare } from '../../words/statements.ts'

/** `More than half of our children live with foster carers`, where the report gives their number, or their share, anywhere. */
export const sharesSaid: Rule = (studied) =>
  studied.sentences.flatMap((sentence): Located[] => {
    if (sentence.passage.kind === 'heading' || NARROWED.test(sentence.text)) return []
    const shares = sharesIn(sentence.text)
    const [share, other] = shares
    return share && !other ? ofReport(studied, sentence, share) : []
  })

/** Of others, of another time, or of a change. */
const NARROWED =
  /\b(?:of (?:these|those|whom|which|the(?:se|m))|last year|previous\w*|national\w*|england|region\w*|neighbours?|target|increas\w*|decreas\w*|rise|rose|risen|fall|fell|fallen|reduc\w*|drop\w*|grew|grown|by (?:almost |nearly |about |over |more than )?(?:a|one|two|three)|will|should|survey\w*|respon\w*)\b/i
/** A number right after the words is what they are to be set against: another rule's. */
const BESIDE = /^[^.;:]{0,60}[(,]\s*(?:or\s+)?(?:£?\d)/

/** `The table above shows`: of nothing that the share is of. */
const INTRODUCED =
  /^\W*(?:the (?:table|chart|figure|data|graph)|this|these|figures?|data|it)\b[^.;]*\b(?:shows?|suggests?|tells?|indicates?)(?: that)?\s*$/i
const OF_REVIEWS = new Set(['took part', 'attended'])
/** Children who attended, and reviews that they attended, are told of as one. */
const ofReviews = ({ entity, narrowed }: Concepts): Concepts => ({
  entity: entity === 'child' && narrowed.some((name) => OF_REVIEWS.has(name)) ? 'review' : entity,
  narrowed,
})

function ofReport(studied: Studied, sentence: Sentence, share: ShareInWords): Located[] {
  const behind = sentence.text.slice(share.at.end)
  if (BESIDE.test(behind) || sentence.quantities.some(({ kind }) => kind === 'percent')) return []
  const clause = behind.split(/[,;:()]|\b(?:and(?! young people)|or|but|while|whereas|because|although)\b/)[0] ?? ''
  const ahead = sentence.text
    .slice(0, share.at.start)
    .split(/[,;:()]|\b(?:and|but|while|whereas)\b/)
    .at(-1)
  const concepts = ofReviews(
    conceptsOf(/^\s*of\b/i.test(clause) ? `${INTRODUCED.test(ahead ?? '') ? '' : (ahead ?? '')} ${clause}` : clause),
  )
  const year = studied.period?.startYear
  if (concepts.entity === null || concepts.narrowed.length === 0 || year === undefined) return []
  const known = onlyValues(studied)
  const printed = known.get(keyOf(concepts, 'percent', year))
  const readings = [
    ...(printed ? [{ at: printed, percent: printed.value, computation: `${shown(printed.value)}%` }] : []),
    ...partsOfShare(known, concepts, year).map(({ part, whole }) => ({
      at: part,
      percent: (part.value / whole.value) * 100,
      computation: `${shown(part.value)} / ${shown(whole.value)} = ${rounded((part.value / whole.value) * 100, 1)}%`,
    })),
  ]
  const [reading] = readings
  if (!reading || readings.some(({ percent }) => describes(share, percent))) return []
  return [
    located(studied, {
      at: sentence,
      also: reading.at.at,
      place: sentence.passage.place,
      kind: 'ratio',
      message: `“${share.words}” does not describe ${rounded(reading.percent, 1)}% (${reading.at.place}).`,
      computation: reading.computation,
      expected: null,
      severity: 'warning',
      confidence: 0.82,
    }),
  ]
}
