import type { FastifyReply } from 'fastify'
import { logged, showed } from '../../access/web/logging.ts'
import { reviewsSection } from '../../booking/sections.ts'
import { pictureNames } from '../../documents/pictures.ts'
import { counted, listed } from '../../kernel/words.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { checkVersion } from '../domain/check.ts'
import { EASY_READ_KIND, LETTER_FIELD, LETTER_KIND } from '../domain/kinds.ts'
import { formulas, hardSentences } from '../domain/texts/readingAge.ts'
import { easyReadText, letterText } from '../domain/written/letter.ts'
import type { ReviewWritten } from '../domain/written/reviewWritten.ts'
import { recordingPermissions } from '../permissions.ts'
import { headingsOf } from '../settings.ts'
import { type AskReview, shownReview } from './after.routes.ts'
import { afterPath, done } from './after.view.ts'
import { letterForm } from './forms.ts'
import {
  CHANGED, OTHERS_WROTE, type SavedAsTyped, type TextsDeps, carried, hasSeenAll, inputsOf, ofReview, openedText, othersShown,
  versionIn, windowIn,
} from './writing.ts' // prettier-ignore

type Ref = { Params: { ref: string } }

/** Which text each page writes, and the age that its words aim at. */
const letters = {
  letter: { kind: LETTER_KIND, title: 'The letter to the child', age: 9, begin: letterText },
  'easy-read': { kind: EASY_READ_KIND, title: 'The letter in easy read', age: 7, begin: easyReadText },
} as const

/** The letters after a review: drafts that are saved as one types, and what is approved. */
export const lettersRoutes =
  (deps: TextsDeps): Routes =>
  (app) => {
    const config = { permission: recordingPermissions.write, section: reviewsSection } as const

    for (const page of ['letter', 'easy-read'] as const) {
      const { kind, title, age, begin } = letters[page]

      const show = async (request: AskReview, reply: FastifyReply, sent: string | null, problem: string | null) => {
        const { review, code, text } = await openedText(deps, request, kind)
        const written = await deps.writtenOf(request.authority, review.reviewRef)
        showed(request, 'looked at a letter to a child', [review.child])
        const words = sent ?? text.written[LETTER_FIELD] ?? begin(withoutTexts(written))
        const checked = checkVersion(written, { kind: page, reader: 'child', texts: [words] })
        return reply.code(problem ? 400 : 200).view('recording/web/letter.njk', {
          title,
          caption: `Review ${review.reviewRef}`,
          back: { href: afterPath(code, review.reviewRef), text: 'After the review' },
          action: afterPath(code, review.reviewRef, page),
          saveTo: afterPath(code, review.reviewRef, page, 'draft'),
          csrfToken: reply.generateCsrf(),
          done: done.of(request),
          ...carried(text),
          versions: await othersShown(deps, code, text, (others) => [others[LETTER_FIELD] ?? '']),
          saved: problem === CHANGED ? [text.written[LETTER_FIELD] ?? ''] : [],
          issued: problem === OTHERS_WROTE && text.issue ? [text.issue.content.parts[0]?.fields[0]?.text ?? ''] : [],
          ages: checked.readingAges.map((one) => `${formulas[one.formula]}: reading age ${one.age}`),
          templateAges: checked.templateReadingAges.map((one) => `${formulas[one.formula]}: reading age ${one.age}`),
          pictures: page === 'easy-read' ? pictureNames : [],
          aim: age,
          hard: hardSentences(words, age).slice(0, 5).map((one) => `${one.sentence} (${one.age})`), // prettier-ignore
          names: checked.names,
          sensitive: checked.sensitive,
          missing: checked.missing.length === 0 ? '' : `${counted(checked.missing.length, 'decision')} for the child ${checked.missing.length === 1 ? 'does' : 'do'} not stand in it: ${listed(checked.missing.map(String))}. Put the words for the child into the letter as they are.`, // prettier-ignore
          ...letterForm.shown(letterForm.first({ words }), problem ? [{ field: 'words', text: problem }] : []),
        })
      }

      app.get<Ref>(`/reviews/:ref/after/${page}`, { config }, (request, reply) => show(request, reply, null, null))

      // Sent every few seconds while someone types. Sent again it saves the same again, so that it need not be kept as a form.
      app.post<Ref>(
        `/reviews/:ref/after/${page}/draft`,
        { config: { ...config, changesNothing: true } },
        async (request, reply) => {
          const { review } = await shownReview(deps, request)
          const body = inputsOf(request.body)
          const written = { ...windowIn(body), [LETTER_FIELD]: letterForm.read(body).typed.words }
          const saved = await deps.texts.save(ofReview(request, review), kind, written, versionIn(body))
          if (!saved) throw new PageNotFound()
          logged(request)
          const answer: SavedAsTyped = 'problems' in saved ? { changed: true } : { version: saved.version }
          return reply.code('problems' in saved ? 409 : 200).send(answer)
        },
      )

      app.post<Ref>(`/reviews/:ref/after/${page}`, { config }, async (request, reply) => {
        const { world, review, code, of, text } = await openedText(deps, request, kind)
        const body = inputsOf(request.body)
        const { typed, values, faults } = letterForm.read(body)
        if (values === null) return show(request, reply, typed.words, faults[0]?.text ?? '')
        const words = values.words ?? ''
        const written = { ...windowIn(body), [LETTER_FIELD]: words }
        const saved = await deps.texts.save(of, kind, written, versionIn(body))
        if (!saved) throw new PageNotFound()
        if ('problems' in saved) return show(request, reply, words, CHANGED)
        if (body['then'] !== 'issue') {
          logged(request)
          return reply.redirect(done.path(afterPath(code, review.reviewRef, page), 'draft'), 303)
        }
        const all = await deps.writtenOf(request.authority, review.reviewRef)
        const { missing, quoted } = checkVersion(all, { kind: page, reader: 'child', texts: [words] })
        if (words === '') return show(request, reply, words, 'Write the letter before you approve it')
        if (missing.length > 0) return show(request, reply, words, `Decision ${listed(missing.map(String))} is not in it in the words for the child`) // prettier-ignore
        if (quoted.length > 0) return show(request, reply, words, `It quotes what is withheld from the child: ${quoted[0] ?? ''}`) // prettier-ignore
        if (!hasSeenAll(body, text)) return show(request, reply, words, OTHERS_WROTE)
        const issued = await deps.texts.issue(of, kind, { written, version: saved.version }, headingsOf(world.settings))
        if (!issued) throw new PageNotFound()
        if ('problems' in issued) return show(request, reply, words, CHANGED)
        logged(request)
        return reply.redirect(done.path(afterPath(code, review.reviewRef), 'letter'), 303)
      })
    }
  }

/** As the template has it: whatever someone has written of it. */
const withoutTexts = (written: ReviewWritten): ReviewWritten => ({
  ...written,
  letters: { letter: null, easyRead: null },
})
