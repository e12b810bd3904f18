/** An address with a query of these values; the empty ones are left out, so that addresses stay short. */
export function withQuery(path: string, query: Readonly<Record<string, string | number>>): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== '') given.set(name, String(value))
  }
  return given.size === 0 ? path : `${path}?${given.toString()}`
}

/** The address of a page of ours, as path and query; null for anything else, so that nobody is sent elsewhere in our name. */
export function localAddress(to: string): string | null {
  const HERE = 'http://here.invalid'
  if (!to.startsWith('/') || !URL.canParse(to, HERE)) return null
  const { origin, pathname, search } = new URL(to, HERE)
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}` : null
}
