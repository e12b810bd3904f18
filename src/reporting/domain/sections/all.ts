import type { ReportPart } from '../../../house/reportPart.ts'
import { inPlace } from '../../../kernel/inPlace.ts'
import type { Section } from '../section.ts'
import { nationalCollection } from './nationalCollection.ts'
import { furtherFigures, sectionOf } from './ofFigures.ts'
import { ownSections } from './ownWords.ts'
import { aboutTheData } from './aboutTheData.ts'
import { aroundTheReview } from './aroundTheReview.ts'
import { atAGlance } from './atAGlance.ts'
import { careLeavers } from './careLeavers.ts'
import { comingAndGoing } from './comingAndGoing.ts'
import { definitions } from './definitions.ts'
import { health } from './health.ts'
import { howToRead } from './howToRead.ts'
import { indexOfFigures } from './indexOfFigures.ts'
import { missing } from './missing.ts'
import { participation } from './participation.ts'
import { permanence } from './permanence.ts'
import { priorities } from './priorities.ts'
import { rivalDefinitions } from './rivalDefinitions.ts'
import { service } from './service.ts'
import { stability } from './stability.ts'
import { timeliness } from './timeliness.ts'
import { whereTheyLive } from './whereTheyLive.ts'
import { whoTheyAre } from './whoTheyAre.ts'

/** The sections that are written here. */
const ownSectionsOfReport: readonly Section[] = [
  atAGlance,
  howToRead,
  service,
  comingAndGoing,
  whoTheyAre,
  whereTheyLive,
  stability,
  timeliness,
  participation,
  aroundTheReview,
  permanence,
  health,
  missing,
  careLeavers,
  ...ownSections,
  priorities,
  rivalDefinitions,
  aboutTheData,
]

/**
 * The sections of the report with those that rooms hand over, in the order that published reports share; before what only
 * people can say, every figure that no other section prints. Throws where two have one id: words would be kept under both.
 */
export function sectionsOf(parts: readonly ReportPart[]): readonly Section[] {
  const written = [...ownSectionsOfReport, ...parts.map(sectionOf)]
  const printed = new Set(written.flatMap(({ figures }) => figures))
  const all = inPlace([...written, furtherFigures(printed)])
  const ids = all.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`two sections of the report are called ${twice}`)
  return all
}

/** The sections of a report to which no room adds. */
export const sections: readonly Section[] = sectionsOf([])

/** What stands after them, under letters. */
export const appendices: readonly Section[] = [nationalCollection, definitions, indexOfFigures]

/** The figures that the sections written here print. */
export const reportedFigures: ReadonlySet<string> = new Set(sections.flatMap((section) => section.figures))
