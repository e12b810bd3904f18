import { date, instant } from '../kernel/dates.ts'
import { allRoles } from '../house/roles.ts'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { differences } from './form/differences.ts'
import { completeOf, ownOf as ownOfAll, presetNamed, withPreset } from './all.ts'
import { ownRules } from './form/ownRules.ts'
import { fieldId } from './field.ts'
import { type PageOfSettings, settingsPages } from './form/pages.ts'
import { problemText } from './form/problems.ts'
import { fieldsOf, typedOfPage } from './form/values.ts'
import { readPage } from './form/readPage.ts'
import { rooms } from '../main/rooms.ts'
import { settingsIn } from '../house/joined.ts'
import { bookingSetting } from '../reviews/settings.ts'
import { type Settings, isSame } from './settings.ts'
import { rulesPage } from './web/settings.view.ts'
import { historyPage, presetPage } from './web/presets.view.ts'

const house = settingsIn(rooms)
const all = house.settings
const pages = settingsPages(all, { today: date('2025-11-22'), set: [] })
const complete = (own: Settings) => completeOf(all, own)
const ownOf = (settings: Settings) => ownOfAll(all, settings)
function pageNamed(name: string): PageOfSettings {
  const page = pages.find((some) => some.name === name)
  assert.ok(page)
  return page
}

/** Reads a page as it stands by default, with these fields typed over it. */
const readWith = (name: string, typed: Readonly<Record<string, string>>, own: Settings = {}) => {
  const page = pageNamed(name)
  return readPage(page, { ...typedOfPage(page, complete(own)), ...typed }, own, all)
}

