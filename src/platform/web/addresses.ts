/** An address with a query of these values; the empty ones are left out, so that addresses stay short. */
export function withQuery(path: string, query: Readonly<Record<string, string | number>>): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== '') given.set(name, String(value))
  }
  return given.size === 0 ? path : `${path}?${given.toString()}`
}
