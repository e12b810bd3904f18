import { type ZipEntry, zipOf } from './zip.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The XML of a workbook's parts; what is left out is as plain as can be. */
export interface WorkbookXml {
  /** What stands in `<sheetData>`. */
  rows?: string
  sheetName?: string
  /** What stands before `<sheetData>`. */
  beforeRows?: string
  styles?: string
  sharedTexts?: string
  /** What stands in `<workbook>` before the sheets. */
  properties?: string
  /** Parts beside those that a workbook needs, or in place of one of its name. */
  more?: readonly ZipEntry[]
}

/** A workbook of one sheet, written part by part so that it may also say what no honest program would. */
export function workbookOf(xml: WorkbookXml): Buffer {
  const {
    rows = '',
    sheetName = 'books',
    beforeRows = '',
    styles = '',
    sharedTexts = '',
    properties = '',
    more = [],
  } = xml
  const parts: readonly ZipEntry[] = [
    { name: '_rels/.rels', data: relations([['officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="${OFFICE}">${properties}<sheets><sheet name="${sheetName}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations([
        ['worksheet', 'worksheets/one.xml'],
        ['styles', 'styles.xml'],
        ['sharedStrings', '/xl/texts.xml'],
      ]),
    },
    { name: 'xl/styles.xml', data: `<styleSheet>${styles}</styleSheet>` },
    { name: 'xl/texts.xml', data: `<sst>${sharedTexts}</sst>` },
    { name: 'xl/worksheets/one.xml', data: `<worksheet>${beforeRows}<sheetData>${rows}</sheetData></worksheet>` },
  ]
  return zipOf([...parts.filter(({ name }) => !more.some((one) => one.name === name)), ...more])
}

/** A row of texts. */
export const textRow = (...texts: readonly string[]): string =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`

const relations = (targets: readonly (readonly [string, string])[]): string =>
  `<Relationships>${targets
    .map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`
