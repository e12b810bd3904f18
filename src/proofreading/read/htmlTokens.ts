/** A piece of an HTML file. */
export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string }

/** Elements whose content is not HTML: it ends only at their own end. */
const RAW = ['script', 'style', 'textarea', 'title', 'noscript', 'template', 'iframe']

const MOST_ATTRIBUTES = 60

/** The tokens of an HTML file, in order. Whatever is no tag is text, as in browsers. */
export function* htmlTokens(source: string): Generator<HtmlToken> {
  /** Elements whose end does not come any more. */
  const endless = new Set<string>()
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    const end = open === -1 ? source.length : open
    if (end > at) yield { kind: 'text', text: decoded(source.slice(at, end)) }
    if (open === -1) return
    if (source.startsWith('<!--', open)) {
      at = after(source, '-->', open + 4)
    } else if (source.startsWith('<!', open) || source.startsWith('<?', open)) {
      at = after(source, '>', open + 2)
    } else {
      const tag = tagAt(source, open)
      if (tag === null) {
        yield { kind: 'text', text: '<' }
        at = open + 1
        continue
      }
      yield tag.token
      at = tag.end
      if (tag.token.kind === 'open' && RAW.includes(tag.token.name)) {
        yield { kind: 'close', name: tag.token.name }
        at = endOfRaw(source, tag.token.name, at, endless)
      }
    }
  }
}

function after(source: string, sign: string, from: number): number {
  const found = source.indexOf(sign, from)
  return found === -1 ? source.length : found + sign.length
}

function endOfRaw(source: string, name: string, from: number, endless: Set<string>): number {
  if (endless.has(name)) return from
  const end = new RegExp(`</${name}[\\s/>]`, 'gi')
  end.lastIndex = from
  const found = end.exec(source)
  if (found) return after(source, '>', found.index)
  // Never closed, as XHTML writes an empty one: nothing of the report is in it.
  endless.add(name)
  return from
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:-]*)/y
const ATTRIBUTE = /[\s/]*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']*)))?/y

function tagAt(source: string, from: number): { token: HtmlToken; end: number } | null {
  TAG.lastIndex = from
  const match = TAG.exec(source)
  if (!match) return null
  const name = (match[2] ?? '').toLowerCase()
  const attributes = new Map<string, string>()
  let at = TAG.lastIndex
  for (let count = 0; count < MOST_ATTRIBUTES; count++) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(source)
    if (!found) break
    attributes.set((found[1] ?? '').toLowerCase(), decoded(found[2] ?? found[3] ?? found[4] ?? ''))
    at = ATTRIBUTE.lastIndex
  }
  const end = after(source, '>', at)
  return { token: match[1] === '/' ? { kind: 'close', name } : { kind: 'open', name, attributes }, end }
}

/** The names that reports use; a browser knows two thousand more, which stay as they were written. */
const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"], ['nbsp', '\u00a0'], ['ndash', '–'],
  ['mdash', '—'], ['lsquo', '‘'], ['rsquo', '’'], ['ldquo', '“'], ['rdquo', '”'], ['hellip', '…'], ['bull', '•'],
  ['pound', '£'], ['copy', '©'], ['middot', '·'], ['times', '×'], ['divide', '÷'], ['minus', '−'], ['frac12', '½'], ['frac14', '¼'],
  ['frac34', '¾'], ['le', '≤'], ['ge', '≥'], ['plusmn', '±'], ['deg', '°'], ['eacute', 'é'], ['thinsp', '\u2009'],
  ['ensp', '\u2002'], ['emsp', '\u2003'], ['shy', '\u00ad'], ['rarr', '→'], ['larr', '←'], ['uarr', '↑'], ['darr', '↓'],
  ['percnt', '%'], ['num', '#'], ['sect', '§'], ['para', '¶'], ['dagger', '†'], ['trade', '™'], ['reg', '®'],
]) // prettier-ignore

const HIGHEST_CODE = 0x10ffff

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));?/g,
    (whole, ten?: string, sixteen?: string, name?: string) => {
      if (name !== undefined) return entities.get(name) ?? whole
      const code = ten !== undefined ? Number(ten) : Number.parseInt(sixteen ?? '', 16)
      return code > 0 && code <= HIGHEST_CODE ? String.fromCodePoint(code) : whole
    },
  )
}
