import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import nunjucks from 'nunjucks'
import { sourceFolder } from '../../../platform/sources.ts'
import { type NumberedBlock, type Written, headingOf } from '../../document.ts'
import { chartSvg } from '../charts.ts'
import { pictureOnPage } from '../../pictures.ts'
import { wordsParts } from '../../words.ts'

const stylesheet = (path: string): string => readFileSync(join(sourceFolder, path), 'utf8')

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(sourceFolder), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
})

/** The document as one HTML file that needs no other: styles and charts are inside, and there is no script. */
export function documentHtml(document: Written): string {
  return environment.render('documents/write/html/document.njk', {
    document: documentView(document),
    styles: [stylesheet('charts/charts.css'), stylesheet('documents/write/html/document.css')].join('\n'),
  })
}

/** What `blocks.njk` prints: the document with its charts drawn and people's own words in paragraphs. */
export function documentView<Document extends Pick<Written, 'sections'>>(document: Document) {
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      heading: headingOf(section),
      blocks: section.blocks.map(blockView),
    })),
  }
}

function blockView(block: NumberedBlock) {
  switch (block.kind) {
    case 'chart':
      return { ...block, svg: chartSvg(block) }
    case 'pictured':
      return {
        ...block,
        lines: block.lines.map(({ text, picture }) => ({ text, svg: picture && pictureOnPage(picture) })),
      }
    case 'own_words':
      return { ...block, parts: block.text === null ? [] : wordsParts(block.text) }
    default:
      return block
  }
}
