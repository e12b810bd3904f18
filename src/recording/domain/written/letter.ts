import type { Block } from '../../../documents/block.ts'
import { type Look, type Written, numberedSections } from '../../../documents/document.ts'
import { wordsParts } from '../../../documents/words.ts'
import { longDate } from '../../../kernel/dates.ts'
import { letterTemplatesSetting } from '../../settings.ts'
import { isForChild } from '../decisions.ts'
import { picturedLines } from '../letters/linePictures.ts'
import { type Earlier, type LetterFacts, filledIn } from '../letters/template.ts'
import { type Reader, isChildOrService } from '../record.ts'
import { withheldQuoted, withoutQuotes } from '../texts/withheld.ts'
import type { ReviewWritten } from './reviewWritten.ts'

/** How a child is told of a decision: never in the adults’ words. Null where nobody has written it for the child. */
export const toldInLetter = ({ childWords }: { childWords: string | null }): string | null => childWords
/** As easy read has it. */
export const toldInEasyRead = (decision: { childWords: string | null; easyWords: string | null }): string | null =>
  decision.easyWords ?? decision.childWords

/** What the child is told of decisions of earlier reviews that were judged at this one. */
export const earlierTold = ({ lookedAt }: Pick<ReviewWritten, 'lookedAt'>, told: typeof toldInEasyRead): Earlier[] =>
  lookedAt.filter(isForChild).flatMap((decision) => {
    const words = told(decision)
    return words === null || decision.outcome === null ? [] : [{ words, outcome: decision.outcome }]
  })

function factsOf(written: ReviewWritten, told: typeof toldInEasyRead, isOneIdeaALine: boolean): LetterFacts {
  const { review, heldOn, decisions, knownAs, iro, issuer } = written
  const forChild = decisions.filter(isForChild)
  return {
    name: knownAs,
    date: longDate(heldOn),
    iro,
    service: issuer,
    participation: review.participation,
    hasChaired: review.childChaired === true,
    decisions: forChild.flatMap((one) => told(one) ?? []),
    lacksWords: forChild.some((one) => told(one) === null),
    earlier: earlierTold(written, told),
    isOneIdeaALine,
  }
}

/** The words of the letter: as someone has written them, or as the authority’s template has them. */
export const letterText = (written: ReviewWritten): string =>
  written.letters.letter ??
  filledIn(letterTemplatesSetting.of(written.settings).letter, factsOf(written, toldInLetter, false))

/** The words of the easy-read version. */
export const easyReadText = (written: ReviewWritten): string =>
  written.letters.easyRead ??
  filledIn(letterTemplatesSetting.of(written.settings).easyRead, factsOf(written, toldInEasyRead, true))

/** The letter’s own sentences, as the template gives them where there is nothing of this review’s decisions in it. */
export function templateText(written: ReviewWritten, kind: 'letter' | 'easy-read'): string {
  const templates = letterTemplatesSetting.of(written.settings)
  const facts = {
    ...factsOf(written, toldInLetter, kind === 'easy-read'),
    decisions: [],
    earlier: [],
    lacksWords: true,
  }
  return filledIn(kind === 'letter' ? templates.letter : templates.easyRead, facts)
}

/** Whether a reader other than the child must not be given these words, since they quote what is withheld from them. */
export const isKeptFrom = ({ sections }: Pick<ReviewWritten, 'sections'>, words: string, reader: Reader): boolean =>
  !isChildOrService(reader) && withheldQuoted(words, sections, reader).length > 0

// A copy for someone else than the child lacks what is withheld from them, without a word of that.
const textFor = (written: ReviewWritten, text: string, reader: Reader): string =>
  isChildOrService(reader) ? text : withoutQuotes(text, written.sections, reader)

/** The letter to the child as a document. */
export const letterDocument = (written: ReviewWritten, reader: Reader): Written =>
  asLetter(written, { title: 'Your review', blocks: wordsParts(textFor(written, letterText(written), reader)) })

/** The easy-read version as a document: a line an idea, with a picture beside it. */
export const easyReadDocument = (written: ReviewWritten, reader: Reader): Written =>
  asLetter(written, {
    title: 'Your review, in easy words',
    blocks: [picturedLines(textFor(written, easyReadText(written), reader), written.pictures)],
    look: 'easy_read',
  })

function asLetter(
  { issuer, heldOn }: ReviewWritten,
  { title, blocks, look }: { title: string; blocks: readonly Block[]; look?: Look },
): Written {
  return {
    title,
    subtitle: longDate(heldOn),
    issuer,
    subject: title,
    front: [],
    sections: numberedSections([{ id: 'letter', number: '', title: 'Your letter', blocks }]),
    closing: '',
    isLong: false,
    ...(look && { look }),
    madeOn: heldOn,
  }
}
