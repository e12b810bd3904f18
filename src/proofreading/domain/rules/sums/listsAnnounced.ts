import type { Passage } from '../../reportText.ts'
import { type Rule, isInContents } from '../../studied.ts'
import { numberOf } from '../../words/quantities.ts'
import { countSaid } from './countsOfLists.ts'

/** `TEN things to know` above a list of nine; `The plan has four priorities. … These priorities are:` and three of them. */
export const listsAnnounced: Rule = (studied) => {
  const { passages } = studied
  return passages.flatMap((passage, at) => {
    if (passage.kind === 'item' || isInContents(studied, passage)) return []
    const told = passage.kind === 'heading' ? headed(passage) : announced(passage, passages.slice(Math.max(0, at - 2), at))
    const next = passages.slice(at + 1, at + 1 + MOST + MOST_OFF + 1).findIndex(({ kind }) => kind !== 'item')
    const items = passages.slice(at + 1, next === -1 ? at + 1 + MOST + MOST_OFF : at + 1 + next)
    if (!told || items.length < 2 || items.length === told.count || Math.abs(items.length - told.count) > MOST_OFF) return []
    // An item that leads up to others has items of its own.
    if (items.some(({ text }) => /:\s*$/.test(text)) || new Set(items.map(({ text }) => markOf(text))).size > 1) return []
    return [countSaid(studied, { at: told.at, also: items.at(-1) ?? null, place: passage.place, words: told.words, count: items.length })]
  })
} // prettier-ignore

const MOST = 12
const MOST_OFF = 2

/** Whether items are numbered, lettered or have a sign: a list within a list has another. */
const markOf = (text: string): string =>
  /^\W*\(?(?:\d{1,2}[.)]?|(?:[ivx]{1,4}|[a-z])[.)])\s/i.test(text) ? 'counted' : (/^\W/.exec(text)?.[0] ?? '')

interface Told {
  at: Passage
  words: string
  count: number
}

const NUMBER = '(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2])'
const NOUN =
  '((?:things|priorities|aims|actions|reasons|recommendations|steps|principles|objectives|outcomes|standards|stages|questions|changes|challenges|goals|pledges|promises|facts|points|messages|themes|areas|rules|tips))'
const HEADED = new RegExp(`^\\W*(?:our |the |my |your )?${NUMBER} (?:[\\w-]+ ){0,2}?${NOUN}\\b`, 'i')

/** `TEN important things to know about your IRO`. */
function headed(at: Passage): Told | null {
  const [words, number = ''] = HEADED.exec(at.text) ?? []
  // `5 Priorities` is the fifth section.
  return words === undefined || /^\d/.test(number) ? null : { at, words: words.trim(), count: numberOf(number) }
}

const ANNOUNCED = new RegExp(
  `\\b(?:these|those|the|our) (?:[\\w-]+ )?${NOUN} (?:are|were)(?: as follows| these)?:\\s*$`,
  'i',
)

/** `These priorities are:`, whose number stands a sentence or two before. */
function announced(at: Passage, before: readonly Passage[]): Told | null {
  const noun = ANNOUNCED.exec(at.text)?.[1]
  if (noun === undefined) return null
  const form = new RegExp(`(?<![\\d.,/-])\\b${NUMBER} (?:[\\w-]+ ){0,2}?${noun}\\b`, 'gi')
  const told = [...before, at].flatMap((passage) =>
    [...passage.text.matchAll(form)].map(([words, number = '']) => ({ at: passage, words, count: numberOf(number) })),
  )
  const [only, other] = told
  return only && !other ? only : null
}
