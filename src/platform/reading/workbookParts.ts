import { posix } from 'node:path'
import type { SourceFile } from './sourceFile.ts'
import { type CellContext, type SheetCell, textCell } from './workbookCells.ts'
import { NO_WORKBOOK, WorkbookFault, attributeNamed, readPart } from './workbookXml.ts'
import { dateStylesIn } from './workbookDays.ts'

/** A workbook's parts by their paths within it, `xl/workbook.xml`. */
export type Parts = ReadonlyMap<string, SourceFile>

/** What a workbook says of itself before any of its sheets is read. */
export interface WorkbookHead {
  sheets: readonly { name: string; part: SourceFile }[]
  context: CellContext
  /** Whether a cell of a style shows a day or a time, by the style's number. */
  dateStyles: readonly boolean[]
}

const MOST_SHEETS = 200
/** A text for each cell of twenty years of a large service's registers would be as many. */
const MOST_SHARED_TEXTS = 1_000_000

/** Reads everything but the sheets. Throws `WorkbookFault`. */
export async function readHead(parts: Parts): Promise<WorkbookHead> {
  const [top] = (await relationsOf('', parts)).filter(({ type }) => type === 'officeDocument')
  const path = top?.target ?? 'xl/workbook.xml'
  const workbook = parts.get(path)
  if (!workbook) throw new WorkbookFault(NO_WORKBOOK)
  const listed: { name: string; id: string }[] = []
  let is1904 = false
  let isUncalculated = false
  await readPart(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = isTrue(attributes['date1904'])
      else if (name === 'calcPr') isUncalculated = isTrue(attributes['fullCalcOnLoad'])
      else if (name === 'sheet') {
        listed.push({ name: attributes['name'] ?? '', id: attributeNamed(attributes, 'id') ?? '' })
        if (listed.length > MOST_SHEETS) throw new WorkbookFault(`has more than ${MOST_SHEETS} sheets`)
      }
    },
  })
  const relations = await relationsOf(path, parts)
  const sheetById = new Map(relations.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]))
  const partOf = (type: string) => parts.get(relations.find((one) => one.type === type)?.target ?? '')
  return {
    sheets: listed.flatMap(({ name, id }) => {
      const target = sheetById.get(id)
      if (target === undefined) return [] // a chart has a sheet of its own
      const part = parts.get(target)
      if (!part) throw new WorkbookFault(NO_WORKBOOK)
      return [{ name, part }]
    }),
    context: { is1904, isUncalculated, sharedTexts: await sharedTextsIn(partOf('sharedStrings')) },
    dateStyles: await dateStylesIn(partOf('styles')),
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

interface Relation {
  id: string
  /** Its last word: `worksheet`, `styles`. */
  type: string
  /** The path of the part it leads to. */
  target: string
}

/** What a part refers to; the workbook as a whole where the path is ''. */
async function relationsOf(path: string, parts: Parts): Promise<Relation[]> {
  const file = parts.get(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`))
  const found: Relation[] = []
  if (!file) return found
  await readPart(file, {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name !== 'Relationship' || found.length > 2 * MOST_SHEETS) return
      const target = posix.join('/', posix.dirname(path), Target).slice(1)
      found.push({ id: Id, type: posix.basename(Type), target: Target.startsWith('/') ? Target.slice(1) : target })
    },
  })
  return found
}

async function sharedTextsIn(file: SourceFile | undefined): Promise<SheetCell[]> {
  const texts: SheetCell[] = []
  if (!file) return texts
  const reader = new TextReader('si', (text) => {
    texts.push(textCell(text))
    if (texts.length > MOST_SHARED_TEXTS) {
      throw new WorkbookFault(`has more than ${MOST_SHARED_TEXTS.toLocaleString('en-GB')} different texts`)
    }
  })
  await readPart(file, reader)
  return texts
}

/** Reads texts, plain or in parts with formats of their own; how a text is pronounced stands beside it and is no part of it. */
export class TextReader {
  readonly #element: string
  readonly #take: (text: string) => void
  #text = ''
  #isInText = false
  #isBeside = false

  /** `element` holds one text, which is handed to `take` where it ends. */
  constructor(element: string, take: (text: string) => void) {
    this.#element = element
    this.#take = take
  }

  readonly open = (name: string): void => {
    if (name === this.#element) this.#text = ''
    else if (name === 'rPh') this.#isBeside = true
    else if (name === 't') this.#isInText = !this.#isBeside
  }

  readonly text = (text: string): void => {
    if (this.#isInText) this.#text += text
  }

  readonly close = (name: string): void => {
    if (name === this.#element) this.#take(this.#text)
    else if (name === 'rPh') this.#isBeside = false
    else if (name === 't') this.#isInText = false
  }
}
