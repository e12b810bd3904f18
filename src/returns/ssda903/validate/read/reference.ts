import { join } from 'node:path'
import { stat } from 'node:fs/promises'
import { readCsv } from '../../../../platform/reading/csv.ts'
import { FileReport, Problems } from '../../../../platform/reading/problems.ts'
import type { TableLayout } from '../../../../platform/reading/rows.ts'
import { fileAt } from '../../../../platform/reading/sourceFile.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { dayOf } from '../engine/dayOf.ts'
import type { PostcodePlace, Provider, Reference } from '../engine/reference.ts'
import { ColumnMissing } from '../engine/rows.ts'

const otherColumnNames: Readonly<Record<string, string>> = { LA_CODE_INFERRED: 'LA_CODE' }
function columnNamed(heading: string): string {
  const name = heading.trim().toUpperCase().replaceAll(' ', '_')
  return otherColumnNames[name] ?? name
}
const layoutOf = (required: readonly string[], optional: readonly string[] = []): TableLayout => ({
  columns: [
    ...required.map((name) => ({ name, isRequired: true })),
    ...optional.map((name) => ({ name, isRequired: false })),
  ],
  columnNamed,
  longestCell: 500,
})

/**
 * From Ofsted's lists: the placement and provider codes of a provider are parted by commas. A rule that asks for a column
 * which is not there is skipped.
 */
const providersLayout = layoutOf(['URN'], ['PLACE_CODES', 'PROVIDER_CODES', 'REG_END', 'POSTCODE', 'LA_CODE'])
/** Columns of the ONS Postcode Directory, by its names; OSCTY is the county of a two-tier area. */
const postcodesLayout = layoutOf(['PCD', 'LAUA', 'OSCTY', 'OSEAST1M', 'OSNRTH1M'])

/** Counties have codes of this form; in all other areas the district is the upper tier too. */
const COUNTY = /^E10/

/**
 * Reads what is there of `providers.csv` and `postcodes.csv` in a folder; how they are made is in the guide. Throws
 * `Refusal` where neither is there, or one can't be read.
 */
export async function readReference(folder: string): Promise<Reference> {
  const providers = new Map<string, Provider[]>()
  const postcodes = new Map<string, PostcodePlace>()
  const hasProviders = await readFileOf(folder, 'providers.csv', providersLayout, (cell) => {
    const urn = cell('URN').toUpperCase()
    const known = providers.get(urn)
    if (known) known.push(new ListedProvider(cell))
    else providers.set(urn, [new ListedProvider(cell)])
  })
  const hasPostcodes = await readFileOf(folder, 'postcodes.csv', postcodesLayout, (cell) => {
    const [easting, northing] = [cell('OSEAST1M'), cell('OSNRTH1M')].map(Number)
    const authority = COUNTY.test(cell('OSCTY')) ? cell('OSCTY') : cell('LAUA')
    if (!easting || !northing) return
    postcodes.set(compact(cell('PCD')), { authority, easting, northing })
  })
  if (!hasProviders && !hasPostcodes)
    throw new Refusal([{ file: folder, reason: 'has neither providers.csv nor postcodes.csv' }])
  return { ...(hasProviders && { providers }), ...(hasPostcodes && { postcodes }) }
}

/** A line of providers.csv. Asked for a column that the file lacks it throws `ColumnMissing`, as rows of the return do. */
class ListedProvider implements Provider {
  readonly #cell: CellOf
  constructor(cell: CellOf) {
    this.#cell = cell
  }
  get placeTypes(): readonly string[] {
    return codesIn(this.#cell('PLACE_CODES'))
  }
  get providerCodes(): readonly string[] {
    return codesIn(this.#cell('PROVIDER_CODES'))
  }
  get closedOn(): number {
    return dayOf(this.#cell('REG_END'))
  }
  get postcode(): string {
    return compact(this.#cell('POSTCODE'))
  }
  get authority(): string {
    return this.#cell('LA_CODE').toUpperCase()
  }
}

/** A row's cell by column; throws `ColumnMissing` where the file lacks the column. */
type CellOf = (column: string) => string

const codesIn = (cell: string): string[] =>
  compact(cell)
    .split(/[,/]/)
    .filter((code) => code !== '')
const compact = (text: string): string => text.replaceAll(' ', '').toUpperCase()

/** Hands over each row of the file, as a function from column to cell; false where there is no such file. */
async function readFileOf(
  folder: string,
  name: string,
  layout: TableLayout,
  take: (cell: CellOf) => void,
): Promise<boolean> {
  const path = join(folder, name)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return false
  const problems = new Problems()
  const receive = (columns: readonly string[]) => (cells: readonly string[]) => {
    take((column) => {
      const at = columns.indexOf(column)
      if (at === -1) throw new ColumnMissing(`${name} has no column ${column}`)
      return cells[at]?.trim() ?? ''
    })
  }
  await readCsv(fileAt(path, found.size), layout, receive, new FileReport(name, problems), () => undefined)
  if (problems.areAny) {
    const { errors, moreErrors } = problems.refused()
    throw new Refusal(errors, moreErrors)
  }
  return true
}
