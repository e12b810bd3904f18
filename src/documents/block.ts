import type { Picture } from './pictures.ts'

/** Where a printed number comes from, so that it can be followed back to its figure. */
export interface NumberSource {
  /** The reporting year whose figure it is: `2022-23`. */
  year: string
  figure: string
  /** The key of the breakdown; null for the figure itself. */
  key: string | null
  /**
   * `value`, `numerator` and `denominator` are the figure's own; `parts` is `numerator of denominator`; `rest` is the
   * denominator less the numerator; `share` is the key's share of the figure; `change` is the difference from the year
   * before.
   */
  part: 'value' | 'numerator' | 'denominator' | 'parts' | 'rest' | 'share' | 'change'
}

/** A cell as it is printed. */
export interface Cell {
  text: string
  /** Whether it stands with numbers: to the right. */
  isNumber: boolean
  /** Null for words, and for numbers counted from records rather than figures. */
  from: NumberSource | null
  /** Whether it rests on so few that it is shown pale. */
  isFew?: boolean
}

export interface Row {
  heading: string
  cells: readonly Cell[]
  isTotal: boolean
}

export interface Table {
  kind: 'table'
  /** Names the period and the cohort. */
  caption: string
  /** The first heads the row headings. */
  headings: readonly string[]
  rows: readonly Row[]
  notes: readonly string[]
}

export interface ChartBlock {
  kind: 'chart'
  /**
   * `control`: the first series by month, and between which lines it would move by chance. `people`: ten people in a row for each
   * percentage of the first series.
   */
  shape: 'bars' | 'stacked_columns' | 'control' | 'people'
  title: string
  /** What the picture shows, in words. */
  description: string
  categoryHeading: string
  categories: readonly string[]
  series: readonly { label: string; values: readonly (number | null)[] }[]
  unit: 'count' | 'percent'
  /** How a value that is not there is written; `not known` unless said otherwise. */
  missing?: string
}

/** One number of the first page. */
export interface KeyFigure {
  label: string
  value: Cell
  /** `184 of 188`, or nothing. */
  parts: string
  /** Last year's value and the difference, or nothing. */
  comparison: string
}

/** A place for what only people can say; without words yet, what they should say. */
export interface OwnWords {
  kind: 'own_words'
  /** The id of the section whose words they are. */
  section: string
  /** As a list means them: see `wordsParts`. */
  text: string | null
  prompt: string
  /** Whose words they are, in a sentence: `the service`. */
  writer: string
}

/** Lines of an easy-read text: an idea each, with a picture to its left or none. */
export interface PicturedLines {
  kind: 'pictured'
  lines: readonly { text: string; picture: Picture | null }[]
}

/** All that a section can be made of. A writer of a format knows these and nothing else; a section knows no format. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | PicturedLines
  | { kind: 'terms'; heading: string | null; terms: readonly { term: string; text: string }[] }
  | { kind: 'key_figures'; figures: readonly KeyFigure[] }
  | Table
  | ChartBlock
  | OwnWords
