import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import { type ReportingYear, parseReportingYear, previousYear } from '../../calendar/reportingYear.ts'
import type { Worlds } from '../../children/app/worlds.ts'
import type { World } from '../../children/domain/world.ts'
import { type PlainDate, longDate } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { ShownForm } from '../../platform/web/forms/form.ts'
import { recordsOf } from '../../world/world.ts'
import { versionOf } from '../../registers/version.ts'
import type { Entries } from '../app/entries.ts'
import { recognisableIn } from '../domain/recognition.ts'
import { isRead } from '../domain/told.ts'
import { reportingPermissions } from '../permissions.ts'
import { type AimFact, aimOutcomes, reportAims } from '../registers/aims.ts'
import { type StoryFact, reportStories } from '../registers/stories.ts'
import { reportSection } from '../sections.ts'
import { aimForm, entryFaults, storyForm } from './entries.forms.ts'

/** What the pages of aims and stories need. */
export interface EntriesPagesDeps {
  /** The worlds as the user may see them. */
  worldsFor: (request: FastifyRequest) => Worlds
  today: () => PlainDate
  entries: Entries
}

type OfYear = { Params: { year: string } }
type OfAim = { Params: { year: string; aim: string } }
type OfStory = { Params: { year: string; story: string } }

const done = doneWords({
  aim: 'The aim is saved.',
  story: 'The story is saved.',
  read: 'It is noted that you have read the story. It is printed in the report.',
})

function yearOf(request: FastifyRequest<OfYear>): ReportingYear {
  const year = parseReportingYear(request.params.year)
  if (!year) throw new PageNotFound()
  return year
}

const reportPath = (request: FastifyRequest<OfYear>, ...parts: string[]): string =>
  authorityPath(request.authority.code, 'report', request.params.year, ...parts)

/** The aims of last year's report with what became of each, and the priorities of this one. */
export const aimsRoutes =
  ({ worldsFor, today, entries }: EntriesPagesDeps): Routes =>
  (app) => {
    const read = { permission: reportingPermissions.read, section: reportSection } as const
    const write = { permission: reportingPermissions.write, section: reportSection } as const

    const worldFor = (request: FastifyRequest): Promise<World> =>
      worldsFor(request).onDay(request.authority.code, today(), null)

    const lineOf = (
      request: FastifyRequest<OfYear>,
      { aimRef, aim, difference, lead, dueOn, outcome, cameOf }: AimFact,
    ) => ({
      href: request.may(reportingPermissions.write) ? reportPath(request, 'aims', aimRef) : null,
      aim,
      difference: difference ?? '',
      lead: lead ?? '',
      dueOn: dueOn ? longDate(dueOn) : '',
      outcome: outcome === null ? '' : aimOutcomes[outcome],
      cameOf: cameOf ?? '',
    })

    app.get<OfYear>('/report/:year/aims', { config: read }, async (request, reply) => {
      const year = yearOf(request)
      const aims = recordsOf(await worldFor(request), reportAims)
      const linesOf = (name: string) => aims.filter((one) => one.year === name).map((one) => lineOf(request, one))
      return reply.view('reporting/web/aims.njk', {
        title: `Aims and priorities, ${year.name}`,
        back: { text: 'Back to the sections', href: reportPath(request) },
        year: year.name,
        yearBefore: previousYear(year).name,
        before: linesOf(previousYear(year).name),
        coming: linesOf(year.name),
        newHref: request.may(reportingPermissions.write) ? reportPath(request, 'aims', 'new') : null,
        done: done.of(request),
      })
    })

    async function aimOf(request: FastifyRequest<OfAim>): Promise<AimFact | null> {
      if (request.params.aim === 'new') return null
      const found = recordsOf(await worldFor(request), reportAims).find(({ aimRef }) => aimRef === request.params.aim)
      if (!found) throw new PageNotFound()
      return found
    }

    const showAim = (
      request: FastifyRequest<OfAim>,
      reply: FastifyReply,
      aim: AimFact | null,
      shown: ShownForm,
      status = 200,
    ) =>
      reply.code(status).view('reporting/web/aim.njk', {
        title: aim ? 'Change an aim' : 'Add a priority',
        caption: `Set by the report for ${aim?.year ?? yearOf(request).name}`,
        back: { text: 'Aims and priorities', href: reportPath(request, 'aims') },
        action: reportPath(request, 'aims', request.params.aim),
        csrfToken: reply.generateCsrf(),
        ...shown,
      })

    app.get<OfAim>('/report/:year/aims/:aim', { config: write }, async (request, reply) => {
      const aim = await aimOf(request)
      return showAim(request, reply, aim, aimForm.shown(aimForm.first({ ...aim, replaces: versionOf(aim) })))
    })

    app.post<OfAim>('/report/:year/aims/:aim', { config: write }, async (request, reply) => {
      const year = yearOf(request)
      const aim = await aimOf(request)
      const { typed, values, faults } = aimForm.read(request.body)
      if (values === null) return showAim(request, reply, aim, aimForm.shown(typed, faults), 400)
      const { replaces, ...entry } = values
      const asked = { authority: request.authority, by: actorOf(request), year, aimRef: aim?.aimRef ?? null }
      const problems = await entries.saveAim({ ...asked, entry, replaces })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) {
        const wrong = entryFaults(problems).map((one) => ({ ...one, field: one.field === 'aim' ? one.field : null }))
        return showAim(request, reply, aim, aimForm.shown(typed, wrong), 400)
      }
      return reply.redirect(done.path(reportPath(request, 'aims'), 'aim'), 303)
    })
  }

