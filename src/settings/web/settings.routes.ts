import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ReportingYear, previousYear, reportingYearOf } from '../../calendar/reportingYear.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import type { RoutePermission } from '../../platform/web/permissions.ts'
import type { Section } from '../../platform/web/sections.ts'
import { PageNotFound } from '../../platform/web/errors.ts'
import type { ChangeSettings } from '../app/changeSettings.ts'
import type { CurrentSettings, SettingsStore } from '../app/ports.ts'
import { type SettingsPage, settingsPages } from '../form/pages.ts'
import type { SettingsProblem } from '../form/problems.ts'
import { type Typed, typedOfPage } from '../form/values.ts'
import { settingsSchema } from '../settings.ts'
import { historyPage, presetPage, presetsPage, rulesPage, settingsForm } from './settings.view.ts'

/** What the pages of settings need. */
export interface SettingsPagesDeps {
  /** Who may open and change them. */
  permission: RoutePermission
  /** The part of the navigation that the pages are in. */
  section: Section
  store: Pick<SettingsStore, 'current' | 'versions'>
  changeSettings: ChangeSettings
  /** The names of roles, by role, where an authority has none of its own. */
  roles: Readonly<Record<string, string>>
  personOf: (request: FastifyRequest) => string
  /** Gives the names of people of the authority, by their ids. */
  namesFor: (request: FastifyRequest) => Promise<(personId: string) => string>
  today: () => PlainDate
}

/** How many years back a population may be entered for the first time. */
const YEARS_OFFERED = 6

/** Settings: the words, time limits, lists and counting of the place, local rules to take over, who changed what. */
export const settingsPagesRoutes =
  ({ permission, section, store, changeSettings, roles, personOf, namesFor, today }: SettingsPagesDeps): Routes =>
  (app) => {
    const config = { permission, section }
    type OfPage = { Params: { page: string }; Querystring: Readonly<Record<string, unknown>> }
    type OfPreset = { Params: { preset: string } }

    const pagesOf = (current: CurrentSettings): readonly SettingsPage[] =>
      settingsPages({ roles, years: yearsOffered(today(), Object.keys(current.own.population ?? {})) })

    async function asked(request: FastifyRequest<OfPage>): Promise<{ current: CurrentSettings; page: SettingsPage }> {
      const current = await store.current(request.authority.code)
      const page = pagesOf(current).find(({ name }) => name === request.params.page)
      if (!page) throw new PageNotFound()
      return { current, page }
    }

    function show(
      request: FastifyRequest,
      reply: FastifyReply,
      { current, page }: { current: CurrentSettings; page: SettingsPage },
      typed: Typed | null,
      problems: readonly SettingsProblem[],
      { replaces = current.version, isSaved = false } = {},
    ): FastifyReply {
      const settings = settingsSchema.parse(current.own)
      const shown = { code: request.authority.code, csrfToken: reply.generateCsrf(), replaces, isSaved }
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
      return reply.view('settings/web/presets.njk', presetsPage(current, code, pagesOf(current)))
    })
    async function showPreset(
      request: FastifyRequest<OfPreset>,
      reply: FastifyReply,
      problems: readonly SettingsProblem[],
    ) {
      const { code } = request.authority
      const current = await store.current(code)
      const page = presetPage(request.params.preset, current, problems, code, pagesOf(current), reply.generateCsrf())
      if (page === null) throw new PageNotFound()
      return reply.code(problems.length > 0 ? 400 : 200).view('settings/web/preset.njk', page)
    }
    app.get<OfPreset>('/settings/presets/:preset', { config }, (request, reply) => showPreset(request, reply, []))
    app.post<OfPreset>('/settings/presets/:preset', { config }, async (request, reply) => {
      const { preset } = request.params
      const current = await store.current(request.authority.code)
      if (presetPage(preset, current, [], request.authority.code, [], '') === null) throw new PageNotFound()
      const form = settingsForm.parse(request.body)
      const problems = await changeSettings.takePreset(changeBy(request, form), preset)
      if (problems.length > 0) return showPreset(request, reply, problems)
      return reply.redirect(authorityPath(request.authority.code, 'settings', 'presets'), 303)
    })

    app.get('/settings/history', { config }, async (request, reply) => {
      const { code } = request.authority
      const [versions, nameOf] = await Promise.all([store.versions(code), namesFor(request)])
      const years = versions.flatMap(({ own }) => Object.keys(own.population ?? {}))
      const pages = settingsPages({ roles, years: yearsOffered(today(), years) })
      return reply.view('settings/web/history.njk', historyPage(versions, nameOf, pages, code))
    })
  }

const saved = (request: FastifyRequest, reply: FastifyReply, page: SettingsPage): FastifyReply =>
  reply.redirect(`${authorityPath(request.authority.code, 'settings', 'rules', page.name)}?saved=yes`, 303)

/** The latest reporting years, and those that have a population already; latest first. */
function yearsOffered(today: PlainDate, known: readonly string[]): string[] {
  const years = [reportingYearOf(today)]
  for (
    let one: ReportingYear = previousYear(reportingYearOf(today));
    years.length < YEARS_OFFERED;
    one = previousYear(one)
  ) {
    years.push(one)
  }
  return [...new Set([...years.map(({ name }) => name), ...known])].sort().reverse()
}
