import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TableOfContents,
  TextRun,
} from 'docx'
import { type Look, type NumberedSection, type Written, headingOf } from '../../document.ts'
import { type Body, blockBody } from './blocks.ts'
import { boldRun } from './run.ts'
import { lineWidth } from '../printedTable.ts'
import { type DrawnPictures, drawnPictures } from './picture.ts'
import { numbering, stylesFor } from './styles.ts'

const A4 = { width: 11906, height: 16838 }
const MARGIN = 1300

/** The document as a Word file to edit: real headings and tables, charts that stay charts, contents with pages. */
export async function documentWord(written: Written): Promise<Buffer> {
  const { title, subject, issuer, isLong, look } = written
  const drawn = await drawnPictures(written)
  const line = `${title}, ${issuer}`
  const document = new Document({
    title,
    subject,
    creator: 'Footprint',
    lastModifiedBy: 'Footprint',
    styles: stylesFor(look),
    numbering,
    sections: [
      {
        properties: {
          titlePage: isLong,
          page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        headers: { first: new Header({ children: [small('')] }), default: new Header({ children: [small(line)] }) },
        footers: { first: new Footer({ children: [small('')] }), default: new Footer({ children: [pageOfPages()] }) },
        children: [
          ...front(written),
          ...(isLong ? contents() : []),
          ...written.sections.flatMap((section, index) =>
            sectionBody(section, drawn, { isOnNewPage: isLong && index === 0, look }),
          ),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function front(written: Written): Paragraph[] {
  const labels = Math.max(...written.front.map(({ label }) => lineWidth(label, written.look)))
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(written.title)] }),
    new Paragraph({ style: 'Subtitle', children: [new TextRun(written.subtitle)] }),
    ...written.front.map(
      ({ label, text }) =>
        new Paragraph({
          style: 'FrontFact',
          indent: { left: labels, hanging: labels },
          tabStops: [{ type: TabStopType.LEFT, position: labels }],
          children: [boldRun(label), new TextRun({ text: `\t${text}` })],
        }),
    ),
  ]
}

// Word fills in the page numbers when it opens the file. docx can estimate them too, but that takes seconds.
const contents = (): Body[] => [
  new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, children: [new TextRun('Contents')] }),
  new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' }),
]

const sectionBody = (
  section: NumberedSection,
  drawn: DrawnPictures,
  { isOnNewPage, look }: { isOnNewPage: boolean; look: Look | undefined },
): Body[] => [
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: isOnNewPage,
    children: [new TextRun(headingOf(section))],
  }),
  ...section.blocks.flatMap((block) => blockBody(block, drawn, look)),
]

const small = (text: string): Paragraph => new Paragraph({ style: 'Running', children: [new TextRun(text)] })

const pageOfPages = (): Paragraph =>
  new Paragraph({
    style: 'Running',
    children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  })
