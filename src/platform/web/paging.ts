import { counted } from '../../kernel/words.ts'

/** How many lines of a list stand on one page. */
export const PAGE_SIZE = 50

/** One page of a list, with the words and links around it. */
export interface PageOf<Item> {
  items: readonly Item[]
  /** `Showing 51 to 100 of 230 deadlines`. */
  summary: string
  /** What GOV.UK's pagination takes; null where one page holds all. */
  pagination: Pagination | null
}

interface Pagination {
  previous?: { href: string }
  next?: { href: string }
  items: ({ number: number; href: string; current: boolean } | { ellipsis: true })[]
}

/**
 * The page of the list that was asked for, or the last there is. `href` gives the address of a page; `noun` is what is
 * listed, in the singular and, where it is not just an s more, the plural.
 */
export function pageOf<Item>(
  all: readonly Item[],
  asked: number,
  href: (page: number) => string,
  noun: readonly [one: string, many?: string],
): PageOf<Item> {
  const first = firstOfPage(Math.min(asked, pagesOf(all.length)))
  return pageOfPart(all.slice(first, first + PAGE_SIZE), all.length, asked, href, noun)
}

const pagesOf = (total: number): number => Math.max(1, Math.ceil(total / PAGE_SIZE))

/** The place in the whole list, from 0, of the first line of a page. */
export const firstOfPage = (page: number): number => (Math.max(1, page) - 1) * PAGE_SIZE

/** As `pageOf`, where only the page's own items were fetched: `total` is how many the whole list has. */
export function pageOfPart<Item>(
  items: readonly Item[],
  total: number,
  asked: number,
  href: (page: number) => string,
  noun: readonly [one: string, many?: string],
): PageOf<Item> {
  const pages = pagesOf(total)
  const page = Math.min(Math.max(1, asked), pages)
  const first = firstOfPage(page)
  const words = counted(total, ...noun)
  if (pages === 1) return { items, summary: words, pagination: null }
  return {
    items,
    summary: `Showing ${first + 1} to ${first + items.length} of ${words}`,
    pagination: {
      ...(page > 1 && { previous: { href: href(page - 1) } }),
      ...(page < pages && { next: { href: href(page + 1) } }),
      items: pageItems(page, pages, href),
    },
  }
}

/** The first, the last and those around the current page, with an ellipsis for what is left out. */
function pageItems(page: number, pages: number, href: (page: number) => string): Pagination['items'] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages)
  return shown.flatMap((number, index) => {
    const item = { number, href: href(number), current: number === page }
    const before = shown[index - 1]
    return before !== undefined && number - before > 1 ? [{ ellipsis: true as const }, item] : [item]
  })
}
