import { join } from 'node:path'
import * as z from 'zod'
import { questionThread } from '../../platform/questionThread.ts'
import { sourceFolder } from '../../platform/sources.ts'
import type { SearchHiding } from '../app/ports.ts'
import type { CountedFigure } from '../domain/disclosure/rules.ts'

const names = z.set(z.string())
const answer = z.array(z.object({ hidden: names, bounded: names, untold: names }))

const ask = questionThread(join(sourceFolder, 'reporting/providers/hidingThread.ts'))

/** Searches each year for the fewest numbers to hide, in a thread: a search takes part of a second. */
export const searchHiding: SearchHiding = async (years) =>
  answer.parse(await ask(years.map((values) => values.map(counted))))

const counted = ({ id, unit, value, numerator, denominator, breakdown }: CountedFigure): CountedFigure => ({
  id,
  unit,
  value,
  numerator,
  denominator,
  breakdown: breakdown.map((item) => ({ key: item.key, value: item.value })),
})
