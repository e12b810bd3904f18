import type { World } from '../../children/domain/world.ts'
import { longDate } from '../../kernel/dates.ts'
import type { ChildTable } from '../../oversight/web/childPage.ts'
import { acknowledgementOf } from '../domain/acknowledged.ts'
import { wordsOfSign } from '../domain/kinds.ts'
import type { AnySign } from '../domain/sign.ts'

/** What it means to acknowledge a sign, for people to read. */
export const ACKNOWLEDGING =
  'Each is worked out from the records and goes when it is put right. To acknowledge one says that you have seen it.'

/** Signs with their reasons, and what was said of each. */
export const signsTable = (world: World, signs: readonly AnySign[]): ChildTable => ({
  caption: 'Signs',
  columns: ['Since', 'Sign', 'Why', 'Acknowledged'],
  rows: signs.map((sign) => {
    const said = acknowledgementOf(world, sign)
    return [
      longDate(sign.since),
      wordsOfSign(sign.kind),
      whyWords(sign),
      said ? `${longDate(said.on)}: ${said.word}` : '',
    ]
  }),
  empty: 'There is no sign.',
})

/** The reason of a sign, with what it proposes. */
export const whyWords = ({ why, prompts }: Pick<AnySign, 'why' | 'prompts'>): string =>
  `${why}${prompts === 'challenge' ? ' Consider a challenge.' : ''}`
