import { isAgainstAge } from '../../children/domain/participation.ts'
import type { PlainDate } from '../../kernel/dates.ts'

/** How a child's views reached a review, in words. */
export const viewsGiven = {
  SPOKE: 'In their own words',
  ADVOCATE: 'Through an advocate',
  OTHER_WAY: 'Without speech, or by a form, a letter or another way',
  NONE: 'The child gave no views',
} as const

/** How a child's views reached a review. */
export type ViewsGiven = keyof typeof viewsGiven

/** What is recorded of how a child took part; null for what is not. */
export interface TookPart {
  came: boolean | null
  views: ViewsGiven | null
}

const whoCame = { SPOKE: 'PN1', ADVOCATE: 'PN2', OTHER_WAY: 'PN3', NONE: 'PN4' } as const
const whoDidNot = { SPOKE: 'PN6', ADVOCATE: 'PN5', OTHER_WAY: 'PN6', NONE: 'PN7' } as const

/** The code of a child's taking part that follows from what is recorded; null where that says too little. DfE, REVIEW_CODE. */
export function participationSuggested(
  { came, views }: TookPart,
  bornOn: PlainDate | null,
  heldOn: PlainDate,
): string | null {
  if (bornOn !== null && !isAgainstAge('PN0', bornOn, heldOn)) return 'PN0'
  if (came === null || views === null) return null
  return (came ? whoCame : whoDidNot)[views]
}

/** What a code says of how the child took part: what a page that shows a code begins with. */
export function tookPartBy(code: string | null): TookPart {
  for (const [came, codes] of [[true, whoCame], [false, whoDidNot]] as const) {
    for (const views of ['SPOKE', 'ADVOCATE', 'OTHER_WAY', 'NONE'] as const) {
      // PN6 stands for two: views sent in writing are the usual one.
      if (codes[views] === code && !(code === 'PN6' && views === 'SPOKE')) return { came, views }
    }
  }
  return { came: null, views: null }
} // prettier-ignore

/** Why a code can't be what is recorded of a child; null where it can. CAL-8; DfE's rules 440 and 441. */
export function whyNotParticipation(
  code: string | null,
  { came }: Pick<TookPart, 'came'>,
  bornOn: PlainDate | null,
  heldOn: PlainDate,
): string | null {
  if (code === null) return null
  if (bornOn !== null && isAgainstAge(code, bornOn, heldOn))
    return 'Choose PN0 for a child under 4 at the review, and for nobody else'
  const says = /^PN[1-4]$/.test(code) ? true : /^PN[5-7]$/.test(code) ? false : null
  return says !== null && came !== null && says !== came
    ? `${code} says that the child ${says ? 'came' : 'did not come'}: correct one of the two`
    : null
}
