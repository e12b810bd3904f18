import type { Block } from '../../../documents/block.ts'
import { type Written, numberedSections } from '../../../documents/document.ts'
import { wordsParts } from '../../../documents/words.ts'
import { longDate } from '../../../kernel/dates.ts'
import { isForChild } from '../decisions.ts'
import { type LetterFacts, filledIn } from '../letters/template.ts'
import { letterTemplatesSetting } from '../../settings.ts'
import type { ReviewWritten } from './reviewWritten.ts'

/** How a child is told of a decision: never in the adults’ words. Null where nobody has written it for the child. */
export const toldInLetter = ({ childWords }: { childWords: string | null }): string | null => childWords
/** As easy read has it. */
export const toldInEasyRead = (decision: { childWords: string | null; easyWords: string | null }): string | null =>
  decision.easyWords ?? decision.childWords

function factsOf(written: ReviewWritten, told: typeof toldInEasyRead): LetterFacts {
  const { review, heldOn, decisions, lookedAt, knownAs, iro, issuer } = written
  const words = (list: ReviewWritten['decisions']) => list.filter(isForChild).flatMap((one) => told(one) ?? [])
  return {
    name: knownAs ?? 'you',
    date: longDate(heldOn),
    iro: iro ?? 'Your IRO',
    service: issuer,
    participation: review.participation,
    decisions: words(decisions),
    earlier: lookedAt.filter(isForChild).flatMap((one) => {
      const said = told(one)
      const isSaid = said !== null && one.outcome !== null && one.outcome !== 'NO_LONGER_NEEDED'
      return isSaid ? [{ words: said, isDone: one.outcome === 'DONE' }] : []
    }),
  }
}

/** The words of the letter: as someone has written them, or as the authority’s template has them. */
export const letterText = (written: ReviewWritten): string =>
  written.letters.letter ?? filledIn(letterTemplatesSetting.of(written.settings).letter, factsOf(written, toldInLetter))

/** The words of the easy-read version. */
export const easyReadText = (written: ReviewWritten): string =>
  written.letters.easyRead ??
  filledIn(letterTemplatesSetting.of(written.settings).easyRead, factsOf(written, toldInEasyRead))

/** The letter to the child as a document. */
export const letterDocument = (written: ReviewWritten): Written =>
  asLetter(written, 'Your review', wordsParts(letterText(written)))

/** The easy-read version as a document: a line an idea. */
export const easyReadDocument = (written: ReviewWritten): Written =>
  asLetter(written, 'Your review, in easy words', wordsParts(easyReadText(written)))

function asLetter({ issuer, heldOn }: ReviewWritten, title: string, blocks: readonly Block[]): Written {
  return {
    title,
    subtitle: longDate(heldOn),
    issuer,
    subject: title,
    front: [],
    sections: numberedSections([{ id: 'letter', number: '', title: 'Your letter', blocks }]),
    closing: '',
    isLong: false,
    madeOn: heldOn,
  }
}
