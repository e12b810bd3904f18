import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Written } from '../../documents/document.ts'
import { type DocumentFile, type DocumentFormat, documentFile, documentFormats } from '../../documents/write/file.ts'
import { documentText } from '../../documents/write/text.ts'
import { listed } from '../../kernel/words.ts'
import { parsedBy } from '../../platform/cli/parsed.ts'
import { UsageError } from '../../platform/cli/command.ts'
import { makeFolders } from '../../platform/folders.ts'
import { Refusal } from '../../platform/refusal.ts'
import { writeWholeFile } from '../../platform/wholeFile.ts'
import { type VersionChecked, checkVersion, isWrong } from '../domain/check.ts'
import { isForChild } from '../domain/decisions.ts'
import { type Reader, allReaders, isReader } from '../domain/record.ts'
import { easyReadText, letterText } from '../domain/written/letter.ts'
import { type ReviewWritten, type WrittenKind, writtenKinds } from '../domain/written/reviewWritten.ts'
import { meantFor, writtenFor } from '../domain/written/written.ts'
import { textOfFile } from '../read/textOfFile.ts'

const listOf = <Name extends string>(names: readonly Name[], option: string) =>
  parsedBy(
    (text) => {
      const asked = text.split(',').map((name) => name.trim())
      const known = names.filter((name) => asked.includes(name))
      return asked.every((name) => names.some((one) => one === name)) ? known : null
    },
    `${option} is one or more of ${names.join(', ')}, with commas between`,
  )

/** What `document` is asked. */
export const documentAsked = z.object({
  authority: z.string(),
  review: z.string(),
  kind: listOf(writtenKinds, '--kind').optional(),
  format: z.string().optional(),
  for: parsedBy((text) => (isReader(text) ? text : null), `--for is one of ${allReaders.join(', ')}`).optional(),
  out: z.string().optional(),
  largePrint: z.boolean().default(false),
  check: z.boolean().default(false),
  in: z.string().optional(),
})

/** What the command is given to work with. */
export interface DocumentDeps {
  /** All that is written after the review. Throws `Refusal` where nothing is. */
  writtenOf: (authority: string, reviewRef: string) => Promise<ReviewWritten>
  /** Writes to standard output at once. */
  print: (text: string) => Promise<void>
  /** Says on standard error what the answer alone does not say. */
  note: (text: string) => void
}

/**
 * `footprint document`: writes what is written after a review into a folder, or checks whether it says what it must. Throws
 * `Refusal`, after the answer is printed, where a version lacks a decision or gives away what is withheld, and where a
 * format can’t show what another can.
 */
export async function document(asked: z.infer<typeof documentAsked>, deps: DocumentDeps): Promise<string> {
  if (asked.check) return checkDocuments(asked, deps)
  if (asked.in !== undefined) throw new UsageError('--in is where --check looks: give --check with it')
  if (asked.out === undefined) throw new UsageError('--out is missing: the folder to write into')
  const formats = asked.format === undefined ? (['html'] as const) : formatsIn(asked.format)
  const written = await deps.writtenOf(asked.authority, asked.review)
  makeFolders(asked.out)
  const paths: string[] = []
  const refused: string[] = []
  for (const kind of asked.kind ?? writtenKinds) {
    const reader = asked.for ?? meantFor[kind]
    const made = writtenFor(written, kind, reader, asked.largePrint ? 'large_print' : undefined)
    noteMissing(written, kind, reader, deps)
    for (const format of formats) {
      const path = join(asked.out, `${fileStem(asked.review, kind, asked.for, asked.largePrint)}.${format}`)
      const file = await fileOf(made, format)
      if ('why' in file) refused.push(`${path}: ${file.why}`)
      else {
        await writeWholeFile(path, file.content, { mode: OWNER_ONLY })
        paths.push(path)
      }
    }
  }
  const answer = paths.map((path) => `${path}\n`).join('')
  if (refused.length === 0) return answer
  await deps.print(answer)
  throw new Refusal(refused.map((reason) => ({ reason })))
}

/** A file, or why its format can’t show what is written: the others can. */
async function fileOf(made: Written, format: DocumentFormat): Promise<DocumentFile | { why: string }> {
  try {
    return await documentFile(made, format)
  } catch (error) {
    if (error instanceof Refusal) return { why: error.reasons.map(({ reason }) => reason).join('; ') }
    throw error
  }
}

// The files are about a child.
const OWNER_ONLY = 0o600

function formatsIn(text: string) {
  const parsed = listOf(documentFormats, '--format').safeParse(text)
  if (!parsed.success) throw new UsageError(parsed.error.issues.map(({ message }) => message).join('\n'))
  return parsed.data
}

/** A reference may hold what no name of a file may. */
const safe = (reviewRef: string): string => reviewRef.replaceAll(/[^\w.-]+/g, '-').replace(/^\.+/, '-')

