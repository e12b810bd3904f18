import { longDate } from '../../kernel/dates.ts'
import { readDay } from '../../platform/web/filters.ts'

/** What someone typed, as the page of the form says it. */
export interface TypedInWords {
  /** The heading of the page. */
  title: string
  /** Whom the page is about, as its banner names them; empty where it has none. */
  about: string
  rows: readonly { key: string; value: string }[]
}

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
interface PageRead {
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
}

const NO_LONGER_OFFERED = 'A choice that the page no longer offers'
const WHOLE_DAY = ['day', 'month', 'year'] as const

/**
 * What was typed into a form, in the words of the page that the form is on: labels for the names of fields, and the words
 * of choices for their codes. Blank and hidden fields are left out. `html` is a page of ours, which escapes what it shows.
 */
export function typedInWords(html: string, fields: readonly (readonly [name: string, value: string])[]): TypedInWords {
  const page = readPage(html)
  const valueOf = (name: string) => fields.find(([one]) => one === name)?.[1].trim() ?? ''
  const rows = new Map<string, string[]>()
  for (const [name, value] of fields) {
    const [, ofDay, part] = /^(.+)-(day|month|year)$/.exec(name) ?? []
    const isOfDay = ofDay !== undefined && page.inputs.some((input) => input.name === `${ofDay}-year`)
    if (isOfDay && part !== 'day') continue
    const row = isOfDay ? dayRow(page, ofDay, valueOf) : fieldRow(page, name, value.trim())
    if (row) rows.set(row.key, [...(rows.get(row.key) ?? []), row.value])
  }
  return {
    title: page.title,
    about: page.about,
    rows: [...rows].map(([key, values]) => ({ key, value: [...new Set(values)].join('\n') })),
  }
}

function fieldRow({ inputs, labels }: PageRead, name: string, value: string) {
  if (value === '') return null
  const own = inputs.filter((input) => input.name === name)
  const [first] = own
  if (!first) return { key: 'Also typed', value }
  const label = labels.get(first.id) ?? ''
  switch (first.kind) {
    case 'hidden':
    case 'button':
      return null
    case 'text':
      return { key: label || first.legend, value }
    case 'select':
      return { key: label || first.legend, value: first.options.get(value) ?? NO_LONGER_OFFERED }
    case 'choice': {
      const chosen = own.find((input) => input.value === value)
      const words = (chosen && labels.get(chosen.id)) ?? NO_LONGER_OFFERED
      return first.legend === '' ? { key: words, value: 'Yes' } : { key: first.legend, value: words }
    }
  }
}

/** The three inputs of a day as one. */
function dayRow({ inputs }: PageRead, field: string, valueOf: (name: string) => string) {
  const typed = WHOLE_DAY.map((part) => valueOf(`${field}-${part}`)).join(' ')
  if (typed.trim() === '') return null
  const day = readDay(typed)
  const key = inputs.find(({ name }) => name === `${field}-day`)?.legend ?? ''
  return { key, value: day ? longDate(day) : typed.trim() }
}

const TOKEN = /<!--[^]*?-->|<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/g

/** Reads the fields of a page and what it calls them. */
function readPage(html: string): PageRead {
  const labels = new Map<string, string>()
  const inputs: Input[] = []
  const legends: string[] = []
  let title = ''
  let about = ''
  const at: Place = { words: null, select: null }

  for (const [token, slash, tag, rest = ''] of html.matchAll(TOKEN)) {
    if (tag === undefined) {
      if (at.words && !token.startsWith('<!--')) at.words.text += token
      continue
    }
    if (slash === '/') {
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
