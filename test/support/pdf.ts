/** What a PDF says of itself, for tests: read by another program than the one that made it. */
import { extractText, getDocumentProxy } from 'unpdf'
import * as z from 'zod'

/** Something in the structure of a page, as screen readers are told of it. */
interface Structure {
  role?: string | undefined
  alt?: string | undefined
  children?: Structure[] | undefined
}

const structure: z.ZodType<Structure> = z.object({
  role: z.string().optional(),
  alt: z.string().optional(),
  get children() {
    return z.array(structure).optional()
  },
})

const information = z.object({ Title: z.string(), Language: z.string(), Author: z.string() })

export interface ReadPdf {
  title: string
  language: string
  author: string
  isTagged: boolean
  /** The text of each page, in the order in which it is read. */
  pages: readonly string[]
  /** How many there are of each kind of thing: `H1`, `Table`, `TH`. */
  roles: ReadonlyMap<string, number>
  /** What is said of pictures to those who do not see them. */
  alternatives: readonly string[]
}

export async function readPdf(file: Buffer): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(file))
  const { info } = await document.getMetadata()
  const { Title: title, Language: language, Author: author } = information.parse(info)
  const { text: pages } = await extractText(document, { mergePages: false })
  const trees = await Promise.all(
    pages.map(async (_, index) => structure.parse(await (await document.getPage(index + 1)).getStructTree())),
  )
  const all = trees.flatMap(withDescendants)
  return {
    title,
    language,
    author,
    isTagged: z.object({ Marked: z.boolean() }).parse(await document.getMarkInfo()).Marked,
    pages,
    roles: new Map(
      [...Map.groupBy(all, ({ role = '' }) => role)].map(([role, some]): [string, number] => [role, some.length]),
    ),
    alternatives: all.flatMap(({ alt }) => alt ?? []),
  }
}

const withDescendants = (one: Structure): Structure[] => [one, ...(one.children ?? []).flatMap(withDescendants)]