const fileStem = (reviewRef: string, kind: WrittenKind, reader: Reader | undefined, isLarge: boolean): string =>
  `${safe(reviewRef)}-${kind}${reader === undefined ? '' : `-for-${reader}`}${isLarge ? LARGE : ''}`

const LARGE = '-large-print'

/** A letter that lacks a decision is written all the same, for the person who is to complete it. */
function noteMissing(written: ReviewWritten, kind: WrittenKind, reader: Reader, { note }: DocumentDeps): void {
  const { missing } = checkVersion(written, { kind, reader, texts: [documentText(writtenFor(written, kind, reader))] })
  if (missing.length > 0) note(`${kind}: decision ${listed(missing.map(String))} is missing: it has no words for the child, or they were left out`) // prettier-ignore
}

interface Version {
  name: string
  kind: WrittenKind
  reader: Reader
  texts: string[]
}

async function checkDocuments(
  asked: z.infer<typeof documentAsked>,
  { writtenOf, print }: DocumentDeps,
): Promise<string> {
  if (asked.format !== undefined && asked.format !== 'json') throw new UsageError('--format is json with --check')
  const written = await writtenOf(asked.authority, asked.review)
  const versions =
    asked.in === undefined ? writtenVersions(written, asked.for) : await versionsIn(asked.in, asked.review)
  const checked = versions.map((version) => ({ version, result: checkVersion(written, version) }))
  const forChild = written.decisions.filter(isForChild).map(({ number }) => number)
  const answer = {
    review: written.review.reviewRef,
    decisions: written.decisions.length,
    forChild,
    versions: Object.fromEntries(checked.map(({ version, result }) => [version.name, result])),
  }
  await print(`${JSON.stringify(answer, null, 1)}\n`)
  const wrong = checked.filter(({ result }) => isWrong(result))
  if (wrong.length > 0) throw new Refusal(wrong.flatMap(({ version, result }) => whatIsWrong(version.name, result)))
  return ''
}

const whatIsWrong = (name: string, { missing, quoted }: VersionChecked) => [
  ...(missing.length > 0 ? [{ reason: `${name}: decision ${listed(missing.map(String))} is missing` }] : []),
  ...quoted.map((quote) => ({ reason: `${name} quotes what is withheld from its reader`, value: quote })),
]

/** The words of a letter alone, or of its copy for another reader. */
const lettersText = (written: ReviewWritten, kind: 'letter' | 'easy-read', reader: Reader | undefined): string => {
  if (reader !== undefined && reader !== 'child') return documentText(writtenFor(written, kind, reader))
  return kind === 'letter' ? letterText(written) : easyReadText(written)
}

const writtenVersions = (written: ReviewWritten, reader: Reader | undefined): Version[] => [
  { name: 'letter', kind: 'letter', reader: reader ?? 'child', texts: [lettersText(written, 'letter', reader)] },
  {
    name: 'easy-read',
    kind: 'easy-read',
    reader: reader ?? 'child',
    texts: [lettersText(written, 'easy-read', reader)],
  },
  // Each of the others is written for each reader: none may be given what is withheld from them.
  ...(reader === undefined ? [] : (['decisions', 'record'] as const)).map((kind) => ({
    name: kind,
    kind,
    reader: reader ?? meantFor[kind],
    texts: [documentText(writtenFor(written, kind, reader ?? meantFor[kind]))],
  })),
]

const whoAndHow = [undefined, ...allReaders].flatMap((reader) => [[reader, false] as const, [reader, true] as const])

/** The versions of a review in a folder, each with what its files say. Throws `Refusal` where there is none. */
async function versionsIn(folder: string, reviewRef: string): Promise<Version[]> {
  const names = filesIn(folder)
  const versions: Version[] = []
  for (const kind of writtenKinds) {
    for (const [reader, isLarge] of whoAndHow) {
      const stem = fileStem(reviewRef, kind, reader, isLarge)
      const own = names.filter((name) => /\.(?:html|docx|txt)$/i.test(name) && name.replace(/\.\w+$/, '') === stem)
      if (own.length === 0) continue
      const texts = await Promise.all(own.map((name) => textOfFile(name, readFileSync(join(folder, name)))))
      const name = `${kind}${reader === undefined ? '' : `-for-${reader}`}${isLarge ? LARGE : ''}`
      versions.push({ name, kind, reader: reader ?? meantFor[kind], texts })
    }
  }
  if (versions.length > 0) return versions
  throw new Refusal(
    `${folder} holds no file like ${fileStem(reviewRef, 'letter', undefined, false)}.html: write them first`,
  )
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    throw new Refusal(`${folder} can’t be read: it is no folder, or may not be read`)
  }
}
