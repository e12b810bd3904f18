import type { Field } from '../field.ts'
import type { AnySetting, FieldsFor, SettingsPage } from '../setting.ts'

/** What is set, and put back to its default, together: one setting. */
export interface FieldGroup {
  key: string
  heading: string
  fields: readonly Field[]
}

/** A page of settings with what stands on it. */
export interface PageOfSettings extends SettingsPage {
  groups: readonly FieldGroup[]
}

/** The pages on which these settings stand, as Settings lists them. */
export const pagesOf = (all: readonly AnySetting[]): readonly SettingsPage[] =>
  [...new Set(all.map(({ page }) => page))].sort((a, b) => a.order - b.order)

/** Every page of settings, with every field. */
export const settingsPages = (all: readonly AnySetting[], asked: FieldsFor): readonly PageOfSettings[] =>
  pagesOf(all).map((page) => ({
    ...page,
    groups: all
      .filter((one) => one.page === page)
      .sort((a, b) => a.order - b.order)
      .map(({ key, heading, fields }) => ({ key, heading, fields: fields(asked) })),
  }))
