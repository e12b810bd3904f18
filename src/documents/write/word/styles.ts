import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx'
import type { Look } from '../../document.ts'

/** The blue of headings and of this year's bars. */
export const BLUE = '12436D'
const SECONDARY = '3D4144'
const PURPLE = '5B4A9C'
const FONT = 'Arial'

// LibreOffice takes a line height without a rule as exact, and cuts charts and large letters.
const SINGLE_AND_A_BIT = { line: 276, lineRule: LineRuleType.AUTO }

/** The list format of every bulleted list. */
export const BULLETS = 'bullets'

/** The smallest size of words by look. Unit: half points, as all sizes here. */
const SMALLEST: Readonly<Record<Look, number>> = { easy_read: 32, large_print: 36 }
/** How much larger than the words beside them headings are at least. */
const HEADINGS_LARGER = 4

const heading = (size: number, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color: BLUE },
  paragraph: { spacing: { before, after }, keepNext: true },
})

const basedOnNormal = (id: string, name: string) => ({ id, name, basedOn: 'Normal', quickFormat: true })

/** Sizes are in half points, spaces in twentieths of a point: Word's own units. */
export function stylesFor(look: Look | undefined): IStylesOptions {
  const smallest = look === undefined ? 0 : SMALLEST[look]
  return styles(
    (size) => Math.max(size, smallest),
    (size) => Math.max(size, smallest + HEADINGS_LARGER),
  )
}

const styles = (words: (size: number) => number, headings: (size: number) => number): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: words(22), language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 140, ...SINGLE_AND_A_BIT } },
    },
    title: {
      run: { font: FONT, size: headings(56), bold: true, color: BLUE },
      paragraph: { spacing: { before: 2400, after: 120 } },
    },
    heading1: heading(headings(32), 480, 160),
    heading2: heading(headings(26), 300, 120),
    heading3: heading(headings(22), 240, 100),
  },
  paragraphStyles: [
    { ...basedOnNormal('Subtitle', 'Subtitle'), run: { size: headings(32) }, paragraph: { spacing: { after: 480 } } },
    {
      ...basedOnNormal('FrontFact', 'Front fact'),
      paragraph: { spacing: { after: 100 } },
    },
    { ...basedOnNormal('ContentsHeading', 'Contents heading'), run: { size: headings(32), bold: true, color: BLUE } },
    {
      ...basedOnNormal('Caption', 'caption'),
      run: { size: words(20), bold: true },
      paragraph: { keepNext: true, spacing: { before: 240, after: 80 } },
    },
    {
      ...basedOnNormal('TableText', 'Table text'),
      run: { size: words(19) },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      ...basedOnNormal('Note', 'Note'),
      run: { size: words(18), color: SECONDARY },
      paragraph: { spacing: { before: 60, after: 200 } },
    },
    {
      ...basedOnNormal('Term', 'Term'),
      run: { size: words(19) },
      paragraph: { spacing: { after: 80, line: 250, lineRule: LineRuleType.AUTO } },
    },
    {
      ...basedOnNormal('Prompt', 'To be written'),
      paragraph: {
        spacing: { before: 240, after: 240 },
        border: Object.fromEntries(
          ['top', 'bottom', 'left', 'right'].map((side) => [
            side,
            { style: BorderStyle.DASHED, color: PURPLE, size: 8, space: 6 },
          ]),
        ),
        indent: { left: 120, right: 120 },
      },
    },
    {
      ...basedOnNormal('Running', 'Running line'),
      run: { size: words(17), color: SECONDARY },
      paragraph: { spacing: { after: 0 } },
    },
  ],
})

export const numbering: INumberingOptions = {
  config: [
    {
      reference: BULLETS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 560, hanging: 280 }, spacing: { after: 60 } } },
        },
      ],
    },
  ],
}
