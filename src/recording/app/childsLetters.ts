import type { World } from '../../children/domain/world.ts'
import type { Block } from '../../documents/block.ts'
import type { DocumentStore, Issue } from '../../documents/app/ports.ts'
import { type NumberedSection, numberedSections } from '../../documents/document.ts'
import { wordsParts } from '../../documents/words.ts'
import { type PlainDate, compareDates, isOnOrBefore } from '../../kernel/dates.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import { EASY_READ_KIND, LETTER_KIND, TRANSLATION_KIND } from '../domain/kinds.ts'
import type { LanguageCode } from '../domain/languages.ts'
import { picturedLines } from '../domain/letters/linePictures.ts'
import { ownPictureKind, ownPictures } from '../domain/ownPictures.ts'
import { type Translation, translationIn } from '../domain/written/translation.ts'

/** What a child was written after a review: the letter, and the same in easy read; null where there is none. */
export interface ChildsLetter {
  reviewRef: string
  heldOn: PlainDate
  letter: readonly NumberedSection[] | null
  easyRead: readonly NumberedSection[] | null
  /** The letter in another language. */
  translation: { language: LanguageCode; madeBy: Translation['madeBy']; sections: readonly NumberedSection[] } | null
}

/** More would be too long a page: the letters before these are with the service. */
const MOST_LETTERS = 10

/**
 * The letters that were approved for a child, the latest review first: what has not been approved has not left. The page
 * that asks has seen to it that it is the child who reads them.
 */
export async function lettersOfChild(
  documents: Pick<DocumentStore, 'issues' | 'latestOfKind'>,
  authority: string,
  world: World,
  child: string,
): Promise<ChildsLetter[]> {
  const held = registerReviewsOf(world, child)
    .flatMap(({ reviewRef, status, heldOn }) =>
      status === 'HELD' && heldOn && isOnOrBefore(heldOn, world.asAt) ? [{ reviewRef, heldOn }] : [],
    )
    .toSorted((a, b) => compareDates(b.heldOn, a.heldOn))
    .slice(0, MOST_LETTERS)
  const own = ownPictures(await documents.latestOfKind(authority, ownPictureKind.name))
  const letters = await Promise.all(
    held.map(async ({ reviewRef, heldOn }) => {
      const [[letter], [easyRead], [translated]] = await Promise.all([
        documents.issues(authority, { kind: LETTER_KIND, ref: reviewRef }),
        documents.issues(authority, { kind: EASY_READ_KIND, ref: reviewRef }),
        documents.issues(authority, { kind: TRANSLATION_KIND, ref: reviewRef }),
      ])
      const said = translated ? translationIn(translated.content) : null
      return {
        reviewRef,
        heldOn,
        letter: letter ? sectionsWith(reviewRef, wordsParts(wordsOf(letter))) : null,
        easyRead: easyRead ? sectionsWith(`${reviewRef} easy`, [picturedLines(wordsOf(easyRead), own)]) : null,
        translation: said && { ...said, sections: sectionsWith(`${reviewRef} translated`, wordsParts(said.words)) },
      }
    }),
  )
  return letters.filter(({ letter, easyRead, translation }) => (letter ?? easyRead ?? translation) !== null)
}

const wordsOf = ({ content }: Issue): string =>
  content.parts.flatMap(({ fields }) => fields.map(({ text }) => text)).join('\n\n')

const sectionsWith = (id: string, blocks: readonly Block[]): NumberedSection[] =>
  numberedSections([{ id, number: '', title: '', blocks }])
