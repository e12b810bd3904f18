import { join } from 'node:path'
import { stat } from 'node:fs/promises'
import { readCsv } from '../../../../platform/reading/csv.ts'
import { FileReport, Problems } from '../../../../platform/reading/problems.ts'
import type { TableLayout } from '../../../../platform/reading/rows.ts'
import { fileAt } from '../../../../platform/reading/sourceFile.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { dayOf } from '../engine/dayOf.ts'
import type { PostcodePlace, Provider, Reference } from '../engine/reference.ts'

const upperCased = (heading: string): string => heading.trim().toUpperCase().replaceAll(' ', '_')
const layoutOf = (...columns: string[]): TableLayout => ({
  columns: columns.map((name) => ({ name, isRequired: true })),
  columnNamed: upperCased,
  longestCell: 500,
})

/** From Ofsted's lists: the placement and provider codes of a provider are parted by commas. */
const providersLayout = layoutOf('URN', 'PLACE_CODES', 'PROVIDER_CODES', 'REG_END', 'POSTCODE', 'LA_CODE')
/** Columns of the ONS Postcode Directory, by its names; OSCTY is the county of a two-tier area. */
const postcodesLayout = layoutOf('PCD', 'LAUA', 'OSCTY', 'OSEAST1M', 'OSNRTH1M')

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
    const provider: Provider = {
      placeTypes: codesIn(cell('PLACE_CODES')),
      providerCodes: codesIn(cell('PROVIDER_CODES')),
      closedOn: dayOf(cell('REG_END')),
      postcode: compact(cell('POSTCODE')),
      authority: cell('LA_CODE'),
    }
    const known = providers.get(cell('URN'))
    if (known) known.push(provider)
    else providers.set(cell('URN'), [provider])
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
  take: (cell: (column: string) => string) => void,
): Promise<boolean> {
  const path = join(folder, name)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return false
  const problems = new Problems()
  const receive = (columns: readonly string[]) => (cells: readonly string[]) => {
    take((column) => cells[columns.indexOf(column)]?.trim() ?? '')
  }
  await readCsv(fileAt(path, found.size), layout, receive, new FileReport(name, problems), () => undefined)
  if (problems.areAny) {
    const { errors, moreErrors } = problems.refused()
    throw new Refusal(errors, moreErrors)
  }
  return true
}
