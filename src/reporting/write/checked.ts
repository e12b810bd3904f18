import { documentHtml } from '../../documents/write/html/html.ts'
import { checkReport } from '../../proofreading/domain/check.ts'
import type { Finding } from '../../proofreading/domain/finding.ts'
import { html } from '../../proofreading/read/html.ts'
import type { Report } from '../domain/report.ts'

/** What does not hold in the report as its reader sees it, the service's own words included. */
export const checked = (report: Report): Finding[] => checkReport(html(documentHtml(report)))
