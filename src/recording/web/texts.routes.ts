import type { FastifyReply } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { reviewsSection } from '../../booking/sections.ts'
import type { Draft } from '../../documents/app/ports.ts'
import { pictureNames } from '../../documents/pictures.ts'
import type { WrittenFields } from '../../documents/kind.ts'
import { longDate } from '../../kernel/dates.ts'
import { localOf } from '../../kernel/localTimes.ts'
import { counted, listed } from '../../kernel/words.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { registerReviewsOf } from '../../reviews/domain/world.ts'
import type { TextBeingWritten, TextKind, WriteTexts } from '../app/writeTexts.ts'
import { checkVersion } from '../domain/check.ts'
import { EASY_READ_KIND, LETTER_FIELD, LETTER_KIND, RECORD_KIND } from '../domain/kinds.ts'
import { fieldsOfHeading } from '../domain/recordIssue.ts'
import { formulas, hardSentences } from '../domain/texts/readingAge.ts'
import { easyReadText, letterText } from '../domain/written/letter.ts'
import type { ReviewWritten } from '../domain/written/reviewWritten.ts'
import { recordingPermissions } from '../permissions.ts'
import { headingsOf } from '../settings.ts'
import { type AfterDeps, type AskReview, shownReview } from './after.routes.ts'
import { afterPath, done } from './after.view.ts'
import { headingForm, letterForm } from './forms.ts'

type Ref = { Params: { ref: string } }

/** What the pages of records and letters need. */
export interface TextsDeps extends AfterDeps {
  texts: WriteTexts
}

/** Which text each page writes, and the age that its words aim at. */
const letters = {
  letter: { kind: LETTER_KIND, title: 'The letter to the child', age: 9, begin: letterText },
  'easy-read': { kind: EASY_READ_KIND, title: 'The letter in easy read', age: 7, begin: easyReadText },
} as const

const CHANGED = 'You saved this in another window meanwhile. What you wrote is below, and what was saved beside it: keep what you need and save again.' // prettier-ignore

