import type { CommandLine } from '../../house/command.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { reportingServices } from '../services.ts'
import { report, reportAsked } from './report.ts'

/** `footprint report`. */
export const runReport = ({ open }: CommandLine) =>
  asking(reportAsked, async (asked, context) => {
    const house = await open(context)
    return report(asked, { annualReport: reportingServices(house).annualReport, authorityNamed, today: house.today })
  })
