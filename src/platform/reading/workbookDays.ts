import type { SourceFile } from './sourceFile.ts'
import { WorkbookFault, readPart } from './workbookXml.ts'

/** Excel has no more of them. */
const MOST_STYLES = 65_536

/** Which styles of a workbook show days. */
export async function dateStylesIn(file: SourceFile | undefined): Promise<boolean[]> {
  const styles: boolean[] = []
  if (!file) return styles
  const formats = new Map<number, boolean>()
  let isInStyles = false
  const bound = (count: number) => {
    if (count > MOST_STYLES) {
      throw new WorkbookFault(`has more than ${MOST_STYLES.toLocaleString('en-GB')} styles: no workbook does`)
    }
  }
  await readPart(file, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        formats.set(Number(attributes['numFmtId']), showsDay(attributes['formatCode'] ?? ''))
        bound(formats.size)
      } else if (name === 'cellXfs') isInStyles = true
      else if (name === 'xf' && isInStyles) {
        const id = Number(attributes['numFmtId'] ?? 0)
        styles.push(formats.get(id) ?? isBuiltInDay(id))
        bound(styles.length)
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isInStyles = false
    },
  })
  return styles
}

/** The formats of days and times that every workbook has without saying so. Source: ECMA-376 part 1, 18.8.30. */
const builtInDays: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
]

const isBuiltInDay = (id: number): boolean => builtInDays.some(([first, last]) => id >= first && id <= last)

/** Excel takes no longer format. */
const LONGEST_FORMAT = 255
/** What in a format is shown as it is, or is a colour, a condition or a language. */
const ASIDE = /"[^"]*"|\\.|[_*]./g
const BRACKETS = /\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi

const showsDay = (format: string): boolean =>
  /[ymdhsb]/i.test(format.slice(0, LONGEST_FORMAT).replaceAll(ASIDE, '').replaceAll(BRACKETS, ''))
