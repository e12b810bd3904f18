import { ImageRun, Paragraph, TextRun } from 'docx'
import type { PicturedLines } from '../../block.ts'
import type { Written } from '../../document.ts'
import type { Picture } from '../../pictures.ts'

/** The pictures of a document as PNG, by their SVG: Word shows an SVG only in its newer versions. */
export type DrawnPictures = ReadonlyMap<string, Buffer>

/** Pixels a side: sharp in print at the size at which it stands. */
const DRAWN = 288
/** How large a picture stands on the page. Unit: pixels of 1/96 inch. */
const SHOWN = 64
/** Where the words begin beside a picture. Unit: twentieths of a point. */
const INDENT = 1300

/** Draws each picture of a document once. */
export async function drawnPictures({ sections }: Pick<Written, 'sections'>): Promise<DrawnPictures> {
  const pictures = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'pictured' ? block.lines.flatMap(({ picture }) => picture?.svg ?? []) : [])),
  ) // prettier-ignore
  if (pictures.length === 0) return new Map()
  const { default: sharp } = await import('sharp')
  const drawn = await Promise.all(
    [...new Set(pictures)].map(async (svg) => {
      // The SVG is 72 pixels wide at 72 to the inch.
      const png = await sharp(Buffer.from(svg), { density: DRAWN }).resize(DRAWN, DRAWN).png().toBuffer()
      return [svg, png] as const
    }),
  )
  return new Map(drawn)
}

/** Lines of an easy-read text: each a paragraph, with its picture to the left. */
export const picturedParagraphs = ({ lines }: PicturedLines, drawn: DrawnPictures): Paragraph[] =>
  lines.map(
    ({ text, picture }) =>
      new Paragraph({
        keepLines: true,
        indent: { left: INDENT, hanging: INDENT },
        spacing: { after: 360 },
        tabStops: [{ type: 'left', position: INDENT }],
        children: [...pictureRun(picture, drawn), new TextRun({ text: `\t${text}` })],
      }),
  )

function pictureRun(picture: Picture | null, drawn: DrawnPictures): ImageRun[] {
  const data = picture && drawn.get(picture.svg)
  if (!picture || !data) return []
  const altText = { name: picture.alt, title: picture.alt, description: picture.alt }
  return [new ImageRun({ type: 'png', data, transformation: { width: SHOWN, height: SHOWN }, altText })]
}