describe('a page of settings', () => {
  test('has every setting on one page, once', () => {
    const keys = pages.flatMap(({ groups }) => groups.map(({ key }) => key))
    assert.deepEqual([...keys].sort(), all.map(({ key }) => key).sort())
    const ids = pages.flatMap(fieldsOf).map(fieldId)
    assert.equal(new Set(ids).size, ids.length)
  })

  test('has every setting in the operator’s guide', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../docs/operators-guide.md'), 'utf8')
    assert.deepEqual(
      all.map(({ key }) => key).filter((key) => !guide.includes(`\`${key}\``)),
      [],
    )
  })

  for (const page of pages) {
    test(`saved as it is shown sets nothing: ${page.name}`, () => {
      const read = readPage(page, typedOfPage(page, complete({})), {}, all)
      assert.deepEqual(read, { own: {}, problems: [] })
    })
  }

  test('keeps what other pages set, and only what differs from the defaults', () => {
    const own: Settings = { inviteDaysBefore: 28, sdqHealthyMaximum: 16 }
    assert.deepEqual(readWith('time-limits', { inviteDaysBefore: '42', 'booking-slackWorkingDays': '7' }, own).own, {
      sdqHealthyMaximum: 16,
      booking: { ...bookingSetting.of({}), slackWorkingDays: 7 },
    })
  })

  test('saved as it is shown changes nothing, whatever is set', () => {
    const text = fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/)
    const ownSettings = fc.record(
      {
        words: fc.record({ children: text, child: text }),
        roleNames: fc.dictionary(fc.constantFrom('iro', 'analyst'), text),
        lateReasons: fc.uniqueArray(text, { minLength: 1, maxLength: 5 }),
        inviteDaysBefore: fc.integer({ min: 1, max: 120 }),
        participationCounts: fc.constantFrom('not_pn7' as const, 'views_given' as const),
        parentsMeasuresExcludeAdoption: fc.boolean(),
        quietHours: fc.record({ from: fc.constantFrom('19:30', '21:00'), to: fc.constantFrom('07:00', '08:15') }),
        population: fc.dictionary(
          fc.constantFrom('2025-26', '2024-25'),
          fc.record({ value: fc.integer({ min: 1, max: 1e6 }), source: text }),
        ),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(ownSettings, fc.constantFrom(...pages), (own, page) => {
        const read = readPage(page, typedOfPage(page, complete(own)), own, all)
        assert.deepEqual(read.problems, [])
        assert.ok(isSame(complete(read.own ?? {}), complete(own)))
        assert.ok(isSame(read.own, ownOf(own)))
      }),
    )
  })

  const wrong: { why: string; page: string; typed: Readonly<Record<string, string>>; text: RegExp }[] = [
    { why: 'a word left blank', page: 'words', typed: { 'words-child': ' ' }, text: /^Fill in “What they are called, one/ },
    { why: 'a number that is none', page: 'time-limits', typed: { inviteDaysBefore: 'six' }, text: /must be a number$/ },
    { why: 'no number', page: 'time-limits', typed: { inviteDaysBefore: '' }, text: /^Fill in/ },
    { why: 'part of a day', page: 'time-limits', typed: { inviteDaysBefore: '1.5' }, text: /must be a whole number$/ },
    { why: 'too few days', page: 'time-limits', typed: { inviteDaysBefore: '0' }, text: /must be 1 or more$/ },
    { why: 'too many days', page: 'time-limits', typed: { inviteDaysBefore: '121' }, text: /must be 120 or less$/ },
    { why: 'a time that is none', page: 'time-limits', typed: { 'quietHours-to': '25:00' }, text: /must be a time like 20:00$/ },
    { why: 'an answer not offered', page: 'figures', typed: { ageBands: 'own' }, text: /^Choose one of the answers/ },
    { why: 'no reason at all', page: 'lists', typed: { lateReasons: ' \n ' }, text: /^Fill in/ },
    { why: 'a reason twice', page: 'lists', typed: { lateReasons: 'Ill\nWeather\nIll' }, text: /has “Ill” twice$/ },
    { why: 'an address that is none', page: 'words', typed: { 'service-email': 'iro.example.org' }, text: /must be an email address/ },
    { why: 'a text without end', page: 'words', typed: { 'service-name': 'x'.repeat(501) }, text: /must be 500 characters or fewer$/ },
    { why: 'a population of nobody', page: 'figures', typed: { 'population-2024-25-value': '0', 'population-2024-25-source': 'ONS' }, text: /must be more than 0$/ },
    { why: 'a population from nowhere', page: 'figures', typed: { 'population-2024-25-value': '37,000' }, text: /2024-25: which estimate” is missing/ },
    { why: 'a guide that ends before it starts', page: 'caseload', typed: { 'caseload-guide-from': '80' }, text: /must not be below/ },
    { why: 'no children at all for an IRO', page: 'caseload', typed: { 'caseload-guide-from': '0' }, text: /must be more than 0$/ },
  ] // prettier-ignore
  for (const { why, page, typed, text } of wrong) {
    test(`refuses ${why}, at its field`, () => {
      const { own, problems } = readWith(page, typed)
      assert.equal(own, null)
      const [problem, ...more] = problems
      assert.ok(problem?.field)
      assert.deepEqual(more, [])
      assert.match(problemText(problem), text)
      const shown = rulesPage(pageNamed(page), complete({}), typed, problems, aPage)
      assert.deepEqual(
        shown.groups.flatMap(({ fields }) => fields).flatMap(({ id, errorMessage }) => (errorMessage ? [id] : [])),
        [fieldId(problem.field)],
      )
    })
  }

  test('takes numbers and times as people type them', () => {
    const typed = { 'population-2025-26-value': '37,000', 'population-2025-26-source': 'ONS' }
    assert.deepEqual(readWith('figures', typed).own, { population: { '2025-26': { value: 37000, source: 'ONS' } } })
    assert.deepEqual(readWith('time-limits', { 'quietHours-from': '9:30' }).own, {
      quietHours: { from: '09:30', to: '08:00' },
    })
  })
})

const aPage = { code: 'X', csrfToken: 't', replaces: '', isSaved: false, defaults: completeOf(all, {}) }