/** The record and the letters after a review: drafts that are saved, and what is completed and approved. */
export const textsRoutes =
  (deps: TextsDeps): Routes =>
  (app) => {
    const config = { permission: recordingPermissions.write, section: reviewsSection } as const

    async function opened(request: AskReview, kind: TextKind) {
      const { world, review, code } = await shownReview(deps, request)
      const of = { authority: request.authority, by: actorOf(request), child: review.child, reviewRef: review.reviewRef } // prettier-ignore
      const text = await deps.texts.open(of, kind)
      if (!text) throw new PageNotFound()
      return { world, review, code, of, text }
    }

    const othersOf = ({ others }: TextBeingWritten, show: (draft: Draft) => string[]) =>
      others.map((draft) => ({ at: longDate(localOf(draft.savedAt).day), lines: show(draft) }))

    // The record.

    async function showRecord(
      request: AskReview,
      reply: FastifyReply,
      sent: WrittenFields | null,
      problem: string | null,
    ) {
      const { world, review, code, of, text } = await opened(request, RECORD_KIND)
      showed(request, 'looked at the record of a review', [review.child])
      const headings = headingsOf(world.settings)
      const before = sent || text.version !== null || text.issue ? null : await lastRecord(of, world)
      const written = sent ?? before ?? text.written
      return reply.code(problem ? 400 : 200).view('recording/web/record.njk', {
        title: 'The record of the review',
        caption: `Review ${review.reviewRef}`,
        back: { href: afterPath(code, review.reviewRef), text: 'After the review' },
        action: afterPath(code, review.reviewRef, 'record'),
        csrfToken: reply.generateCsrf(),
        done: done.of(request),
        version: text.version ?? '',
        isPrefilled: before !== null,
        errors: problem ? [{ text: problem, href: `#${headings[0]?.key ?? ''}_text` }] : [],
        others: othersOf(text, (draft) => linesOf(draft.written, headings)),
        saved: problem ? linesOf(text.written, headings) : [],
        headings: headings.map(({ key, label }) => {
          const fields = fieldsOfHeading(key)
          const { typed } = headingForm.read({
            text: written[fields.text] ?? '',
            withheld: (written[fields.withheldFrom] ?? '').split(';').filter(Boolean),
            why: written[fields.why] ?? '',
          })
          const shown = headingForm.shown(typed, [], { before: `${key}_` })
          return { key, label, names: fields, ...shown }
        }),
      })
    }

    /** What the last review’s record says, to begin with. */
    async function lastRecord(of: Parameters<WriteTexts['open']>[0], world: Parameters<typeof registerReviewsOf>[0]) {
      const earlier = registerReviewsOf(world, of.child)
        .filter(({ reviewRef, status, heldOn }) => status === 'HELD' && heldOn && reviewRef !== of.reviewRef)
        .toSorted((a, b) => String(b.heldOn).localeCompare(String(a.heldOn)))
      for (const { reviewRef } of earlier) {
        const text = await deps.texts.open({ ...of, reviewRef }, RECORD_KIND)
        if (text?.issue) return text.written
      }
      return null
    }

    app.get<Ref>('/reviews/:ref/after/record', { config }, (request, reply) => showRecord(request, reply, null, null))

    app.post<Ref>('/reviews/:ref/after/record', { config }, async (request, reply) => {
      const { world, review, code, of } = await opened(request, RECORD_KIND)
      const headings = headingsOf(world.settings)
      const body = inputsOf(request.body)
      const written: Record<string, string> = {}
      for (const { key, label } of headings) {
        const names = fieldsOfHeading(key)
        const { values, faults } = headingForm.read({
          text: body[names.text],
          withheld: body[names.withheldFrom],
          why: body[names.why],
        })
        const typed = body[names.text]
        written[names.text] = typeof typed === 'string' ? typed : ''
        written[names.withheldFrom] = (values?.withheld ?? []).join(';')
        written[names.why] = values?.why ?? ''
        if (values === null) return showRecord(request, reply, written, `${label}: ${faults[0]?.text ?? ''}`)
        written[names.text] = values.text ?? ''
      }
      const saved = await deps.texts.save(of, RECORD_KIND, written, versionIn(body))
      if (!saved) throw new PageNotFound()
      if ('problems' in saved) return showRecord(request, reply, written, CHANGED)
      if (body['then'] !== 'issue') {
        logged(request)
        return reply.redirect(done.path(afterPath(code, review.reviewRef, 'record'), 'draft'), 303)
      }
      const unexplained = headings.find(({ key }) => written[`${key}_withheld`] && !written[`${key}_why`])
      if (unexplained) return showRecord(request, reply, written, `${unexplained.label}: say why it is withheld`)
      if (headings.every(({ key }) => !written[`${key}_text`])) return showRecord(request, reply, written, 'Write under one heading at least') // prettier-ignore
      const issued = await deps.texts.issue(of, RECORD_KIND, { written, version: saved.version }, headings)
      if (!issued) throw new PageNotFound()
      if ('problems' in issued) return showRecord(request, reply, written, CHANGED)
      logged(request)
      return reply.redirect(done.path(afterPath(code, review.reviewRef), 'record'), 303)
    })

    // The letters.

    for (const page of ['letter', 'easy-read'] as const) {
      const { kind, title, age, begin } = letters[page]

      const show = async (request: AskReview, reply: FastifyReply, sent: string | null, problem: string | null) => {
        const { review, code, text } = await opened(request, kind)
        const written = await deps.writtenOf(request.authority, review.reviewRef)
        showed(request, 'looked at a letter to a child', [review.child])
        const words = sent ?? text.written[LETTER_FIELD] ?? begin(withoutTexts(written))
        const checked = checkVersion(written, { kind: page, reader: 'child', texts: [words] })
        return reply.code(problem ? 400 : 200).view('recording/web/letter.njk', {
          title,
          caption: `Review ${review.reviewRef}`,
          back: { href: afterPath(code, review.reviewRef), text: 'After the review' },
          action: afterPath(code, review.reviewRef, page),
          csrfToken: reply.generateCsrf(),
          done: done.of(request),
          version: text.version ?? '',
          others: othersOf(text, (draft) => [draft.written[LETTER_FIELD] ?? '']),
          saved: problem === CHANGED ? [text.written[LETTER_FIELD] ?? ''] : [],
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

      app.post<Ref>(`/reviews/:ref/after/${page}`, { config }, async (request, reply) => {
        const { world, review, code, of } = await opened(request, kind)
        const body = inputsOf(request.body)
        const { typed, values, faults } = letterForm.read(body)
        if (values === null) return show(request, reply, typed.words, faults[0]?.text ?? '')
        const words = values.words ?? ''
        const written = { [LETTER_FIELD]: words }
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

const inputsOf = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {}

/** The version of the draft that the form was made of; null where there was none. */
const versionIn = ({ version }: Readonly<Record<string, unknown>>): number | null =>
  typeof version === 'string' && /^\d{1,9}$/.test(version) && version !== '0' ? Number(version) : null

const linesOf = (written: WrittenFields, headings: ReturnType<typeof headingsOf>): string[] =>
  headings.flatMap(({ key, label }) => {
    const text = written[fieldsOfHeading(key).text]
    return text ? [`${label}: ${text}`] : []
  })
