import type { Rule } from '../../studied.ts'
import { afterReport } from './afterReport.ts'
import { dates } from './dates.ts'
import { datesOfTables } from './datesOfTables.ts'
import { eventsBefore } from './eventsBefore.ts'
import { inQuarter } from './inQuarter.ts'
import { labelledYears } from './labelledYears.ts'
import { lengths } from './lengths.ts'
import { monthSequence } from './monthSequence.ts'
import { orderOfDates } from './orderOfDates.ts'
import { periods } from './periods.ts'
import { placesInYear } from './placesInYear.ts'
import { plansInPast } from './plansInPast.ts'
import { yearOfReport } from './yearOfReport.ts'
import { yearsOutOfPlace } from './yearsOutOfPlace.ts'
import { yearsTold } from './yearsTold.ts'

/** Days, years and periods. */
export const datesRules: readonly Rule[] = [
  afterReport,
  dates,
  datesOfTables,
  eventsBefore,
  inQuarter,
  labelledYears,
  lengths,
  monthSequence,
  orderOfDates,
  periods,
  placesInYear,
  plansInPast,
  yearOfReport,
  yearsOutOfPlace,
  yearsTold,
]
