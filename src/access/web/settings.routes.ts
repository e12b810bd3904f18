import { accessPermissions } from '../permissions.ts'
import { settingsSection } from '../sections.ts'
import { type Routes, authorityPath } from '../../platform/web/authorities.ts'
import type { SettingsPage } from '../../settings/setting.ts'
import { may } from '../domain/actor.ts'
import type { Permission } from '../../house/permission.ts'
import { actorOf } from './actor.ts'

interface Listed {
  permission: Permission
  path: readonly string[]
  text: string
  hint: string
}

const listed = (settingsPages: readonly SettingsPage[]): readonly Listed[] => [
  {
    permission: accessPermissions.managePeople,
    path: ['settings', 'people'],
    text: 'People',
    hint: 'Who may sign in, and what each may do.',
  },
  ...settingsPages.map(({ name, title, summary }) => ({
    permission: accessPermissions.manageSettings,
    path: ['settings', 'rules', name],
    text: title,
    hint: summary,
  })),
  {
    permission: accessPermissions.manageSettings,
    path: ['settings', 'presets'],
    text: 'Local rules from published reports',
    hint: 'Named sets of rules to take over, each shown with what it would change.',
  },
  {
    permission: accessPermissions.manageSettings,
    path: ['settings', 'history'],
    text: 'Who has changed the settings',
    hint: 'Every change, with who made it and when.',
  },
  {
    permission: accessPermissions.readSeals,
    path: ['sealed'],
    text: 'Sealed records',
    hint: 'Records that only named people see, and who had to open one.',
  },
  {
    permission: accessPermissions.readLog,
    path: ['log'],
    text: 'Who has looked and changed',
    hint: 'The log of reads and changes.',
  },
]

/** Settings: the way to the pages that set up how the place works, to each those they may open. */
export const settingsRoutes =
  (settingsPages: readonly SettingsPage[]): Routes =>
  (app) => {
    const pages = listed(settingsPages)
    app.get(
      '/settings',
      { config: { permission: accessPermissions.readSettings, section: settingsSection } },
      (request, reply) => {
        const { code } = request.authority
        return reply.view('access/web/settings.njk', {
          title: 'Settings',
          pages: pages
            .filter(({ permission }) => may(actorOf(request), permission))
            .map(({ path, text, hint }) => ({ href: authorityPath(code, ...path), text, hint })),
        })
      },
    )
  }
