import { hasLeft } from '../../officers/domain/service.ts'
import { officerName } from '../../officers/domain/names.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { scopeOf } from '../../access/domain/actor.ts'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import { compareDates, longDate } from '../../kernel/dates.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { officers } from '../../officers/registers/officers.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import { textFilter } from '../../platform/web/filters.ts'
import { recordsOf } from '../../world/world.ts'
import type { Learning } from '../app/learning.ts'
import { drawSample } from '../domain/sample.ts'
import { learningPermissions } from '../permissions.ts'
import { audits } from '../registers/audits.ts'
import { observationKinds, observations } from '../registers/observations.ts'
import { learningSection } from '../sections.ts'
import { actionForm, auditForm, discussionForm, learningFaults, observationForm } from './forms.ts'
import { programmesPage, themesOf } from './programmes.view.ts'
import { auditPage, auditsPage, learningPath, learningTabs, samplePage } from './learning.view.ts'

/** What the pages of learning need. */
export interface LearningDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  learning: Learning
}

type OfAudit = { Params: { audit: string } }
type OfAction = { Params: { audit: string; number: string } }

const done = doneWords({
  written: 'The audit is saved.',
  added: 'The action is added.',
  finished: 'The action is closed.',
  discussed: 'The grade and the discussion are saved.',
  observed: 'The observation is saved.',
})
const sampleQuery = z.object({ seed: textFilter, size: z.coerce.number().int().min(1).max(50).catch(5) })
const auditQuery = z.object({ child: textFilter, theme: textFilter })

