import { FileReport, Problems } from '../../platform/reading/problems.ts'
import { attributeNamed, readPart } from '../../platform/reading/workbookXml.ts'
import { zippedFiles } from '../../platform/reading/zip.ts'
import { Refusal } from '../../platform/refusal.ts'

/** What a file says to its reader, by the end of its name. Throws `Refusal` where it can't be read. */
export async function textOfFile(name: string, bytes: Buffer): Promise<string> {
  if (/\.docx$/i.test(name)) return wordText(name, bytes)
  const text = bytes.toString('utf8')
  return /\.html?$/i.test(name) ? htmlText(text) : text
}

const UNSEEN = /<!--[\s\S]*?-->|<(head|style|script|template|noscript|svg)\b[\s\S]*?<\/\1\s*>/gi
const HIDDEN = /<(\w+)\b[^>]*\s(?:hidden\b|style\s*=\s*["'][^"']*display:\s*none)[^>]*>[\s\S]*?<\/\1\s*>/gi
const LINE_ENDS =
  /<\/?(?:p|div|li|ul|ol|dl|dt|dd|h[1-6]|tr|table|caption|section|main|header|footer|br|td|th)\b[^>]*>/gi
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** The words of a page that its reader sees, a block a line. */
export function htmlText(source: string): string {
  return source
    .replaceAll(UNSEEN, ' ')
    .replaceAll(HIDDEN, ' ')
    .replaceAll(LINE_ENDS, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole
      const point = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
    })
}

const DOCUMENT = 'word/document.xml'
const MOST_BYTES = 20_000_000

async function wordText(name: string, bytes: Buffer): Promise<string> {
  const problems = new Problems()
  const { files, close } = await zippedFiles(bytes, new FileReport(name, problems), {
    whyRefused: (entry) =>
      entry.name === DOCUMENT && entry.unpacked > MOST_BYTES ? 'is longer than any letter' : null,
    isOfInterest: (entry) => entry === DOCUMENT,
  })
  try {
    const [file] = files
    if (!file) throw new Refusal(problems.areAny ? problems.errors : `${name} is no Word document`)
    let text = ''
    let isText = false
    await readPart(file, {
      open: (element, attributes) => {
        if (element === 't') isText = true
        // Where a tab stop is described, `tab` has a place; in a text it has none.
        if (element === 'tab' && attributeNamed(attributes, 'val') === undefined) text += '\t'
        if (element === 'br') text += '\n'
      },
      text: (said) => {
        if (isText) text += said
      },
      close: (element) => {
        if (element === 't') isText = false
        if (element === 'p') text += '\n'
      },
    })
    return text
  } finally {
    close()
  }
}
