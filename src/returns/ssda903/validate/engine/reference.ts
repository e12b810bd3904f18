import type { Day } from './rows.ts'

/** One entry of Ofsted's lists of children's homes and social care providers. A URN may have several. */
export interface Provider {
  /** Placement types it may provide: `K2`. */
  placeTypes: readonly string[]
  /** Placement provider codes it may have: `PR4`. */
  providerCodes: readonly string[]
  /** When its registration ended; `NaN` while it is open. */
  closedOn: Day
  /** In upper case, without spaces; `''` where not known. */
  postcode: string
  /** The code of the local authority it lies in; `''` where not known. */
  authority: string
}

/** Where a postcode lies. Source: the ONS Postcode Directory. */
export interface PostcodePlace {
  /** The code of the upper-tier authority. */
  authority: string
  /** Metres on the national grid. */
  easting: number
  northing: number
}

/** Lists that some rules need and no return carries. What is not given is left out, and its rules are skipped. */
export interface Reference {
  /** By URN. */
  providers?: ReadonlyMap<string, readonly Provider[]>
  /** By postcode in upper case, without spaces. */
  postcodes?: ReadonlyMap<string, PostcodePlace>
}
