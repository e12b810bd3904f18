import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { aBrowser, problemsOf, refused } from '../support/browser.ts'
import { CODE, aPeopledApplication, enter } from '../support/people.ts'

const widths = { desktop: { width: 1280, height: 900 }, telephone: { width: 390, height: 844 } }

describe('settings in a real browser', async () => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const { app, services } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
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

  test('an administrator sets words, roles and late reasons, without JavaScript, and sees them used', async () => {
    const context = await browser.newContext({ viewport: widths.desktop, javaScriptEnabled: false })
    const page = await context.newPage()
    await signInAs(page, 'Piotr Hale')
    await page.getByRole('link', { name: 'Words' }).click()
    await page.getByLabel('What they are called, several of them').fill('')
    await page.getByRole('button', { name: 'Save' }).click()
    await refused(page, /^Error: Words/)
    await page.getByRole('link', { name: 'Fill in “What they are called, several of them”' }).click()
    await page.keyboard.type('children in our care')
    await page.getByLabel('Independent reviewing officer (IRO)').fill('Reviewing officer')
    // Enter saves the page: it must not press the first button that puts something back.
    await page.getByLabel('Administrator').fill('Keeper of settings')
    await page.keyboard.press('Enter')
    await page.getByText('It holds from now on').waitFor()
    await page.getByText('Piotr Hale, Keeper of settings').waitFor()

    await page.getByLabel('Name', { exact: true }).fill('Reviewing Service of Hartsmere')
    await page.keyboard.press('Enter')
    await page.getByText('It holds from now on').waitFor()
    assert.equal(await page.getByLabel('Administrator').inputValue(), 'Keeper of settings')

    await page.getByRole('link', { name: 'Settings', exact: true }).first().click()
    await page.getByRole('link', { name: 'Lists to choose from' }).click()
    await page.getByLabel('Reasons, one on each line').fill('Snow\nOther')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Back to the default: why reviews are late' }).waitFor()

    await page.getByRole('link', { name: 'Who has changed the settings' }).click()
    await page.getByText('“Snow; Other” instead of').waitFor()

    await signInAs(page, 'Ifeanyi Price')
    await page.getByText('Ifeanyi Price, Reviewing officer').waitFor()
    await page.getByRole('link', { name: 'Children', exact: true }).click()
    await page.getByRole('heading', { name: 'Children in our care' }).waitFor()
    await page.goto(address('settings', 'rules', 'words'))
    await page.getByText('Your role here: Reviewing officer.').waitFor()
    await context.close()
  })

  for (const [name, viewport] of Object.entries(widths)) {
    test(`every page of settings is accessible and fits, with all set by the authority (${name})`, async () => {
      const { own, version } = await services.settings.current(CODE)
      const all = {
        ...own,
        inviteDaysBefore: viewport.width % 100,
        ageBands: 'five_to_ten' as const,
        population: { '2025-26': { value: 37000, source: 'ONS mid-2025 estimate' } },
      }
      const authority = { code: CODE, name: 'Hartsmere' }
      await services.settings.replace(authority, all, { by: 'admin', replaces: version })
      const context = await browser.newContext({ viewport })
      const page = await context.newPage()
      await signInAs(page, 'Piotr Hale')
      const found: string[] = []
      for (const path of [
        [],
        ...['words', 'time-limits', 'lists', 'caseload', 'figures'].map((rules) => ['rules', rules]),
        ['presets'],
        ['presets', 'blackpool'],
        ['history'],
      ]) {
        await page.goto(address('settings', ...path))
        assert.equal(await page.locator('h1').count(), 1)
        found.push(...(await problemsOf(page)))
        const shots = process.env['FOOTPRINT_SHOTS']
        if (shots) await page.screenshot({ path: `${shots}/${name}-${path.join('-')}.png`, fullPage: true })
      }
      // Saved, and refused.
      await page.goto(address('settings', 'rules', 'lists'))
      for (const reasons of ['Fog', '']) {
        await page.getByLabel('Reasons, one on each line').fill(reasons)
        await page.getByRole('button', { name: 'Save' }).click()
        await page.getByText(reasons === '' ? 'There is a problem' : 'It holds from now on').waitFor()
        found.push(...(await problemsOf(page)))
      }
      await context.close()
      assert.deepEqual(found, [])
    })
  }
})
