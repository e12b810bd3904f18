import type { FastifyReply, FastifyRequest } from 'fastify'
import { actorOf } from '../../access/web/actor.ts'
import { logged, showed } from '../../access/web/logging.ts'
import type { World } from '../../children/domain/world.ts'
import { longDate } from '../../kernel/dates.ts'
import type { Routes } from '../../platform/web/authorities.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { ShownForm } from '../../platform/web/forms/form.ts'
import { recordsOf } from '../../world/world.ts'
import { versionOf } from '../../registers/version.ts'
import { recognisableIn } from '../domain/recognition.ts'
import { isRead } from '../domain/told.ts'
import { reportingPermissions } from '../permissions.ts'
import { type StoryFact, reportStories } from '../registers/stories.ts'
import { reportSection } from '../sections.ts'
import { entryFaults, storyForm } from './entries.forms.ts'
import { type EntriesPagesDeps, type OfYear, done, yearOf, reportPath } from './entries.routes.ts'

type OfStory = { Params: { year: string; story: string } }

/** Stories of good practice, each printed once someone else has read it. */
export const storiesRoutes =
  ({ worldsFor, today, entries }: Omit<EntriesPagesDeps, 'figures'>): Routes =>
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
