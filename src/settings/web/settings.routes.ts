import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PlainDate } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import type { RoutePermission } from '../../platform/web/permissions.ts'
import type { Section } from '../../platform/web/sections.ts'
import { doneWords } from '../../platform/web/done.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { ChangeSettings } from '../app/changeSettings.ts'
import type { CurrentSettings, SettingsStore } from '../app/ports.ts'
import { type PageOfSettings, settingsPages } from '../form/pages.ts'
import { completeOf, presetNamed } from '../all.ts'
import type { AllSettings, SettingsPage } from '../setting.ts'
import type { Settings } from '../settings.ts'
import type { SettingsProblem } from '../form/problems.ts'
import { type Typed, typedOfPage } from '../form/values.ts'
import { rulesPage, settingsForm } from './settings.view.ts'
import { historyPage, presetPage, presetsPage } from './presets.view.ts'

const done = doneWords({ taken: 'The rules are taken over. Below is what holds now.' })

/** What the pages of settings need. */
export interface SettingsPagesDeps {
  /** Who may open and change them. */
  permission: RoutePermission
  /** The part of the navigation that the pages are in. */
  section: Section
  store: Pick<SettingsStore, 'current' | 'versions'>
  changeSettings: ChangeSettings
  /** Every setting that rooms declare. */
  all: AllSettings
  personOf: (request: FastifyRequest) => string
  /** Gives the names of people of the authority, by their ids. */
  namesFor: (request: FastifyRequest) => Promise<(personId: string) => string>
  today: () => PlainDate
}

/** Settings: the words, time limits, lists and counting of the place, local rules to take over, who changed what. */
export const settingsPagesRoutes =
  ({ permission, section, store, changeSettings, all, personOf, namesFor, today }: SettingsPagesDeps): Routes =>
  (app) => {
    const config = { permission, section }
    type OfPage = { Params: { page: string }; Querystring: Readonly<Record<string, unknown>> }
    type OfPreset = { Params: { preset: string } }

    const pagesShowing = (set: readonly Settings[]) => settingsPages(all.settings, { today: today(), set })
    const shownFor = (code: string, current: CurrentSettings) => ({ all, code, pages: pagesShowing([current.own]) })

    async function asked(request: FastifyRequest<OfPage>): Promise<{ current: CurrentSettings; page: PageOfSettings }> {
      const current = await store.current(request.authority.code)
      const page = pagesShowing([current.own]).find(({ name }) => name === request.params.page)
      if (!page) throw new PageNotFound()
      return { current, page }
    }

    function show(
      request: FastifyRequest,
      reply: FastifyReply,
      { current, page }: { current: CurrentSettings; page: PageOfSettings },
      typed: Typed | null,
      problems: readonly SettingsProblem[],
      { replaces = current.version, isSaved = false } = {},
    ): FastifyReply {
      const settings = completeOf(all.settings, current.own)
      const defaults = completeOf(all.settings, {})
      const shown = { code: request.authority.code, csrfToken: reply.generateCsrf(), replaces, isSaved, defaults }
      const model = rulesPage(page, settings, typed ?? typedOfPage(page, settings), problems, shown)
      return reply.code(problems.length > 0 ? 400 : 200).view('settings/web/rules.njk', model)
    }

    const changeBy = (request: FastifyRequest, form: Typed) => ({
      authority: request.authority,
      by: personOf(request),
      replaces: form['replaces'] ?? '',
    })

    app.get<OfPage>('/settings/rules/:page', { config }, async (request, reply) =>
      show(request, reply, await asked(request), null, [], { isSaved: request.query['saved'] === 'yes' }),
    )
    app.post<OfPage>('/settings/rules/:page', { config }, async (request, reply) => {
      const found = await asked(request)
      const form = settingsForm.parse(request.body)
      const change = changeBy(request, form)
      const problems = await changeSettings.savePage(change, found.page, form)
      // The version stays the one that was seen: sending the same again is refused again.
      if (problems.length > 0) return show(request, reply, found, form, problems, { replaces: change.replaces })
      return saved(request, reply, found.page)
    })
    app.post<OfPage>('/settings/rules/:page/default', { config }, async (request, reply) => {
      const found = await asked(request)
      const form = settingsForm.parse(request.body)
      const key = found.page.groups.find((group) => group.key === form['back'])?.key
      if (key === undefined) throw new PageNotFound()
      const problems = await changeSettings.backToDefault(changeBy(request, form), key)
      if (problems.length > 0) return show(request, reply, found, null, problems)
      return saved(request, reply, found.page)
    })

    app.get('/settings/presets', { config }, async (request, reply) => {
      const { code } = request.authority
      const current = await store.current(code)
      const page = presetsPage(current, shownFor(code, current))
      return reply.view('settings/web/presets.njk', { ...page, done: done.of(request) })
    })
    async function showPreset(
      request: FastifyRequest<OfPreset>,
      reply: FastifyReply,
      problems: readonly SettingsProblem[],
    ) {
      const { code } = request.authority
      const current = await store.current(code)
      const preset = presetNamed(all, request.params.preset)
      if (!preset) throw new PageNotFound()
      const page = presetPage(preset, current, problems, shownFor(code, current), reply.generateCsrf())
      return reply.code(problems.length > 0 ? 400 : 200).view('settings/web/preset.njk', page)
    }
    app.get<OfPreset>('/settings/presets/:preset', { config }, (request, reply) => showPreset(request, reply, []))
    app.post<OfPreset>('/settings/presets/:preset', { config }, async (request, reply) => {
      const preset = presetNamed(all, request.params.preset)
      if (!preset) throw new PageNotFound()
      const form = settingsForm.parse(request.body)
      const problems = await changeSettings.takePreset(changeBy(request, form), preset)
      if (problems.length > 0) return showPreset(request, reply, problems)
      return reply.redirect(done.path(authorityPath(request.authority.code, 'settings', 'presets'), 'taken'), 303)
    })

    app.get('/settings/history', { config }, async (request, reply) => {
      const { code } = request.authority
      const [versions, nameOf] = await Promise.all([store.versions(code), namesFor(request)])
      const pages = pagesShowing(versions.map(({ own }) => own))
      return reply.view('settings/web/history.njk', historyPage(versions, nameOf, { all, code, pages }))
    })
  }

const saved = (request: FastifyRequest, reply: FastifyReply, page: SettingsPage): FastifyReply =>
  reply.redirect(`${authorityPath(request.authority.code, 'settings', 'rules', page.name)}?saved=yes`, 303)
