import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import nunjucks from 'nunjucks'
import { sourceFolder } from '../../platform/sources.ts'
import type { NumberedBlock, Report } from '../domain/report.ts'
import { chartSvg } from './charts.ts'
import { wordsParts } from './ownWords.ts'

const stylesheet = (path: string): string => readFileSync(join(sourceFolder, path), 'utf8')

const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(sourceFolder), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
})

/** The report as one HTML file that needs no other: styles and charts are inside, and there is no script. */
export function reportHtml(report: Report): string {
  return environment.render('reporting/documents/report.njk', {
    report: reportView(report),
    styles: [stylesheet('charts/charts.css'), stylesheet('reporting/documents/report.css')].join('\n'),
  })
}

/** What `blocks.njk` prints: the report with its charts drawn and the service's words in paragraphs. */
export function reportView(report: Report) {
  return {
    ...report,
    sections: report.sections.map((section) => ({ ...section, blocks: section.blocks.map(blockView) })),
  }
}

function blockView(block: NumberedBlock) {
  switch (block.kind) {
    case 'chart':
      return { ...block, svg: chartSvg(block) }
    case 'own_words':
      return { ...block, parts: block.text === null ? [] : wordsParts(block.text) }
    default:
      return block
  }
}
