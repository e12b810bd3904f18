import type { FastifyReply } from 'fastify'
import type { Documents } from '../../access/app/documents.ts'
import { issueAtOnce } from '../../access/app/issueAtOnce.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { reviewsSection } from '../../booking/sections.ts'
import { documentFile } from '../../documents/write/file.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { choiceField, itemsOf } from '../../platform/web/forms/choices.ts'
import { type FaultIn, type TypedIn, formOf } from '../../platform/web/forms/form.ts'
import { linesField } from '../../platform/web/forms/texts.ts'
import { TRANSLATION_KIND } from '../domain/kinds.ts'
import { languages, translators } from '../domain/languages.ts'
import { letterText } from '../domain/written/letter.ts'
import { translationDocument, translationIn } from '../domain/written/translation.ts'
import { recordingPermissions } from '../permissions.ts'
import { type AfterDeps, type AskReview, shownReview } from './after.routes.ts'
import { afterPath, done } from './after.view.ts'

type Ref = { Params: { ref: string } }

/** What the page of a translation needs. */
export interface TranslationDeps extends AfterDeps {
  documents: Pick<Documents, 'drafts' | 'saveDraft' | 'issue' | 'issues'>
}

const form = formOf({
  language: choiceField(itemsOf(Object.fromEntries(Object.entries(languages).map(([code, { name }]) => [code, name]))), { first: 'Choose the language' }),
  madeBy: choiceField(itemsOf(translators)),
  words: linesField({ most: 20_000 }),
}) // prettier-ignore
type TranslationForm = typeof form

const theChild = [{ ref: 'child', name: 'The child', reader: 'child', withheld: [] }]

/** The letter to a child in another language: brought in as it was translated, marked as such, and approved by a person. */
export const translationRoutes =
  (deps: TranslationDeps): Routes =>
  (app) => {
    const config = { permission: recordingPermissions.write, section: reviewsSection } as const

    async function opened(request: AskReview) {
      const { review, code } = await shownReview(deps, request)
      const asking = { by: actorOf(request), authority: request.authority }
      const named = {
        kind: TRANSLATION_KIND,
        ref: review.reviewRef,
        children: [review.child],
        permission: recordingPermissions.write,
      }
      const [issue] = (await deps.documents.issues(asking, named)) ?? []
      return { review, code, asking, named, issued: issue ? translationIn(issue.content) : null }
    }

    async function show(
      request: AskReview,
      reply: FastifyReply,
      typed: TypedIn<TranslationForm> | null,
      faults: readonly FaultIn<TranslationForm>[],
    ) {
      const { review, code, issued } = await opened(request)
      const written = await deps.writtenOf(request.authority, review.reviewRef)
      showed(request, 'looked at a translated letter to a child', [review.child])
      return reply.code(faults.length > 0 ? 400 : 200).view('recording/web/translation.njk', {
        title: 'The letter in another language',
        caption: `Review ${review.reviewRef}`,
        back: { href: afterPath(code, review.reviewRef), text: 'After the review' },
        action: afterPath(code, review.reviewRef, 'translation'),
        csrfToken: reply.generateCsrf(),
        done: done.of(request),
        letter: letterText(written),
        file: issued && afterPath(code, review.reviewRef, 'translation.html'),
        ...form.shown(typed ?? form.first(issued ?? {}), faults),
      })
    }

    app.get<Ref>('/reviews/:ref/after/translation', { config }, (request, reply) => show(request, reply, null, []))

    app.post<Ref>('/reviews/:ref/after/translation', { config }, async (request, reply) => {
      const { review, code, asking, named } = await opened(request)
      const { typed, values, faults } = form.read(request.body)
      if (values === null) return show(request, reply, typed, faults)
      const { language, madeBy, words } = values
      const missing: FaultIn<TranslationForm>[] = [
        ...(language === null ? [{ field: 'language' as const, text: 'Choose the language' }] : []),
        ...(madeBy === null ? [{ field: 'madeBy' as const, text: 'Say who translated it' }] : []),
        ...(words === null ? [{ field: 'words' as const, text: 'Enter the translated letter' }] : []),
      ]
      if (language === null || madeBy === null || words === null) return show(request, reply, typed, missing)
      const written = { language, made_by: madeBy, words }
      const isIssued = await issueAtOnce(deps.documents, asking, named, { written, recipients: theChild })
      if (isIssued === null) throw new PageNotFound()
      if (!isIssued) {
        return show(request, reply, typed, [{ field: null, text: 'It was changed in another window meanwhile: look at it again' }]) // prettier-ignore
      }
      logged(request)
      return reply.redirect(done.path(afterPath(code, review.reviewRef), 'translation'), 303)
    })

    app.get<Ref>('/reviews/:ref/after/translation.html', { config }, async (request, reply) => {
      const { review, issued } = await opened(request)
      if (!issued || !review.heldOn) throw new PageNotFound()
      showed(request, 'took away a translated letter to a child as a file', [review.child])
      const document = translationDocument({ issuer: request.authority.name, heldOn: review.heldOn }, issued)
      const { type, content } = await documentFile(document, 'html')
      return reply
        .header('content-type', type)
        .header('content-disposition', 'attachment; filename="letter-translated.html"')
        .send(content)
    })
  }
