import type { Check } from '../../engine/rule.ts'
import type { Day, Row } from '../../engine/rows.ts'
import { eachChild } from '../../engine/checks.ts'

/** Episodes that follow each other without a gap. */
interface Spell {
  episodes: Row<'Episodes'>[]
  from: Day
  to: Day
}

/**
 * Every episode of a spell that lasts longer than `days`. A spell is episodes of which `belongs` says yes, each
 * starting on the day the one before it ended; an episode without a readable end runs to the collection's last day.
 */
export function spellLongerThan(days: number, belongs: (episode: Row<'Episodes'>) => boolean): Check {
  return eachChild((child, fail, data) => {
    for (const spell of spellsOf(child.Episodes, belongs, data.lastDay)) {
      if (spell.to - spell.from > days) spell.episodes.forEach(fail)
    }
  })
}

function spellsOf(
  episodes: readonly Row<'Episodes'>[],
  belongs: (episode: Row<'Episodes'>) => boolean,
  lastDay: Day,
): Spell[] {
  const spells: Spell[] = []
  let current: Spell | undefined
  for (const episode of episodes) {
    const end = Number.isNaN(episode.DEC) ? lastDay : episode.DEC
    if (!belongs(episode)) {
      current = undefined
    } else if (current?.to === episode.DECOM) {
      current.episodes.push(episode)
      current.to = end
    } else {
      current = { episodes: [episode], from: episode.DECOM, to: end }
      spells.push(current)
    }
  }
  return spells
}
