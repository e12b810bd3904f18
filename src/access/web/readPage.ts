interface Input {
  kind: 'hidden' | 'button' | 'choice' | 'select' | 'text'
  name: string
  id: string
  /** What a choice stands for where it is chosen. */
  value: string
  /** What is asked of all inputs around it. */
  legend: string
  /** The words of a list's choices, by their values. */
  options: Map<string, string>
}

/** The inputs of a page of ours, with its words. */
export interface PageRead {
  title: string
  about: string
  labels: ReadonlyMap<string, string>
  inputs: readonly Input[]
}

/** Where the reading of a page stands. */
interface Place {
  /** The element whose words are read, and what they are for. */
  words: { tag: string; text: string; close: (words: string) => void } | null
  /** The list whose choices are read. */
  select: Input | null
  /** Whether the words are a caption within the heading, a line of its own above or below it. */
  isInCaption: boolean
}

const TOKEN = /<!--[^]*?-->|<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/g

/** Reads the fields of a page and what it calls them. */
export function readPage(html: string): PageRead {
  const labels = new Map<string, string>()
  const inputs: Input[] = []
  const legends: string[] = []
  let title = ''
  let about = ''
  const at: Place = { words: null, select: null, isInCaption: false }

  for (const [token, slash, tag, rest = ''] of html.matchAll(TOKEN)) {
    if (tag === undefined) {
      if (at.words && !at.isInCaption && !token.startsWith('<!--')) at.words.text += token
      continue
    }
    if (slash === '/') {
      if (tag === 'span') at.isInCaption = false
      if (tag === 'fieldset') legends.pop()
      if (tag === 'select') at.select = null
      if (at.words?.tag === tag) {
        at.words.close(plain(at.words.text))
        at.words = null
      }
      continue
    }
    const attributes = attributesIn(rest)
    const capture = (close: (words: string) => void): void => {
      at.words = { tag, text: '', close }
    }
    if (tag === 'fieldset') legends.push('')
    else if (tag === 'legend') capture((words) => legends.splice(-1, 1, words))
    else if (tag === 'span') at.isInCaption = /^govuk-caption-/.test(attributes.get('class') ?? '')
    else if (tag === 'h1') capture((words) => (title = words))
    else if (tag === 'label') capture((words) => labels.set(attributes.get('for') ?? '', words))
    else if (tag === 'p' && attributes.get('class') === 'app-banner__name') capture((words) => (about = words))
    else if (tag === 'option') {
      const options = at.select?.options
      capture((words) => options?.set(attributes.get('value') ?? words, words))
    } else if (['input', 'textarea', 'select', 'button'].includes(tag)) {
      const input: Input = {
        kind: kindOf(tag, attributes.get('type') ?? ''),
        name: attributes.get('name') ?? '',
        id: attributes.get('id') ?? '',
        value: attributes.get('value') ?? 'on',
        legend: legends.at(-1) ?? '',
        options: new Map(),
      }
      inputs.push(input)
      if (tag === 'select') at.select = input
    }
  }
  return { title, about, labels, inputs }
}

function kindOf(tag: string, type: string): Input['kind'] {
  if (tag === 'button' || tag === 'select') return tag
  if (type === 'hidden') return 'hidden'
  return type === 'radio' || type === 'checkbox' ? 'choice' : 'text'
}

const attributesIn = (text: string): Map<string, string> =>
  new Map([...text.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decoded(value)]))

const plain = (text: string): string => decoded(text).replaceAll(/\s+/g, ' ').trim()

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&#92;': '\\',
}
const decoded = (text: string): string =>
  text.replaceAll(/&(?:amp|lt|gt|quot|#39|#96|#92);/g, (one) => ENTITIES[one] ?? one)