describe('what the pages show', () => {
  test('the default stands beside each field, and what is the authority’s own is marked', () => {
    const settings = complete({ lateNotificationWorkingDays: 2, roleNames: { iro: 'Reviewer' } })
    const limits = rulesPage(pageNamed('time-limits'), settings, {}, [], aPage).groups
    assert.deepEqual(
      limits.filter(({ isOwn }) => isOwn).map(({ key, fields }) => [key, fields[0]?.hint.split(': ')[1]]),
      [['lateNotificationWorkingDays', '5 working days. Yours differs.']],
    )
    const roles = rulesPage(pageNamed('words'), settings, {}, [], aPage).groups.at(-1)
    assert.deepEqual(
      roles?.fields.map(({ hint }) => hint),
      [
        'Leave it blank to keep this name. Yours differs.',
        ...allRoles.slice(1).map(() => 'Leave it blank to keep this name.'),
      ],
    )
  })

  test('a set of local rules shows what it would change, and nothing else', () => {
    const own: Settings = { inviteDaysBefore: 28 }
    const shown = { all: house, code: 'X', pages }
    const cheshireEast = presetNamed(house, 'cheshireEast')
    assert.ok(cheshireEast)
    const page = presetPage(cheshireEast, { own, version: 'v' }, [], shown, 't')
    const { rows } = page.table
    assert.deepEqual(
      rows.filter(([label]) => label === 'Children for a full-time IRO: to'),
      [['Children for a full-time IRO: to', '70', '60']],
    )
    assert.deepEqual(rows.filter(([, was, will]) => was === will), []) // prettier-ignore
    assert.ok(!rows.some(([label]) => String(label).includes('How long before a review')), 'its own stays')
    for (const preset of house.presets) {
      assert.ok(presetPage(preset, { own: {}, version: '' }, [], shown, '').table.rows.length > 0, preset.name)
    }
    assert.equal(presetNamed(house, 'constructor'), undefined)
  })

  test('the history says who changed what, from what, when', () => {
    const versions = [
      { own: {}, knownFrom: instant('2026-11-22T10:05:00Z'), by: null },
      { own: { inviteDaysBefore: 28 }, knownFrom: instant('2026-11-20T09:00:00Z'), by: 'ada' },
    ]
    assert.deepEqual(historyPage(versions, () => 'Ada Adams', { all: house, code: 'X', pages }).changes, [
      {
        when: '22 November 2026 at 10:05',
        who: 'Not recorded',
        what: [{ label: 'Time limits: How long before a review they go out', was: '28 days', now: '42 days' }],
      },
      {
        when: '20 November 2026 at 9:00',
        who: 'Ada Adams',
        what: [{ label: 'Time limits: How long before a review they go out', was: '42 days', now: '28 days' }],
      },
    ])
  })

  test('rules that an authority has set for itself are told in words, and none of another kind', () => {
    const { settings } = presetNamed(house, 'blackpool') ?? { settings: {} }
    const told = ownRules(
      all,
      withPreset(
        house,
        { words: { children: 'children in care', child: 'child in care' } },
        { name: '', label: '', settings },
      ),
      date('2025-11-22'),
    )
    const moves = told.find(({ heading }) => heading === 'Time limits: Reviews after a move')
    assert.match(moves?.says ?? '', /^Moves that bring the next review forward: Every new placement\. Time from the move to the review: 20 working days\. /) // prettier-ignore
    assert.deepEqual(told.filter(({ heading }) => heading.endsWith('Children looked after')), []) // prettier-ignore
    assert.doesNotMatch(told.map(({ says }) => says).join(' '), /key in files|: 0 /)
    assert.doesNotMatch(told.map(({ says }) => says).join(' '), /: [^.?]*: |\b1 (?:days|months|working days)\b/)
    assert.deepEqual(ownRules(all, {}, date('2025-11-22')), [])
  })

  test('settings that say the same do not differ', () => {
    assert.deepEqual(differences(complete({}), complete({}), pages), [])
  })
})
