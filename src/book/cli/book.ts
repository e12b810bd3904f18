import { join } from 'node:path'
import * as z from 'zod'
import type { PlainDate } from '../../kernel/dates.ts'
import { momentAsked } from '../../overview/cli/asked.ts'
import { parsedBy } from '../../platform/cli/parsed.ts'
import { makeFolders } from '../../platform/folders.ts'
import { writeWholeFile } from '../../platform/wholeFile.ts'
import { type PerformanceBook, divisionsThereAre } from '../app/performanceBook.ts'
import { parseMonth } from '../domain/windows.ts'
import { bookFile, bookFormats } from '../write/files.ts'

/** Several of these names, with commas between. */
const severalOf = <Name extends string>(option: string, names: readonly Name[]) =>
  parsedBy(
    (text) => {
      const asked = text.split(',').map((name) => name.trim())
      const chosen = names.filter((name) => asked.includes(name))
      return asked.every((name) => names.some((one) => one === name)) ? chosen : null
    },
    `${option} is one or more of ${names.join(', ')}, with commas between`,
  )

/** What `book` is asked. */
export const bookAsked = z.object({
  authority: z.string(),
  month: parsedBy(parseMonth, '--month is a month like 2023-03'),
  out: z.string(),
  by: severalOf('--by', divisionsThereAre).default([...divisionsThereAre]),
  format: severalOf('--format', bookFormats).default(['html', 'xlsx']),
  knownAt: momentAsked.optional(),
})

/** What the command is given to work with. */
export interface BookDeps {
  performanceBook: PerformanceBook
  /** Throws `Refusal` for an authority that is not known. */
  authorityNamed: (codeOrName: string) => { code: string; name: string }
  today: () => PlainDate
}

/** `footprint book`: writes a month's performance book into a folder and says which files it wrote. */
export async function book(asked: z.infer<typeof bookAsked>, deps: BookDeps): Promise<string> {
  const written = await deps.performanceBook({
    authority: deps.authorityNamed(asked.authority),
    month: asked.month,
    knownAt: asked.knownAt ?? null,
    by: asked.by,
    onlyOfficer: null,
  })
  makeFolders(asked.out)
  const paths: string[] = []
  for (const format of asked.format) {
    const file = await bookFile(written, format, deps.today())
    const path = join(asked.out, file.name)
    await writeWholeFile(path, file.content)
    paths.push(path)
  }
  return paths.map((path) => `${path}\n`).join('')
}
