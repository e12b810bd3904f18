import { type Zippable, strToU8, zipSync } from 'fflate'
import type { CellValue } from './csv.ts'

/** A sheet of an OpenDocument spreadsheet: one table, its head in the first row, from the first cell on. */
export interface OdsSheet {
  /** At most 31 characters, without `[]*?/\:`. */
  name: string
  heads: readonly string[]
  rows: readonly (readonly OdsCell[])[]
}

/**
 * What a cell holds. A number may be given with the text that it is printed as; `decimals` makes it a percentage, whose value
 * is the share: 0.979 for 97.9%.
 */
export type OdsCell = CellValue | { text: string; value: number; decimals?: number }

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet'

/** The type of the file to browsers. */
export const ODS_TYPE = TYPE

/**
 * An OpenDocument spreadsheet (ODF 1.3): a sheet a table, one head row that stays in sight, no merged cell, nothing that is
 * said by colour. Numbers are numbers, texts stay texts whatever they begin with. The same sheets give the same file.
 */
export function odsFile(title: string, sheets: readonly OdsSheet[]): Buffer {
  const files: Zippable = {
    // First and not compressed, so that a program knows the file by its first bytes.
    mimetype: [strToU8(TYPE), { level: 0 }],
    'META-INF/manifest.xml': strToU8(manifest),
    'meta.xml': strToU8(meta(title)),
    'styles.xml': strToU8(styles),
    'settings.xml': strToU8(settings(sheets)),
    'content.xml': strToU8(content(sheets)),
  }
  return Buffer.from(zipSync(files, { mtime: '1980-01-01T12:00:00' }))
}

const NAMES = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"',
  'config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"',
  'meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"',
  'dc="http://purl.org/dc/elements/1.1/"',
]
  .map((name) => `xmlns:${name}`)
  .join(' ')
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

const manifest = `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${TYPE}"/>${['content.xml', 'styles.xml', 'settings.xml', 'meta.xml'].map((path) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`

const meta = (title: string): string =>
  `${HEAD}<office:document-meta ${NAMES} office:version="1.3"><office:meta><meta:generator>Footprint</meta:generator><dc:title>${escaped(title)}</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>`

/** On paper a row stays on one page: landscape, and as small as its width needs. */
const PAGE =
  '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties style:print-orientation="landscape" fo:page-width="29.7cm" fo:page-height="21cm" fo:margin="1.5cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles>'

const styles = `${HEAD}<office:document-styles ${NAMES} office:version="1.3"><office:styles><style:default-style style:family="table-cell"><style:text-properties fo:language="en" fo:country="GB" fo:font-size="11pt" fo:font-family="Arial"/></style:default-style></office:styles>${PAGE}</office:document-styles>`

const item = (name: string, type: string, value: string): string =>
  `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`

/** The first row of each sheet stays in sight. */
const settings = (sheets: readonly OdsSheet[]): string =>
  `${HEAD}<office:document-settings ${NAMES} office:version="1.3"><office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${sheets.map(({ name }) => `<config:config-item-map-entry config:name="${escaped(name)}">${item('VerticalSplitMode', 'short', '2')}${item('VerticalSplitPosition', 'int', '1')}${item('ActiveSplitRange', 'short', '2')}${item('PositionBottom', 'int', '1')}</config:config-item-map-entry>`).join('')}</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings></office:document-settings>`

const NARROWEST = 8
const WIDEST = 60
const WIDTHS = [10, 16, 24, 40, WIDEST]

const textOf = (cell: OdsCell): string => (typeof cell === 'object' && cell !== null ? cell.text : String(cell))

/** The widest text of a column, in steps, so that few styles do for all. */
function widthOf(sheet: OdsSheet, column: number): number {
  const longest = sheet.rows.reduce(
    (most, row) => Math.max(most, textOf(row[column] ?? '').length),
    Math.max(NARROWEST, sheet.heads[column]?.length ?? 0),
  )
  return WIDTHS.find((width) => longest <= width) ?? WIDEST
}

const MOST_DECIMALS = 2

/** Percentages with no, one and two decimals. */
const percentStyles = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => {
  const digits = `<number:number number:decimal-places="${decimals}" number:min-decimal-places="${decimals}" number:min-integer-digits="1"/>`
  return `<number:percentage-style style:name="digits${decimals}">${digits}<number:text>%</number:text></number:percentage-style><style:style style:name="percent${decimals}" style:family="table-cell" style:data-style-name="digits${decimals}"/>`
}).join('')

const content = (sheets: readonly OdsSheet[]): string =>
  `${HEAD}<office:document-content ${NAMES} office:version="1.3"><office:automatic-styles>${WIDTHS.map((width) => `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.2).toFixed(1)}cm"/></style:style>`).join('')}${percentStyles}<style:style style:name="sheet" style:family="table" style:master-page-name="Default"/><style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="wrap" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${sheets.map(table).join('')}</office:spreadsheet></office:body></office:document-content>`

function table(sheet: OdsSheet): string {
  const columns = sheet.heads.map((_, index) => `<table:table-column table:style-name="w${widthOf(sheet, index)}" table:default-cell-style-name="wrap"/>`) // prettier-ignore
  const head = `<table:table-header-rows>${row(sheet.heads, ' table:style-name="head"')}</table:table-header-rows>`
  return `<table:table table:name="${escaped(sheet.name)}" table:style-name="sheet">${columns.join('')}${head}${sheet.rows.map((cells) => row(cells, '')).join('')}</table:table>`
}

const row = (cells: readonly OdsCell[], style: string): string =>
  `<table:table-row>${cells.map((cell) => cellXml(cell, style)).join('')}</table:table-row>`

function cellXml(value: OdsCell, style: string): string {
  if (typeof value === 'object' && value !== null) {
    const { text, value: number, decimals } = value
    const type = decimals === undefined ? 'float' : 'percentage'
    const format = decimals === undefined ? style : ` table:style-name="percent${Math.min(decimals, MOST_DECIMALS)}"`
    return `<table:table-cell${format} office:value-type="${type}" office:value="${number}"><text:p>${escaped(text)}</text:p></table:table-cell>`
  }
  if (value === null || value === '') return `<table:table-cell${style}/>`
  if (typeof value === 'number') {
    return `<table:table-cell${style} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
  }
  const paragraphs = String(value).split('\n').map((line) => `<text:p>${escaped(line)}</text:p>`) // prettier-ignore
  return `<table:table-cell${style} office:value-type="string">${paragraphs.join('')}</table:table-cell>`
}

/** Text made safe to stand in XML. What XML forbids, even escaped, is left out: such a file would not open. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