/** Audits: the sample, the grades, the actions; and observations of practice. */
export const learningRoutes =
  ({ worldsFor, today, learning }: LearningDeps): Routes =>
  (app) => {
    const read = { permission: learningPermissions.readAudits, section: learningSection } as const
    const write = { permission: learningPermissions.writeAudits, section: learningSection } as const
    const worldFor = (request: FastifyRequest) => worldsFor(request).onDay(request.authority.code, today(), null)

    app.get('/learning', { config: read }, async (request, reply) => {
      const page = auditsPage(await worldFor(request), request.authority.code, request.may.bind(request))
      showed(request, 'looked at the list of audits', page.children)
      return reply.view('learning/web/audits.njk', { ...page, done: done.of(request) })
    })

    app.get('/learning/sample', { config: write }, async (request, reply) => {
      const { seed, size } = sampleQuery.parse(request.query)
      const day = today()
      const used = seed === '' ? day.toString().slice(0, 7) : seed
      const drawn = drawSample(await worldFor(request), day, size, used)
      showed(request, 'drew a sample of records to audit', drawn.map(({ child }) => child)) // prettier-ignore
      return reply.view(
        'learning/web/sample.njk',
        samplePage(drawn, { seed: used, size, day }, request.authority.code, request.may.bind(request)),
      )
    })

    app.get('/learning/audits/new', { config: write }, async (request, reply) => {
      const { child, theme } = auditQuery.parse(request.query)
      const first = { child, theme, on: today(), auditor: actorOf(request).officerId ?? actorOf(request).name }
      showed(request, 'began to write down an audit', [])
      return showForm(request, reply, auditForm.shown(auditForm.first(first)))
    })

    const showForm = (request: FastifyRequest, reply: FastifyReply, shown: object, status = 200) =>
      reply.code(status).view('learning/web/audit.new.njk', {
        title: 'Write down an audit',
        back: { href: learningPath(request.authority.code), text: 'Audits' },
        action: learningPath(request.authority.code, 'audits', 'new'),
        csrfToken: reply.generateCsrf(),
        ...shown,
      })

    app.post('/learning/audits/new', { config: write }, async (request, reply) => {
      const { typed, values, faults } = auditForm.read(request.body)
      const entry = values && { ...values, child: values.child?.toUpperCase() ?? null, discussedOn: null, discussion: null } // prettier-ignore
      const problems =
        entry && (await learning.writeAudit({ authority: request.authority, by: actorOf(request), entry }))
      const wrong = problems === null ? faults : learningFaults(problems)
      logged(request)
      const own = wrong.flatMap((one) =>
        one.field === 'on' || one.field === 'child' || one.field === null ? [one] : [],
      )
      if (problems === null || problems.length > 0) {
        return showForm(request, reply, auditForm.shown(typed, problems === null ? faults : own.map((one) => ({ ...one, field: one.field === 'on' || one.field === 'child' ? one.field : null }))), 400) // prettier-ignore
      }
      return reply.redirect(done.path(learningPath(request.authority.code), 'written'), 303)
    })

    async function seenAudit(request: FastifyRequest<OfAudit>) {
      const world = await worldFor(request)
      const audit = recordsOf(world, audits).find(({ auditRef }) => auditRef === request.params.audit)
      if (!audit) throw new PageNotFound()
      showed(request, 'looked at an audit', audit.child === null ? [] : [audit.child])
      return { world, audit }
    }

    const showAudit = async (request: FastifyRequest<OfAudit>, reply: FastifyReply, shown: object, status = 200) => {
      const { world, audit } = await seenAudit(request)
      const mayWrite = request.may(learningPermissions.writeAudits)
      const page = auditPage(world, audit, request.authority.code, mayWrite)
      const discuss = discussionForm.shown(discussionForm.first(audit)).fields
      return reply.code(status).view('learning/web/audit.njk', { ...page, discuss, fields: actionForm.shown(actionForm.first()).fields, csrfToken: reply.generateCsrf(), done: done.of(request), ...shown }) // prettier-ignore
    }

    app.get<OfAudit>('/learning/audits/:audit', { config: read }, (request, reply) =>
      showAudit(request, reply, actionForm.shown(actionForm.first())),
    )

    app.post<OfAudit>('/learning/audits/:audit', { config: write }, async (request, reply) => {
      const { typed, values, faults } = actionForm.read(request.body)
      const asked = { authority: request.authority, by: actorOf(request), auditRef: request.params.audit }
      const problems = values && (await learning.addAction({ ...asked, entry: values }))
      if (values !== null && problems === null) throw new PageNotFound()
      if (problems === null || problems.length > 0) {
        const wrong = (problems === null ? [] : learningFaults(problems)).map((one) => ({ ...one, field: one.field === 'text' || one.field === 'owner' ? one.field : null })) // prettier-ignore
        return showAudit(request, reply, actionForm.shown(typed, problems === null ? faults : wrong), 400)
      }
      logged(request)
      return reply.redirect(
        done.path(learningPath(request.authority.code, 'audits', request.params.audit), 'added'),
        303,
      )
    })

    app.post<OfAudit>('/learning/audits/:audit/discussion', { config: write }, async (request, reply) => {
      const { authority, params } = request
      const { typed, values, faults } = discussionForm.read(request.body)
      const problems = values && (await learning.discussAudit({ authority, by: actorOf(request), auditRef: params.audit, ...values })) // prettier-ignore
      if (values !== null && problems === null) throw new PageNotFound()
      if (problems === null || problems.length > 0) {
        const wrong = (problems === null ? [] : learningFaults(problems)).map(({ text, field }) => ({ text, field: field === 'discussedOn' ? field : null })) // prettier-ignore
        const { fields, errors } = discussionForm.shown(typed, problems === null ? faults : wrong)
        return showAudit(request, reply, { discuss: fields, errors }, 400)
      }
      logged(request)
      return reply.redirect(done.path(learningPath(authority.code, 'audits', params.audit), 'discussed'), 303)
    })

    app.get('/learning/programmes', { config: read }, async (request, reply) => {
      showed(request, 'looked at programmes of audits', [])
      return reply.view('learning/web/programmes.njk', programmesPage(await worldFor(request), request.authority.code, request.may.bind(request))) // prettier-ignore
    })

    app.post<OfAction>('/learning/audits/:audit/:number', { config: write }, async (request, reply) => {
      const { audit: auditRef, number } = request.params
      const asked = {
        authority: request.authority,
        by: actorOf(request),
        auditRef,
        number: Number(number),
        on: today(),
      }
      const problems = await learning.finishAction(asked)
      if (problems === null || problems.length > 0) throw new PageNotFound()
      logged(request)
      return reply.redirect(done.path(learningPath(request.authority.code, 'audits', auditRef), 'finished'), 303)
    })

    const observed = { permission: learningPermissions.readObservations, section: learningSection } as const
    app.get('/learning/observations', { config: observed }, async (request, reply) => {
      const world = await worldFor(request)
      const actor = actorOf(request)
      const isForAll = scopeOf(actor, learningPermissions.readObservations) === 'authority'
      const rows = recordsOf(world, observations)
        .filter(({ officerId }) => isForAll || officerId === actor.officerId)
        .toSorted((a, b) => compareDates(b.on, a.on))
        .map((one) => ({ ...one, on: longDate(one.on), officer: officerName(recordsOf(world, officers), one.officerId), kind: observationKinds[one.kind] })) // prettier-ignore
      const { code } = request.authority
      return reply.view('learning/web/observations.njk', {
        title: isForAll ? 'Observations of practice' : 'Observations of my work',
        rows,
        themes: isForAll ? themesOf(world) : null,
        tabs: learningTabs(code, 'observations', request.may.bind(request)),
        newHref: request.may(learningPermissions.writeObservations) ? learningPath(code, 'observations', 'new') : null,
        done: done.of(request),
      })
    })

    const writeObserved = { permission: learningPermissions.writeObservations, section: learningSection } as const
    const observationPage = async (request: FastifyRequest) => {
      const world = await worldFor(request)
      const form = observationForm(recordsOf(world, officers).filter((one) => one.role !== 'MANAGER' && !hasLeft(one, today()))) // prettier-ignore
      const page = {
        title: 'Write down an observation',
        back: { href: authorityPath(request.authority.code, 'learning', 'observations'), text: 'Observations' },
        action: learningPath(request.authority.code, 'observations', 'new'),
      }
      return { form, page }
    }
    app.get('/learning/observations/new', { config: writeObserved }, async (request, reply) => {
      const { form, page } = await observationPage(request)
      const shown = form.shown(form.first({ on: today(), observer: actorOf(request).name }))
      return reply.view('learning/web/observation.njk', { ...page, csrfToken: reply.generateCsrf(), ...shown })
    })
    app.post('/learning/observations/new', { config: writeObserved }, async (request, reply) => {
      const { form, page } = await observationPage(request)
      const { typed, values, faults } = form.read(request.body)
      const problems = values && (await learning.writeObservation({ authority: request.authority, by: actorOf(request), entry: values })) // prettier-ignore
      if (problems === null || problems.length > 0) {
        const known = ['on', 'officerId', 'observer', 'kind'] as const
        const wrong = (problems === null ? [] : learningFaults(problems)).map((one) => ({ ...one, field: known.find((name) => name === one.field) ?? null })) // prettier-ignore
        const shown = form.shown(typed, problems === null ? faults : wrong)
        return reply
          .code(400)
          .view('learning/web/observation.njk', { ...page, csrfToken: reply.generateCsrf(), ...shown })
      }
      return reply.redirect(done.path(learningPath(request.authority.code, 'observations'), 'observed'), 303)
    })
  }
