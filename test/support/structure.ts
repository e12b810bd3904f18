/** What is wrong with how a page is built, which no reader of its words would notice. */

const attributeOf = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null

/** Headings that skip a level, ids that stand twice, and references to ids that are not there; one line each. */
export function structureProblems(html: string): string[] {
  const page = html.replaceAll(/<(script|style|template)\b[^]*?<\/\1>|<!--[^]*?-->/g, '')
  const tags = page.match(/<[a-z][^<>]*>/gi) ?? []
  const ids = tags.flatMap((tag) => attributeOf(tag, 'id') ?? [])
  const known = new Set(ids)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} stands twice`)
  const lost = tags.flatMap((tag) =>
    ['for', 'aria-labelledby', 'aria-describedby'].flatMap((name) =>
      (attributeOf(tag, name) ?? '')
        .split(/\s+/)
        .filter((id) => id !== '' && !known.has(id))
        .map((id) => `${name} names ${id}, which is not there`),
    ),
  )
  const levels = tags.flatMap((tag) => /^<h([1-6])[\s>]/i.exec(tag)?.[1] ?? []).map(Number)
  const skipped = levels.flatMap((level, index) => {
    // What is wrong with a form stands above the page's own heading.
    const before = levels[index - 1] ?? 1
    return level > before + 1 ? [`a heading of level ${level} follows one of level ${before}`] : []
  })
  return [...twice, ...lost, ...skipped]
}
