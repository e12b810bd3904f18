import type { Section } from '../section.ts'
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
import { priorities } from './priorities.ts'
import { service } from './service.ts'
import { stability } from './stability.ts'
import { timeliness } from './timeliness.ts'
import { whereTheyLive } from './whereTheyLive.ts'
import { whoTheyAre } from './whoTheyAre.ts'

/** The sections of the report, in its order. */
export const sections: readonly Section[] = [
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
  health,
  missing,
  careLeavers,
  priorities,
  aboutTheData,
]

/** What stands after them, under letters. */
export const appendices: readonly Section[] = [definitions, indexOfFigures]

/** The figures that the report is made of: those that a section prints. */
export const reportedFigures: ReadonlySet<string> = new Set(sections.flatMap((section) => section.figures))
