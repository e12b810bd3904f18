/** What begins something that is no element and no text of one, with what ends it. */
const ENDS: Readonly<Record<string, string>> = { '<!--': '-->', '<?': '?>', '<![CDATA[': ']]>' }
const BEGINNING = /<!--|<\?|<!\[CDATA\[/g
/** The longest beginning or end, less one: what may stand on both sides of where two pieces meet. */
const MOST_CUT = 8

/** The most characters of a comment, an instruction or a section: no program writes a thousand. */
export const LONGEST_ASIDE = 100_000

/**
 * Measures comments, instructions and sections in XML that is read piece by piece. The parser holds each until its end, at
 * thirty bytes a character and more, and hands nothing over meanwhile: nobody else would notice.
 */
export class XmlAsides {
  /** What ends the one that is open; null for none. */
  #end: string | null = null
  #length = 0
  #rest = ''

  /** Takes the next piece. Gives whether all in it are short enough. */
  areShort(piece: string): boolean {
    const text = this.#rest + piece
    let at = 0
    while (this.#length <= LONGEST_ASIDE) {
      if (this.#end === null) {
        BEGINNING.lastIndex = at
        const begun = BEGINNING.exec(text)
        if (!begun) break
        this.#end = ENDS[begun[0]] ?? ''
        this.#length = 0
        at = BEGINNING.lastIndex
      }
      const end = text.indexOf(this.#end, at)
      this.#length += (end === -1 ? text.length : end) - at
      if (end === -1) break
      at = end + this.#end.length
      this.#end = null
    }
    this.#rest = text.slice(Math.max(at, text.length - MOST_CUT))
    return this.#length <= LONGEST_ASIDE
  }
}
