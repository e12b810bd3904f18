/** The most characters under one heading of a record. */
export const LONGEST_TEXT = 100_000

/** Who reads what is written after a review, in words. The service itself is kept from nothing. */
export const readers = {
  child: 'The child',
  parent: 'A parent',
  carer: 'A carer',
  education: 'School or college',
  health: 'Health',
  other: 'Someone else',
  service: 'The service',
} as const

/** Someone who reads what is written after a review. */
export type Reader = keyof typeof readers

/** Every reader. */
export const allReaders = ['child', 'parent', 'carer', 'education', 'health', 'other', 'service'] as const satisfies readonly Reader[] // prettier-ignore

/** Whether a word names a reader. */
export const isReader = (word: string): word is Reader => allReaders.some((reader) => reader === word)

/** Whether this reader is the child, or the service, to which all is known. */
export const isChildOrService = (reader: Reader): boolean => reader === 'child' || reader === 'service'

/** The readers from whom something may be withheld, as files have them. */
export const withheldCodes = ['CHILD', 'PARENT', 'CARER', 'EDUCATION', 'HEALTH', 'OTHER'] as const

/** One heading of an authority’s records: its key, which files use, and its words. */
export interface Heading {
  key: string
  label: string
}

/** What a record says under one heading. */
export interface Section extends Heading {
  text: string
  /** From whom it is withheld. */
  withheldFrom: readonly Reader[]
  /** Empty where nobody said. */
  whyWithheld: string
}

/** Whether this reader may read the section. */
export const isReadBy = ({ withheldFrom }: Pick<Section, 'withheldFrom'>, reader: Reader): boolean =>
  !withheldFrom.includes(reader)

/** The readers that codes of a file name, in the order of `withheldCodes`. */
export const readersNamed = (codes: readonly string[]): Reader[] => {
  const named = new Set(codes.map((code) => code.trim().toLowerCase()))
  return allReaders.filter((reader) => reader !== 'service' && named.has(reader))
}