/** Stories of good practice, each printed once someone else has read it. */
export const storiesRoutes =
  ({ worldsFor, today, entries }: EntriesPagesDeps): Routes =>
  (app) => {
    const config = { permission: reportingPermissions.stories, section: reportSection } as const

    const worldFor = (request: FastifyRequest): Promise<World> =>
      worldsFor(request).onDay(request.authority.code, today(), null)

    const stateOf = (story: StoryFact): string =>
      isRead(story) && story.readOn
        ? `Read by ${story.readBy ?? ''} on ${longDate(story.readOn)}`
        : 'To be read by someone else'

    app.get<OfYear>('/report/:year/stories', { config }, async (request, reply) => {
      const year = yearOf(request)
      const stories = recordsOf(await worldFor(request), reportStories).filter((one) => one.year === year.name)
      showed(request, 'looked at the stories of good practice', stories.flatMap(({ child }) => child ?? [])) // prettier-ignore
      return reply.view('reporting/web/stories.njk', {
        title: `Stories of good practice, ${year.name}`,
        back: { text: 'Back to the sections', href: reportPath(request) },
        stories: stories.map((story) => ({
          href: reportPath(request, 'stories', story.storyRef),
          title: story.title,
          writtenBy: story.writtenBy,
          state: stateOf(story),
        })),
        newHref: reportPath(request, 'stories', 'new'),
        done: done.of(request),
      })
    })

    async function storyOf(request: FastifyRequest<OfStory>) {
      const world = await worldFor(request)
      const isNew = request.params.story === 'new'
      const story = recordsOf(world, reportStories).find(({ storyRef }) => storyRef === request.params.story) ?? null
      if (!story && !isNew) throw new PageNotFound()
      showed(request, 'looked at a story of good practice', story?.child ? [story.child] : [])
      return { world, story }
    }

    const showStory = async (
      request: FastifyRequest<OfStory>,
      reply: FastifyReply,
      shown: ShownForm | null,
      status = 200,
    ) => {
      const { world, story } = await storyOf(request)
      const form = shown ?? storyForm.shown(storyForm.first({ ...story, replaces: versionOf(story) }))
      const isOwn = story?.writtenBy === actorOf(request).name
      return reply.code(status).view('reporting/web/story.njk', {
        title: story ? story.title : 'Write a story of good practice',
        caption: `Annual report ${request.params.year}`,
        back: { text: 'Stories of good practice', href: reportPath(request, 'stories') },
        action: reportPath(request, 'stories', request.params.story),
        readAction: story && !isRead(story) && !isOwn ? reportPath(request, 'stories', story.storyRef, 'read') : null,
        isOwn,
        state: story && stateOf(story),
        recognisable: story ? recognisableIn(`${story.title}\n${story.story}`, story.child, world) : [],
        isChecked: story !== null,
        version: versionOf(story),
        csrfToken: reply.generateCsrf(),
        done: done.of(request),
        ...form,
      })
    }

    app.get<OfStory>('/report/:year/stories/:story', { config }, (request, reply) => showStory(request, reply, null))

    app.post<OfStory>('/report/:year/stories/:story', { config }, async (request, reply) => {
      const year = yearOf(request)
      const { typed, values, faults } = storyForm.read(request.body)
      if (values === null) return showStory(request, reply, storyForm.shown(typed, faults), 400)
      const { replaces, ...entry } = { ...values, child: values.child?.toUpperCase() ?? null }
      const storyRef = request.params.story === 'new' ? null : request.params.story
      const asked = { authority: request.authority, by: actorOf(request), year, storyRef }
      const problems = await entries.saveStory({ ...asked, entry, replaces })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) {
        const known = ['title', 'story', 'child'] as const
        const wrong = entryFaults(problems).map((one) => ({ ...one, field: known.find((name) => name === one.field) ?? null })) // prettier-ignore
        return showStory(request, reply, storyForm.shown(typed, wrong), 400)
      }
      logged(request)
      return reply.redirect(done.path(reportPath(request, 'stories'), 'story'), 303)
    })

    app.post<OfStory>('/report/:year/stories/:story/read', { config }, async (request, reply) => {
      const { typed } = storyForm.read(request.body)
      const asked = { authority: request.authority, by: actorOf(request), storyRef: request.params.story, on: today() }
      const problems = await entries.readStory({ ...asked, replaces: typed.replaces })
      if (problems === null) throw new PageNotFound()
      if (problems.length > 0) {
        const wrong = entryFaults(problems).map((one) => ({ ...one, field: null }))
        const { story } = await storyOf(request)
        return showStory(request, reply, storyForm.shown(storyForm.first({ ...story, replaces: versionOf(story) }), wrong), 400) // prettier-ignore
      }
      logged(request)
      return reply.redirect(done.path(reportPath(request, 'stories'), 'read'), 303)
    })
  }
