import * as z from 'zod'
import { type AskThread, ThreadFault, questionThread } from '../../platform/questionThread.ts'
import { Refusal } from '../../platform/refusal.ts'
import { threadFile } from '../../platform/sources.ts'
import type { SearchHiding } from '../app/ports.ts'
import type { CountedFigure } from '../domain/disclosure/rules.ts'

const names = z.set(z.string())
const answer = z.array(z.object({ hidden: names, bounded: names, untold: names }))

/** A search takes part of a second, on a busy machine some: a thread that has said nothing for so long is stuck. */
const LONGEST_SILENCE = 60_000

const ask = questionThread(threadFile('reporting/providers/hidingThread.ts'), LONGEST_SILENCE)

/**
 * Searches each year for the fewest numbers to hide, in a thread: a search takes part of a second. Where a thread fails, as when
 * memory is short, another is asked. Throws `Refusal` where that fails too: numbers that were not searched are never shown,
 * and a report that hid all of them would not be the one that the same figures give tomorrow.
 */
export function searchHidingBy(ask: AskThread): SearchHiding {
  return async (years) => {
    const question = years.map((values) => values.map(counted))
    try {
      return answer.parse(await ask(question).catch(() => ask(question)))
    } catch (error) {
      if (!(error instanceof ThreadFault)) throw error
      const reason = `the small numbers of this edition could not be hidden, so it was not written (${error.message}): try again later. The board’s edition does not need this`
      throw Object.assign(new Refusal(reason), { cause: error })
    }
  }
}

/** Searches in this process's thread. */
export const searchHiding: SearchHiding = searchHidingBy(ask)

const counted = ({ id, unit, value, numerator, denominator, breakdown }: CountedFigure): CountedFigure => ({
  id,
  unit,
  value,
  numerator,
  denominator,
  breakdown: breakdown.map((item) => ({ key: item.key, value: item.value })),
})
