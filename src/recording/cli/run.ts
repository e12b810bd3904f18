import { type ReportingYear, lastDayToCount } from '../../calendar/reportingYear.ts'
import { worldsOf } from '../../children/services.ts'
import type { CommandLine } from '../../house/command.ts'
import { authorityNamed } from '../../platform/authorities.ts'
import { asking } from '../../platform/cli/command.ts'
import { recordingServices } from '../services.ts'
import { document, documentAsked } from './document.ts'
import { reviews903, reviews903Asked } from './reviews903.ts'

/** `footprint document`. */
export const runDocument = ({ open }: CommandLine) =>
  asking(documentAsked, async (asked, { print, note, ...context }) => {
    const { writtenOf } = recordingServices(await open(context))
    return document(asked, { writtenOf: (authority, ref) => writtenOf(authorityNamed(authority), ref), print, note })
  })

/** `footprint export reviews-903`. */
export const runReviews903 = ({ open }: CommandLine) =>
  asking(reviews903Asked, async (asked, context) => {
    const house = await open(context)
    const worldOf = (authority: string, year: ReportingYear) =>
      worldsOf(house).ofYear(authorityNamed(authority).code, year, lastDayToCount(year, house.today()), null)
    return reviews903(asked, { worldOf })
  })
