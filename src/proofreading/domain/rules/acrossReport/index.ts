import type { Rule } from '../../studied.ts'
import { contradictions } from './contradictions.ts'
import { copies } from './copies.ts'
import { derived } from './derived.ts'
import { directionsTwice } from './directionsTwice.ts'
import { partsAreWhole } from './partsAreWhole.ts'
import { saidOfThisYear } from './saidOfThisYear.ts'
import { sameThing } from './sameThing.ts'
import { thingsTogether } from './thingsTogether.ts'
import { toldBefore } from './toldBefore.ts'
import { toldTwice } from './toldTwice.ts'
import { wholesNamed } from './wholesNamed.ts'

/** One thing told at two places of a report. */
export const acrossReportRules: readonly Rule[] = [
  contradictions,
  copies,
  derived,
  directionsTwice,
  partsAreWhole,
  saidOfThisYear,
  sameThing,
  thingsTogether,
  toldBefore,
  toldTwice,
  wholesNamed,
]
