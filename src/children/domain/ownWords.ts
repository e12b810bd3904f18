import type { Settings } from '../../settings/settings.ts'
import { wordsSetting } from '../settings.ts'

/** `return on children looked after` is the name of the return, which an authority's own words do not change. */
const STANDARD = /(?<!return on )\b(children|child) looked after\b( for\b(?! every\b))?/gi

/**
 * A text of ours in the words that an authority has for children looked after: `Our children on 31 March`. How long they
 * had been so is still said: `our children looked after for at least 12 months`. A text that says so already stays as it is.
 */
export function inOwnWords(text: string, settings: Settings): string {
  const own = wordsSetting.of(settings)
  return text.replaceAll(STANDARD, (whole: string, noun: string, after: string | undefined, at: number) => {
    const words = noun.toLowerCase() === 'children' ? own.children : own.child
    if (words === `${noun.toLowerCase()} looked after`) return whole
    if (
      text
        .slice(0, at + noun.length)
        .toLowerCase()
        .endsWith(words.toLowerCase())
    )
      return whole
    const begun = /^[A-Z]/.test(noun) ? words.charAt(0).toUpperCase() + words.slice(1) : words
    return after === undefined ? begun : `${begun} looked after${after}`
  })
}
