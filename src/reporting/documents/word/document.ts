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
import type { NumberedSection, Report } from '../../domain/report.ts'
import { type Body, blockBody } from './blocks.ts'
import { boldRun } from './run.ts'
import { numbering, styles } from './styles.ts'

const A4 = { width: 11906, height: 16838 }
const MARGIN = 1300

/** The report as a Word document to edit: real headings and tables, charts that stay charts, contents with pages. */
export async function reportWord(report: Report): Promise<Buffer> {
  const line = `${report.title}, ${report.authority.name}`
  const document = new Document({
    title: report.title,
    subject: `${report.authority.name}, ${report.year}`,
    creator: 'Footprint',
    lastModifiedBy: 'Footprint',
    styles,
    numbering,
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: A4, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } },
        },
        headers: { first: new Header({ children: [small('')] }), default: new Header({ children: [small(line)] }) },
        footers: { first: new Footer({ children: [small('')] }), default: new Footer({ children: [pageOfPages()] }) },
        children: [...front(report), ...contents(), ...report.sections.flatMap(sectionBody)],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function front(report: Report): Paragraph[] {
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(report.title)] }),
    new Paragraph({ style: 'Subtitle', children: [new TextRun(report.subtitle)] }),
    ...report.front.map(
      ({ label, text }) =>
        new Paragraph({
          style: 'FrontFact',
          tabStops: [{ type: TabStopType.LEFT, position: 2600 }],
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

const sectionBody = (section: NumberedSection, index: number): Body[] => [
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: index === 0,
    children: [new TextRun(`${section.number}. ${section.title}`)],
  }),
  ...section.blocks.flatMap(blockBody),
]

const small = (text: string): Paragraph => new Paragraph({ style: 'Running', children: [new TextRun(text)] })

const pageOfPages = (): Paragraph =>
  new Paragraph({
    style: 'Running',
    children: [new TextRun({ children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  })
