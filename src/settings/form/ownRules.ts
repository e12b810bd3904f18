import type { PlainDate } from '../../kernel/dates.ts'
import { type Complete, completeOf } from '../all.ts'
import type { Field } from '../field.ts'
import type { AnySetting } from '../setting.ts'
import { type Settings, isSame } from '../settings.ts'
import { settingsPages } from './pages.ts'
import { typedOf, wordsOf } from './values.ts'

/** A rule that an authority has set for itself, in words: what it is about, and what its fields say. */
export interface OwnRule {
  heading: string
  says: string
}

/** A limit of 0 is none. */
const isNoLimit = (field: Field, settings: Complete): boolean =>
  field.kind === 'number' && typedOf(field, settings) === '0'

/** A label with one colon, its last character: `Red, checked within:`; a question stands as it is. */
const asked = (label: string): string =>
  `${label.replace(/[:]$/, '').replaceAll(': ', ', ')}${label.endsWith('?') ? '' : ':'}`

/** The rules of the service that differ from the defaults, in the order of the pages; blank fields say nothing. */
export function ownRules(all: readonly AnySetting[], settings: Settings, today: PlainDate): OwnRule[] {
  const [now, defaults] = [completeOf(all, settings), completeOf(all, {})]
  return settingsPages(all, { today, set: [settings] })
    .filter(({ isOfRules }) => isOfRules)
    .flatMap(({ title, groups }) => groups.map((group) => ({ ...group, heading: `${title}: ${group.heading}` })))
    .filter(({ key }) => !isSame(now[key], defaults[key]))
    .map(({ heading, fields }) => ({
      heading,
      says: fields
        .filter((field) => !field.isForFiles && !isNoLimit(field, now))
        .map((field) => ({ label: field.label, words: wordsOf(field, now, '') }))
        .filter(({ words }) => words !== '')
        .map(({ label, words }) => `${asked(label)} ${words}${/[.?!]$/.test(words) ? '' : '.'}`)
        .join(' '),
    }))
}
