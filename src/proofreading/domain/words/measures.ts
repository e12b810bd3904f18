import type { Measure } from './measure.ts'
import { measuresOfChildren } from './measuresOfChildren.ts'
import { measuresOfService } from './measuresOfService.ts'

/** The measures. The words are those of published reports. */
export const measures: readonly Measure[] = [...measuresOfChildren, ...measuresOfService]
