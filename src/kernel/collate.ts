/**
 * Gives the order of two texts, as people of this locale sort them; of this machine's, unless said. What it takes is made when
 * it is first asked: the rules of a locale take long to load, and every command loads what may ask.
 */
export function collating(locale?: string): (a: string, b: string) => number {
  let collator: Intl.Collator | null = null
  return (a, b) => {
    collator ??= new Intl.Collator(locale)
    return collator.compare(a, b)
  }
}
