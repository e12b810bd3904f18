import { date } from '../kernel/dates.ts'
import { serviceSetting } from '../messages/settings.ts'
import { completeOf } from '../settings/all.ts'
import { rooms } from './rooms.ts'
import { settingsIn } from '../house/joined.ts'
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { addPersonAsked } from '../access/cli/people.ts'
import { personProblems } from '../access/domain/person.ts'
import { entryOf, personForm } from '../access/web/people.view.ts'
import { officerForm } from '../caseload/web/officer.form.ts'
import { addressProblem, cleanAddress } from '../messages/domain/channels.ts'
import { officers } from '../officers/registers/officers.ts'
import { contacts } from '../participation/registers/contacts.ts'
import { contactForm } from '../participation/web/contacts.view.ts'
import { configurationOf } from '../platform/configuration.ts'
import { readCell } from '../registers/cells.ts'
import type { Register } from '../registers/register.ts'
import { settingsPages } from '../settings/form/pages.ts'
import { fieldsOf, typedOfPage } from '../settings/form/values.ts'
import { readPage } from '../settings/form/readPage.ts'
import { defaultSettings } from '../settings/settings.ts'

/** What an entrance keeps of what is typed there; null where it refuses it. */
type Entrance = (typed: string) => unknown

const cellOf = (register: Register, name: string): Entrance => {
  const column = register.columns.find((one) => one.name === name)
  assert.ok(column)
  return (typed) => {
    const read = readCell(column, typed)
    return 'value' in read ? read.value : null
  }
}

const all = settingsIn(rooms).settings

const settingOf = (name: 'email' | 'phone'): Entrance => {
  const page = settingsPages(all, { today: date('2026-11-22'), set: [] }).find((one) =>
    fieldsOf(one).some(({ path }) => path.join('.') === `service.${name}`),
  )
  assert.ok(page)
  return (typed) => {
    const { own } = readPage(
      page,
      { ...typedOfPage(page, completeOf(all, defaultSettings)), [`service-${name}`]: typed },
      defaultSettings,
      all,
    )
    return own && serviceSetting.of(own)[name]
  }
}

const messageTo =
  (channel: 'EMAIL' | 'TEXT'): Entrance =>
  (typed) => {
    const address = cleanAddress(channel, typed)
    return addressProblem(channel, address) === null ? address : null
  }

const personOf = (email: string) =>
  personProblems({ name: 'A', email, roles: ['iro'], team: null, officerId: null, workerId: null, isActive: true }, [])
    .length === 0
    ? email
    : null

const emailEntrances: Readonly<Record<string, Entrance>> = {
  'the register of officers': cellOf(officers, 'email'),
  'the register of contacts': cellOf(contacts, 'email'),
  'the page of an officer': (email) => officerForm.read({ email }).values?.email ?? null,
  'the page of a contact': (email) => contactForm.read({ email }).values?.email ?? null,
  'the page of a person': (email) => {
    const { values } = personForm(defaultSettings, []).read({ email })
    return values && personOf(entryOf(values).email)
  },
  'the command people add': (email) =>
    personOf(addPersonAsked.parse({ authority: 'A', name: 'A', email, role: ['iro'] }).email),
  'the settings of the service': settingOf('email'),
  'a message sent again': messageTo('EMAIL'),
}

const telephoneEntrances: Readonly<Record<string, Entrance>> = {
  'the register of contacts': cellOf(contacts, 'phone'),
  'the page of a contact': (phone) => contactForm.read({ phone }).values?.phone ?? null,
  'the settings of the service': settingOf('phone'),
  'a message sent again': messageTo('TEXT'),
}

describe('what one entrance takes for an email address, all take', () => {
  for (const [typed, kept] of [
    ['ada@example.org', 'ada@example.org'],
    ['  ada.adams+irs@mail.example.gov.uk ', 'ada.adams+irs@mail.example.gov.uk'],
    ['ada@\u200Bexample.org', 'ada@example.org'],
    ['\uFEFFada@example.org\u00AD', 'ada@example.org'],
    ['ada\u202E@example.org', 'ada@example.org'],
    ['ada', null],
    ['ada@example', null],
    ['ada@example..org', null],
    ['ada adams@example.org', null],
    ['ada@exam\u00A0ple.org', null],
    ['Ada <ada@example.org>', null],
    ['ada@example.org; ben@example.org', null],
  ] as const) {
    for (const [entrance, take] of Object.entries(emailEntrances)) {
      test(`${JSON.stringify(typed)}: ${entrance}`, () => {
        assert.equal(take(typed), kept)
      })
    }
  }
})

describe('what one entrance takes for a telephone number, all take', () => {
  for (const [typed, kept] of [
    ['07700 900982', '07700 900982'],
    ['+44 (0)7700 900-982', '+44 (0)7700 900-982'],
    ['07700\u00A0900\u2013982', '07700 900-982'],
    ['\u202A07700 900982\u202C', '07700 900982'],
    ['0770 090', null],
    ['07700 900982 by day', null],
    ['+1234567890123456', null],
  ] as const) {
    for (const [entrance, take] of Object.entries(telephoneEntrances)) {
      test(`${JSON.stringify(typed)}: ${entrance}`, () => {
        assert.equal(take(typed), kept)
      })
    }
  }
})

describe('the sender of a mail server', () => {
  for (const [from, isTaken] of [
    ['irs@example.gov.uk', true],
    ['Reviewing Service <irs@example.gov.uk>', true],
    ['irs', false],
    ['Reviewing Service <irs@example..uk>', false],
    ['irs@exam\u200Bple.gov.uk', false],
  ] as const) {
    test(JSON.stringify(from), () => {
      const environment = { FOOTPRINT_SMTP_URL: 'smtp://mail.example', FOOTPRINT_SMTP_FROM: from }
      if (isTaken) assert.equal(configurationOf(environment).carriers.smtp?.from, from)
      else assert.throws(() => configurationOf(environment), /must be an email address/)
    })
  }
})
