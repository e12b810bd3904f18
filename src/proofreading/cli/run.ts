import { asking } from '../../platform/cli/command.ts'
import { checkReportAsked, checkReportFile } from './checkReport.ts'

/** `footprint check-report`. */
export const runCheckReport = () => asking(checkReportAsked, (asked) => checkReportFile(asked))
