import { randomUUID } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import type { Draft } from '../../documents/app/ports.ts'
import type { WrittenFields } from '../../documents/kind.ts'
import { localOf, spokenTime } from '../../kernel/localTimes.ts'
import { longDate } from '../../kernel/dates.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { TextBeingWritten, TextKind, WriteTexts } from '../app/writeTexts.ts'
import { SAVES_FIELD, WINDOW_FIELD } from '../domain/drafts.ts'
import type { ViewsForRecord } from '../app/viewsForRecord.ts'
import { type AfterDeps, type AskReview, shownReview } from './after.routes.ts'

/** What the pages of records and letters need. */
export interface TextsDeps extends AfterDeps {
  texts: WriteTexts
  /** The name of whom the log names by an id. */
  nameOf: (code: string, personId: string) => Promise<string>
  viewsFor: ViewsForRecord
}

/** What is said where another window of the same person saved meanwhile. */
export const CHANGED =
  'You saved this in another window meanwhile. What you wrote is below, and what was saved beside it: keep what you need and save again'
/** What is said where someone else wrote or completed the same meanwhile. */
export const OTHERS_WROTE =
  'Someone else wrote this too. Their version is shown above yours: take from it what you need, then complete it again'

/** The fields of a form as they were sent. */
export const inputsOf = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {}

const textIn = (inputs: Readonly<Record<string, unknown>>, name: string): string => {
  const sent = inputs[name]
  return typeof sent === 'string' ? sent : ''
}

/** The version of the draft that the form was made of; null where there was none. */
export const versionIn = (inputs: Readonly<Record<string, unknown>>): number | null => {
  const version = textIn(inputs, 'version')
  return /^[1-9]\d{0,8}$/.test(version) ? Number(version) : null
}

/** Which window sent a form, and the how manyth of its savings it is, as a draft keeps it. */
export const windowIn = (inputs: Readonly<Record<string, unknown>>): Record<string, string> => ({
  [WINDOW_FIELD]: textIn(inputs, WINDOW_FIELD).slice(0, 60),
  [SAVES_FIELD]: /^\d{1,9}$/.test(textIn(inputs, SAVES_FIELD)) ? textIn(inputs, SAVES_FIELD) : '0',
})

/** What a form carries so that nothing of anyone is overwritten: its draft, its window, and what it showed of others. */
export const carried = ({ version, others, issue }: TextBeingWritten) => ({
  version: version ?? '',
  window: randomUUID(),
  others: othersSeen(others),
  issue: issue?.id ?? '',
})

const othersSeen = (others: readonly Draft[]): string =>
  others.map(({ personId, version }) => `${personId}:${version}`).toSorted().join(' ') // prettier-ignore

/** Whether a form showed what others have written and issued of the text until now, as far as it says what it showed. */
export const hasSeenAll = (inputs: Readonly<Record<string, unknown>>, { others, issue }: TextBeingWritten): boolean =>
  (inputs['others'] === undefined || inputs['others'] === othersSeen(others)) &&
  (inputs['issue'] === undefined || inputs['issue'] === (issue?.id ?? ''))

/** Whose review a request is about, for use cases. */
export const ofReview = (request: FastifyRequest, { child, reviewRef }: { child: string; reviewRef: string }) => ({
  authority: request.authority,
  by: actorOf(request),
  child,
  reviewRef,
})

/** A review with a text of it as it stands for the user. Throws `PageNotFound`. */
export async function openedText(deps: TextsDeps, request: AskReview, kind: TextKind) {
  const { world, review, heldOn, code } = await shownReview(deps, request)
  const of = ofReview(request, review)
  const text = await deps.texts.open(of, kind)
  if (!text) throw new PageNotFound()
  return { world, review, heldOn, code, of, text }
}

/** What others have written of the same text, each with who and when. */
export const othersShown = (
  deps: TextsDeps,
  code: string,
  { others }: TextBeingWritten,
  show: (written: WrittenFields) => string[],
): Promise<{ who: string; at: string; lines: string[] }[]> =>
  Promise.all(
    others.map(async ({ personId, savedAt, written }) => {
      const { day, time } = localOf(savedAt)
      return { who: await deps.nameOf(code, personId), at: `${longDate(day)} at ${spokenTime(time)}`, lines: show(written) } // prettier-ignore
    }),
  )

/** What a script that saves as one types is answered. */
export type SavedAsTyped = { version: number } | { changed: true }
