import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { getHeapStatistics } from 'node:v8'
import { configurationOf } from './configuration.ts'

const UUID = '7f2c1e1e-0000-4000-8000-000000000000'
const KEY = { FOOTPRINT_NOTIFY_API_KEY: `footprint-${UUID}-${UUID}` }
const TEMPLATE = { FOOTPRINT_NOTIFY_EMAIL_TEMPLATE: UUID }
const FROM = { FOOTPRINT_SMTP_FROM: 'Reviewing Service <irs@example.gov.uk>' }
const mail = (FOOTPRINT_SMTP_URL: string) => ({ FOOTPRINT_SMTP_URL, ...FROM })
const OVER_TLS = 'postgresql://app:secret@db.example/footprint?sslmode=verify-full'
const PRODUCTION = { FOOTPRINT_PRODUCTION: 'true', FOOTPRINT_DATABASE_URL: OVER_TLS }

describe('the database in production', () => {
  const url = (FOOTPRINT_DATABASE_URL: string) => ({ FOOTPRINT_PRODUCTION: 'true', FOOTPRINT_DATABASE_URL })
  const noServer = /set FOOTPRINT_DATABASE_URL/
  const notEncrypted = /FOOTPRINT_DATABASE_URL names is not encrypted/

  for (const { why, environment, says } of [
    { why: 'no server', environment: { FOOTPRINT_PRODUCTION: 'true' }, says: noServer },
    { why: 'no server, as Node says it', environment: { NODE_ENV: 'production' }, says: noServer },
    { why: 'no encryption', environment: url('postgresql://app:secret@db.example/footprint'), says: notEncrypted },
    {
      why: 'encryption switched off',
      environment: url('postgresql://app:secret@db.example/footprint?sslmode=disable'),
      says: notEncrypted,
    },
    {
      why: 'encryption with any server that answers',
      environment: url('postgresql://app:secret@db.example/footprint?sslmode=no-verify'),
      says: notEncrypted,
    },
    {
      why: 'another server than the address begins with',
      environment: url('postgresql://app:secret@localhost/footprint?host=db.example'),
      says: notEncrypted,
    },
    {
      why: 'a certificate that is not there',
      environment: url(`${OVER_TLS}&sslrootcert=/nonexistent/ca.pem`),
      says: /FOOTPRINT_DATABASE_URL: \/nonexistent\/ca.pem can not be read/,
    },
    {
      why: 'an owner who signs in unencrypted',
      environment: { ...PRODUCTION, FOOTPRINT_DATABASE_OWNER_URL: 'postgresql://owner:secret@db.example/footprint' },
      says: /FOOTPRINT_DATABASE_OWNER_URL names is not encrypted/,
    },
  ]) {
    test(`${why}: refused, without a word of the password`, () => {
      assert.throws(
        () => configurationOf(environment),
        (error) => {
          assert.ok(error instanceof Error)
          assert.match(error.message, says)
          assert.doesNotMatch(error.message, /secret/)
          return true
        },
      )
    })
  }

  for (const address of [
    OVER_TLS,
    'postgresql://app@127.0.0.1/footprint',
    'postgresql://app@[::1]/footprint',
    'postgresql://app@/footprint?host=/var/run/postgresql',
  ]) {
    test(`${address} is taken`, () => {
      assert.equal(configurationOf(url(address)).database.url, address)
    })
  }

  test('an unencrypted connection is taken where that is said to be meant', () => {
    const address = 'postgresql://app@db.example/footprint'
    const environment = { ...url(address), FOOTPRINT_DATABASE_UNENCRYPTED: 'allowed' }
    assert.equal(configurationOf(environment).database.url, address)
  })
})

