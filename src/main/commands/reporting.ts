import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { report, reportAsked } from '../../reporting/cli/report.ts'
import { openServices, today } from '../services.ts'

export const runReport = asking(reportAsked, async (asked, context) => {
  const { annualReport } = await openServices(context)
  return report(asked, { annualReport, authorityNamed, today })
})
