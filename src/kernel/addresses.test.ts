import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { emailAddressIn, telephoneIn } from './addresses.ts'

describe('an email address', () => {
  for (const [typed, read] of [
    ['ada@example.org', 'ada@example.org'],
    ['  Ada.Adams+irs@mail.example.gov.uk ', 'Ada.Adams+irs@mail.example.gov.uk'],
    ["o'neill@example.org", "o'neill@example.org"],
    ['ada@\u200Bexample.org', 'ada@example.org'],
    ['\uFEFFada@example.org\u00AD', 'ada@example.org'],
    ['ada\u202E@example.org', 'ada@example.org'],
    ['jürgen@müller.example', 'jürgen@müller.example'],
    ['ada', null],
    ['ada@example', null],
    ['ada@@example.org', null],
    ['ada adams@example.org', null],
    ['ada@exam\u00A0ple.org', null],
    ['ada@example..org', null],
    ['ada.@example.org', null],
    ['.ada@example.org', null],
    ['ada@example.org.', null],
    ['ada@-example.org', null],
    ['Ada <ada@example.org>', null],
    ['ada@example.org, ben@example.org', null],
    ['ada@example.org;ben@example.org', null],
    ['mailto:ada@example.org', null],
    [`${'a'.repeat(250)}@example.org`, null],
    ['', null],
  ] as const) {
    test(JSON.stringify(typed), () => {
      assert.equal(emailAddressIn(typed), read)
    })
  }
})

describe('a telephone number', () => {
  for (const [typed, read] of [
    ['07700 900982', '07700 900982'],
    [' (020) 7946-0018 ', '(020) 7946-0018'],
    ['+44 (0)7700 900 982', '+44 (0)7700 900 982'],
    ['01632 96001', '01632 96001'],
    ['07700\u00A0900\u2013982', '07700 900-982'],
    ['\u202A07700 900982\u202C', '07700 900982'],
    ['07700\t900982', '07700 900982'],
    ['0770 0900', null],
    ['+1234567890123456', null],
    ['07700 900982 (Mum)', null],
    ['07700+900982', null],
    ['----------', null],
    ['', null],
  ] as const) {
    test(JSON.stringify(typed), () => {
      assert.equal(telephoneIn(typed), read)
    })
  }
})