describe('who carries messages', () => {
  test('nobody, where nothing is set', () => {
    assert.deepEqual(configurationOf({}).carriers, { notify: null, smtp: null })
  })

  test('GOV.UK Notify, for what it has a template', () => {
    const { notify } = configurationOf({ ...KEY, ...TEMPLATE, FOOTPRINT_NOTIFY_URL: 'https://api.example/' }).carriers
    assert.deepEqual(notify, {
      apiKey: KEY.FOOTPRINT_NOTIFY_API_KEY,
      url: 'https://api.example',
      templates: { email: UUID, text: null, letter: null },
    })
  })

  for (const { address, environment = {}, expected } of [
    {
      address: 'smtps://u:p%40ss@mail.example',
      expected: { port: 465, isSecure: true, requiresTls: false, credentials: { user: 'u', password: 'p@ss' } },
    },
    { address: 'smtp://mail.example', expected: { port: 587, isSecure: false, requiresTls: false, credentials: null } },
    {
      address: 'smtp://mail.example:25',
      environment: PRODUCTION,
      expected: { port: 25, isSecure: false, requiresTls: true, credentials: null },
    },
    {
      address: 'smtp://127.0.0.1:25',
      environment: PRODUCTION,
      expected: { port: 25, isSecure: false, requiresTls: false, credentials: null },
    },
    {
      address: 'smtp://[::1]:25',
      environment: PRODUCTION,
      expected: { port: 25, isSecure: false, requiresTls: false, credentials: null },
    },
  ]) {
    // prettier-ignore
    test(`a mail server at ${address}${'FOOTPRINT_PRODUCTION' in environment ? ', in production' : ''}`, () => {
      const { smtp } = configurationOf({ ...mail(address), ...environment }).carriers
      assert.ok(smtp)
      const { port, isSecure, requiresTls, credentials } = smtp
      assert.deepEqual({ port, isSecure, requiresTls, credentials }, expected)
    })
  }

  for (const { why, environment, says } of [
    { why: 'a key without a template', environment: KEY, says: /at least one of FOOTPRINT_NOTIFY_EMAIL_TEMPLATE/ },
    { why: 'a template without a key', environment: TEMPLATE, says: /set FOOTPRINT_NOTIFY_API_KEY too/ },
    {
      why: 'a key of another form',
      environment: { FOOTPRINT_NOTIFY_API_KEY: 'secret', ...TEMPLATE },
      says: /FOOTPRINT_NOTIFY_API_KEY: must be an API key/,
    },
    {
      why: 'a template of another form',
      environment: { ...KEY, FOOTPRINT_NOTIFY_EMAIL_TEMPLATE: 'x' },
      says: /must be a template ID/,
    },
    {
      why: 'a server without a sender',
      environment: { FOOTPRINT_SMTP_URL: 'smtp://mail.example' },
      says: /set FOOTPRINT_SMTP_FROM too/,
    },
    { why: 'a sender without a server', environment: FROM, says: /set FOOTPRINT_SMTP_URL too/ },
    {
      why: 'a server of another kind',
      environment: mail('https://mail.example'),
      says: /FOOTPRINT_SMTP_URL: must be an address/,
    },
    {
      why: 'a sender with a line end',
      environment: { FOOTPRINT_SMTP_URL: 'smtp://mail.example', FOOTPRINT_SMTP_FROM: 'a\n<b@c.d>' },
      says: /must be an email address/,
    },
    {
      why: 'Notify in the clear, in production',
      environment: { ...KEY, ...TEMPLATE, ...PRODUCTION, FOOTPRINT_NOTIFY_URL: 'http://api.example' },
      says: /must begin with https/,
    },
  ]) {
    // prettier-ignore
    test(`${why} is refused, without a word of its value`, () => {
      assert.throws(
        () => configurationOf(environment),
        (error) => {
          assert.ok(error instanceof Error)
          assert.match(error.message, says)
          assert.doesNotMatch(error.message, /secret|7f2c1e1e/)
          return true
        },
      )
    })
  }
})

describe('how much may be remembered', () => {
  test('half of what the process may use, or what is set, in megabytes', () => {
    const { heap_size_limit } = getHeapStatistics()
    const most = configurationOf({}).memoryBudget
    assert.ok(Math.abs(most - heap_size_limit / 2) < 1_000_000)
    assert.equal(configurationOf({ FOOTPRINT_MEMORY_BUDGET_MB: '300' }).memoryBudget, 300_000_000)
    assert.throws(
      () => configurationOf({ FOOTPRINT_MEMORY_BUDGET_MB: '0' }),
      /FOOTPRINT_MEMORY_BUDGET_MB: must be 1 or more/,
    )
  })
})
