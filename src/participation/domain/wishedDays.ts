const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** Names of weekdays after a word that rules them out, up to a word that says otherwise: `not on a Monday or Friday`. */
const RULED_OUT =
  /\b(?:not|never|no|except|avoid)\b((?:\s|,|\bon\b|\ba\b|\bany\b|\bor\b|\band\b|\bmornings?\b|\b\w+days?\b)+)/g

/**
 * The weekdays that a child’s wish of when rules out, 1 for Monday to 7. Only what is plain is read: everything else of the
 * wish is for people to read.
 */
export function weekdaysRuledOut(when: string | null): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [, words = ''] of (when ?? '').toLowerCase().matchAll(RULED_OUT)) {
    if (/\bmornings?\b/.test(words)) continue
    for (const [index, name] of WEEKDAYS.entries()) {
      if (new RegExp(`\\b${name}s?\\b`).test(words)) found.add(index + 1)
    }
  }
  return found
}
