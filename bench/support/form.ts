/** The pairs that a form sends, by name. */
export type Fields = Readonly<Record<string, string>>

/** A form as a page shows it. */
export interface Form {
  /** Where it is sent. */
  action: string
  /** What a browser would send if nobody typed anything: the token, hidden versions, what is filled in already. */
  shown: URLSearchParams
  /** The values that radios or a list of this name offer, blank ones left out. */
  offered: (name: string) => string[]
}

/** The form of a page that is sent to this address, whatever its query; null where the page has none. */
export function formIn(page: string, action: string): Form | null {
  const forms = page.matchAll(/<form method="post" action="([^"]*)"[^>]*>([^]*?)<\/form>/g)
  const found = [...forms].find(([, sentTo = '']) => withoutQuery(plain(sentTo)) === action)
  if (!found) return null
  const [, sentTo = '', inside = ''] = found
  const shown = new URLSearchParams()
  const offers: [name: string, value: string][] = []
  for (const tag of inside.matchAll(/<input\b([^>]*)>/g)) {
    const { name = '', value = '', type, ...more } = attributesOf(tag[1])
    const isChoice = type === 'radio' || type === 'checkbox'
    if (isChoice) offers.push([name, value])
    if (!isChoice || 'checked' in more) shown.append(name, value)
  }
  for (const [, start, text = ''] of inside.matchAll(/<textarea\b([^>]*)>([^]*?)<\/textarea>/g)) {
    shown.append(attributesOf(start)['name'] ?? '', plain(text))
  }
  for (const [, start, list = ''] of inside.matchAll(/<select\b([^>]*)>([^]*?)<\/select>/g)) {
    const name = attributesOf(start)['name'] ?? ''
    const options = [...list.matchAll(/<option\b([^>]*)>/g)].map(([, option]) => attributesOf(option))
    for (const { value = '' } of options) offers.push([name, value])
    shown.append(name, (options.find((option) => 'selected' in option) ?? options[0])?.['value'] ?? '')
  }
  return {
    action: plain(sentTo),
    shown,
    offered: (name) => offers.flatMap(([of, value]) => (of === name && value !== '' ? [value] : [])),
  }
}

/** The path of an address. */
export const withoutQuery = (address: string): string => address.replace(/\?.*/, '')

function attributesOf(inside = ''): Record<string, string> {
  const pairs = inside.matchAll(/([\w-]+)(?:="([^"]*)")?/g)
  return Object.fromEntries([...pairs].map(([, name = '', value = '']) => [name, plain(value)]))
}

const characters: Fields = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }

/** Text of a page as it is read. */
const plain = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (whole, name: string) => characters[name] ?? whole)
