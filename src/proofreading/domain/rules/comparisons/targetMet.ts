import { type Rule, ofSentences } from '../../studied.ts'
import type { Quantity } from '../../words/quantities.ts'
import type { Sentence } from '../../words/sentences.ts'

/** `We met our target of 95%, with 93.4%`: a target said to be met or missed, which the share beside it did not. */
export const targetMet: Rule = (studied) =>
  ofSentences(studied, (sentence, previous) => {
    const wrong = wrongIn(sentence, previous)
    if (!wrong) return []
    const { own, target, isMet } = wrong
    return [
      {
        kind: 'text-text',
        message: `${own.text} is ${own.value < target.value ? 'below' : 'not below'} the ${target.text} that it is said to have ${isMet ? 'met' : 'missed'}.`,
        computation: `${own.text} against ${target.text}`,
        severity: 'error',
        confidence: 0.84,
      },
    ]
  })

const MET =
  /\b(?:(met|meeting|meets|achieved|achieving|reached|exceed(?:s|ed|ing)|beat|hit|passed|surpass(?:es|ed|ing))|(missed|missing|fell short of|falls short of|did not (?:meet|reach|achieve)|has not (?:met|reached)|failed to (?:meet|reach)))\s+(?:the|our|its|this|that)\s+(?:[\w'-]+\s+){0,3}?(?:targets?|goals?|aims?|standards?|ambitions?)\b/i
const UNSURE =
  /\b(?:will|would|should|could|to (?:meet|achieve|reach|exceed)|nearly|almost|close|if|until|each|some|two|three|teams?|quarters?|months?|areas?|late|fewer|at most|no more than|below|under)\b/i
const TARGET = /\b(?:targets?|goals?|aims?|standards?|ambitions?)\b[^.;\d]{0,40}$/i

function wrongIn(sentence: Sentence, previous: Sentence | undefined): { own: Quantity; target: Quantity; isMet: boolean } | null {
  const pair = ownBeside(sentence)
  if (pair) return pair
  const match = MET.exec(sentence.text)
  if (!match || UNSURE.test(sentence.text) || (match[1] !== undefined && /\bnot\b|n't/i.test(sentence.text.slice(0, match.index)))) return null
  const shares = sentence.quantities.filter(({ kind }) => kind === 'percent')
  const target = shares.find((one) => TARGET.test(sentence.text.slice(0, one.start - sentence.start)))
  const rest = shares.filter((one) => one !== target)
  const before = previous?.quantities.filter(({ kind }) => kind === 'percent') ?? []
  const [own, other] = rest.length > 0 ? rest : before
  if (!target || !own || other || own.isApproximate) return null
  const isMet = match[1] !== undefined
  const isAbove = /exceed|beat|passed|surpass/i.test(match[1] ?? '') ? own.value > target.value : own.value >= target.value
  return isAbove === isMet ? null : { own, target, isMet }
} // prettier-ignore

const TARGETS = /\btarget(?: (?:of|is|was|for|being))*:?\s*\(?$/i
const ALL_MET =
  /\b(?:(?:which|this|both|all|each|every one)(?: of which)? (?:we|was|were|have been|has been|the service)(?: have| has)? ?(?:been )?(met|achieved|reached|exceeded|hit)|(met|achieved|reached|exceeded|hit) (?:both|all|each|every one) of (?:our|the|its|these))\b/i

/** `Our target was 95%, which we achieved: 93% were on time`, `met both of our targets: 97% (target 95%) and 81% (target 85%)`. */
function ownBeside(sentence: Sentence): { own: Quantity; target: Quantity; isMet: boolean } | null {
  const { text, start, quantities } = sentence
  if (!ALL_MET.test(text) || /\bnot\b|n't|\b(?:late|fewer|no more than|below|under|less)\b/i.test(text)) return null
  const shares = quantities.filter(({ kind }) => kind === 'percent')
  const isTarget = (one: Quantity) => TARGETS.test(text.slice(0, one.start - start))
  if (shares.length % 2 !== 0 || shares.filter(isTarget).length !== shares.length / 2) return null
  for (let at = 0; at < shares.length; at += 2) {
    const [one, other] = [shares[at], shares[at + 1]]
    if (!one || !other || isTarget(one) === isTarget(other)) return null
    const [own, target] = isTarget(one) ? [other, one] : [one, other]
    if (own.value < target.value) return { own, target, isMet: true }
  }
  return null
}
