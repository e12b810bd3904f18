import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { aBrowser, problemsOf, refused } from '../support/browser.ts'
import { behindItsBack } from '../support/database.ts'
import { CODE, aPeopledApplication, enter } from '../support/people.ts'
import { CLIENT_ID, CLIENT_SECRET, aProvider } from '../support/provider.ts'
import { openDoor } from '../../src/main/door.ts'
import { wayInOf } from '../../src/access/web/wayIn.ts'
import { localOperator } from '../../src/access/domain/actor.ts'

const widths = { desktop: { width: 1280, height: 900 }, telephone: { width: 390, height: 844 } }

async function onPage(
  browser: Browser,
  viewport: { width: number; height: number },
  javaScriptEnabled: boolean,
  work: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({ viewport, javaScriptEnabled })
  await work(await context.newPage())
  await context.close()
}

/** A port that nobody listens on: the provider must know ours before we listen. */
async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  assert.ok(address !== null && typeof address === 'object')
  return address.port
}

describe('people and access in a real browser', async () => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const {
    app,
    services,
    through,
    test: database,
  } = await aPeopledApplication([
    { child: 'NORTH1', worker: 'SW1' },
    { child: 'NORTH2', worker: 'SW2' },
  ])
  await enter(services, 'admin', { name: 'Piotr Hale', roles: ['administrator'] })
  await enter(services, 'iro', { name: 'Ifeanyi Price', roles: ['iro'] })
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const address = (...parts: string[]) => [base, 'authorities', CODE, ...parts].join('/')

  async function signInAs(page: Page, name: string): Promise<void> {
    await page.goto(`${base}/sign-out`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel(name).check()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText(name).first().waitFor()
  }

  test('an administrator adds a manager, who seals a record; an IRO breaks in, and the manager is told', async () => {
    await onPage(browser, widths.desktop, false, async (page) => {
      await signInAs(page, 'Piotr Hale')
      assert.match(page.url(), /\/settings$/)
      await page.getByRole('link', { name: 'People' }).click()
      await page.getByRole('button', { name: 'Add a person' }).click()
      await page.getByRole('button', { name: 'Continue' }).click()
      await refused(page, /^Error: Add a person/)
      await page.getByRole('link', { name: 'Choose at least one role' }).click()
      await page.getByLabel('IRO manager').check()
      await page.getByLabel('Name', { exact: true }).fill('Marian Okafor')
      await page.getByLabel('Email address').fill('marian@example.org')
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('heading', { name: 'Check before you add Marian Okafor' }).waitFor()
      await page.getByRole('button', { name: 'Add the person' }).click()
      await page.getByRole('link', { name: 'Marian Okafor' }).waitFor()

      await signInAs(page, 'Marian Okafor')
      await page.getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('link', { name: 'Sealed records' }).click()
      await page.getByRole('button', { name: 'Seal a record' }).click()
      await page.getByLabel('Child’s id').fill('NORTH1')
      await page.getByLabel('Why is it sealed?').fill('Named in the press')
      await page.getByRole('button', { name: 'Seal the record' }).click()
      await page.getByRole('link', { name: 'NORTH1', exact: true }).click()
      await page.getByText('This record is sealed').waitFor()

      await signInAs(page, 'Ifeanyi Price')
      await page.getByRole('link', { name: 'Children' }).click()
      assert.equal(await page.getByText('NORTH1').count(), 0)
      await page.getByRole('link', { name: 'Open a sealed record' }).click()
      await page.getByLabel('Child’s id').fill('NORTH1')
      await page.getByLabel('Why do you need it?').fill('Missing since last night')
      await page.getByRole('button', { name: 'Open the record' }).click()
      await page.getByRole('heading', { level: 1, name: 'NORTH1' }).waitFor()

      await signInAs(page, 'Marian Okafor')
      await page.getByRole('link', { name: /opened 1 sealed record/ }).click()
      await page.getByRole('cell', { name: 'Missing since last night' }).waitFor()
      await page.getByRole('button', { name: /I have looked into it.*Ifeanyi Price/s }).click()
      await page.getByRole('cell', { name: 'By Marian Okafor' }).waitFor()
      await page.getByRole('link', { name: 'NORTH1', exact: true }).click()
      await page.getByRole('link', { name: 'Who has looked' }).click()
      await page.getByRole('cell', { name: 'opened the sealed record for 4 hours' }).waitFor()
    })
  })

  test('an administrator is asked who is named for a seal that would be left to nobody, and names one for a seal that was', async () => {
    const roles = ['iro_manager'] as const
    for (const [id, name] of [
      ['keeper', 'Una Netherby'],
      ['next', 'Sunita Marsh'],
      ['third', 'Rhian Cole'],
    ] as const) {
      await enter(services, id, { name, roles })
    }
    const keeper = { ...localOperator(CODE), personId: 'keeper', roles }
    const seal = { child: 'NORTH2', people: ['keeper'], reason: 'Known to a colleague' }
    assert.deepEqual(await services.sealed.seal(keeper, seal, null), [])
    await onPage(browser, widths.desktop, true, async (page) => {
      const found: string[] = []
      async function look(): Promise<void> {
        for (const viewport of Object.values(widths)) {
          await page.setViewportSize(viewport)
          found.push(...(await problemsOf(page)))
        }
        await page.setViewportSize(widths.desktop)
      }
      await signInAs(page, 'Piotr Hale')
      await page.goto(address('settings', 'people', 'keeper'))
      await page.getByLabel('May sign in').uncheck()
      await page.getByRole('button', { name: 'Continue' }).click()
      await look()
      await page.getByRole('button', { name: 'Save the changes' }).click()
      await page.getByRole('link', { name: /1 sealed record would be left to nobody/ }).click()
      await look()
      await page.getByLabel('Who is named for their sealed records').selectOption('Sunita Marsh')
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('button', { name: 'Save the changes' }).click()
      await page.getByRole('heading', { name: 'People' }).waitFor()

      await behindItsBack(
        database.database,
        sql`update child_seal set person_ids = '{keeper}' where known_to = 'infinity' and child = 'NORTH2'`,
      )
      await page.goto(address('settings'))
      await page.getByRole('link', { name: /Nobody who is named can manage 1 sealed record/ }).click()
      await page.getByRole('button', { name: /^Name/ }).click()
      await page.getByRole('link', { name: /Choose who is named/ }).click()
      await look()
      await page.getByLabel(/Who is named for the record/).selectOption('Sunita Marsh')
      await page.getByRole('button', { name: /^Name/ }).click()
      assert.equal(await page.getByRole('heading', { name: 'Left to nobody' }).count(), 0)

      await signInAs(page, 'Rhian Cole')
      await page.getByRole('link', { name: 'An administrator named someone for 2 sealed records' }).click()
      await look()
      await page
        .getByRole('button', { name: /I have looked into it/ })
        .first()
        .click()
      await page.getByRole('cell', { name: 'By Rhian Cole' }).waitFor()
      assert.equal(await page.getByText('NORTH2').count(), 0)
      assert.deepEqual(found, [])
    })
  })

  for (const [name, viewport] of Object.entries(widths)) {
    test(`the pages at the door are accessible and fit (${name})`, async () => {
      await onPage(browser, viewport, true, async (page) => {
        const found: string[] = []
        await page.goto(`${base}/sign-in`)
        found.push(...(await problemsOf(page)))
        await page.goto(`${base}/signed-out`)
        found.push(...(await problemsOf(page)))
        await signInAs(page, 'Ifeanyi Price')
        await page.goto(address('settings', 'people'))
        await page.getByRole('heading', { name: 'You do not have permission' }).waitFor()
        found.push(...(await problemsOf(page)))
        await signInAs(page, 'Piotr Hale')
        await page.goto(address('settings', 'people', 'new'))
        await page.getByRole('button', { name: 'Continue' }).click()
        found.push(...(await problemsOf(page)))
        await page.context().clearCookies({ name: 'footprint-session' })
        await page.getByRole('button', { name: 'Continue' }).click()
        await page.getByRole('heading', { name: 'Sign in to go on' }).waitFor()
        found.push(...(await problemsOf(page)))
        assert.deepEqual(found, [])
      })
    })
  }

  test('the browser follows the way to a provider and back, and out again', async () => {
    const port = await aFreePort()
    const redirectUrl = `http://127.0.0.1:${port}/sign-in/callback`
    const provider = await aProvider(redirectUrl)
    const door = wayInOf({
      provider: {
        issuer: provider.issuer,
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        redirectUrl,
        trustsEmail: false,
      },
      hasDemoPeople: false,
      isProduction: false,
      database: { url: null, ownerUrl: null, dataFolder: 'data' },
    })
    const ours = await through({ ...openDoor, wayIn: door })
    const here = await ours.listen({ host: '127.0.0.1', port })
    await onPage(browser, widths.desktop, false, async (page) => {
      await page.goto(`${here}/`)
      await page.locator('input[name=login]').fill('iro')
      await page.locator('input[name=password]').fill('x')
      await page.getByRole('button', { name: 'Sign-in' }).click()
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.getByRole('heading', { name: 'My work' }).waitFor()
      await page.getByRole('link', { name: 'Sign out' }).click()
      assert.equal(new URL(page.url()).origin, provider.issuer)
      await page.getByRole('button', { name: 'Yes, sign me out' }).click()
      await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
      await page.goto(`${here}/authorities/${CODE}/due`)
      assert.equal(new URL(page.url()).origin, provider.issuer, 'one has to sign in again')
    })
  })
})
