import { longDate } from '../../kernel/dates.ts'
import { readDay } from '../../platform/web/filters.ts'
import { type PageRead, readPage } from './readPage.ts'

/** What someone typed, as the page of the form says it. */
export interface TypedInWords {
  /** The heading of the page. */
  title: string
  /** Whom the page is about, as its banner names them; empty where it has none. */
  about: string
  rows: readonly { key: string; value: string }[]
}

const NO_LONGER_OFFERED = 'A choice that the page no longer offers'
const WHOLE_DAY = ['day', 'month', 'year'] as const

/**
 * What was typed into a form, in the words of the page that the form is on: labels for the names of fields, and the words
 * of choices for their codes. Blank and hidden fields are left out. `html` is a page of ours, which escapes what it shows.
 */
export function typedInWords(html: string, fields: readonly (readonly [name: string, value: string])[]): TypedInWords {
  const page = readPage(html)
  const valueOf = (name: string) => fields.find(([one]) => one === name)?.[1].trim() ?? ''
  const rows = new Map<string, string[]>()
  for (const [name, value] of fields) {
    const [, ofDay, part] = /^(.+)-(day|month|year)$/.exec(name) ?? []
    const isOfDay = ofDay !== undefined && page.inputs.some((input) => input.name === `${ofDay}-year`)
    if (isOfDay && part !== 'day') continue
    const row = isOfDay ? dayRow(page, ofDay, valueOf) : fieldRow(page, name, value.trim())
    if (row) rows.set(row.key, [...(rows.get(row.key) ?? []), row.value])
  }
  return {
    title: page.title,
    about: page.about,
    rows: [...rows].map(([key, values]) => ({ key, value: [...new Set(values)].join('\n') })),
  }
}

function fieldRow({ inputs, labels }: PageRead, name: string, value: string) {
  if (value === '') return null
  const own = inputs.filter((input) => input.name === name)
  const [first] = own
  if (!first) return { key: 'Also typed', value }
  const label = labels.get(first.id) ?? ''
  switch (first.kind) {
    case 'hidden':
    case 'button':
      return null
    case 'text':
      return { key: label || first.legend, value }
    case 'select':
      return { key: label || first.legend, value: first.options.get(value) ?? NO_LONGER_OFFERED }
    case 'choice': {
      const chosen = own.find((input) => input.value === value)
      const words = (chosen && labels.get(chosen.id)) ?? NO_LONGER_OFFERED
      return first.legend === '' ? { key: words, value: 'Yes' } : { key: first.legend, value: words }
    }
  }
}

/** The three inputs of a day as one. */
function dayRow({ inputs }: PageRead, field: string, valueOf: (name: string) => string) {
  const typed = WHOLE_DAY.map((part) => valueOf(`${field}-${part}`)).join(' ')
  if (typed.trim() === '') return null
  const day = readDay(typed)
  const key = inputs.find(({ name }) => name === `${field}-day`)?.legend ?? ''
  return { key, value: day ? longDate(day) : typed.trim() }
}
