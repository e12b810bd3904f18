import { SaxesParser } from 'saxes'
import { grouped } from '../../kernel/words.ts'
import type { SourceFile } from './sourceFile.ts'
import { CLOSING_BRACKET } from './text.ts'
import { LONGEST_ASIDE, XmlAsides } from './xmlAsides.ts'

/** Why a workbook can't be read, to be read after its name. */
export class WorkbookFault extends Error {}

export const NO_WORKBOOK = 'can’t be read as an Excel workbook: save it again as .xlsx, or each sheet as CSV (UTF-8)'

/** Excel itself writes a dozen. */
const DEEPEST = 50

/** Of a text or of one element's attributes: Excel takes 32,767 characters in a cell. A longer text is refused by its cell. */
const LONGEST_BYTES = 20_000_000

/** Takes what a part of a workbook says. Names are without their prefixes, which each program chooses for itself. */
export interface PartHandlers {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
  /** Whether nothing more of the part is wanted; the rest is unpacked, to be sure that it is whole, and not looked at. */
  isDone?: () => boolean
}

/** Reads one XML part from its start to its end, holding a piece of it at a time. Throws `WorkbookFault` where it is none. */
export async function readPart(file: SourceFile, { open, text, close, isDone }: PartHandlers): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let depth = 0
  parser.on('error', () => {
    throw new WorkbookFault(NO_WORKBOOK)
  })
  parser.on('doctype', () => {
    throw new WorkbookFault('has a document type or entities of its own (DOCTYPE): a workbook has none')
  })
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) throw new WorkbookFault('has elements within elements deeper than any workbook')
    open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    close?.(localName(name))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const asides = new XmlAsides()
  let sinceTag = 0
  for await (const chunk of file.bytes()) {
    if (isDone?.()) continue
    const end = chunk.lastIndexOf(CLOSING_BRACKET)
    sinceTag = end === -1 ? sinceTag + chunk.length : chunk.length - end
    if (sinceTag > LONGEST_BYTES)
      throw new WorkbookFault(`has a text or an element of more than ${LONGEST_BYTES / 1e6} million characters`)
    const piece = decoded(decoder, chunk)
    if (!asides.areShort(piece)) {
      throw new WorkbookFault(`has a comment of more than ${grouped(LONGEST_ASIDE)} characters: no workbook has`)
    }
    parser.write(piece)
  }
  if (!isDone?.()) parser.close()
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw new WorkbookFault(NO_WORKBOOK)
  }
}

const localName = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)

/** An attribute whatever its prefix. */
export const attributeNamed = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  attributes[name] ??
  Object.entries(attributes).find(([key]) => localName(key) === name && key !== `xmlns:${name}`)?.[1]
