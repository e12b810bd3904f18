import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { protocols } from '../../src/challenge/presets.ts'
import { protocolSetting } from '../../src/challenge/settings.ts'
import { aBookingApplication } from '../support/booking.ts'
import { aBrowser, accessibilityProblems, overflow, refused } from '../support/browser.ts'
import { CODE, enter } from '../support/people.ts'

describe('a challenge in a real browser', async () => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const { app, services } = await aBookingApplication()
  await enter(services, 'iro', { name: 'Ivy Reviewer', roles: ['iro'] })
  const { own, version } = await services.settings.current(CODE)
  const chosen = { ...own, ...protocolSetting.as(protocols.cheshireEast) }
  await services.settings.replace({ code: CODE, name: 'Hartsmere' }, chosen, { by: 'iro', replaces: version })
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const address = (...parts: string[]) => [base, 'authorities', CODE, ...parts].join('/')

  /** Fails where the page as it stands is not accessible, or scrolls sideways. */
  async function check(page: Page): Promise<void> {
    assert.deepEqual(await accessibilityProblems(page), [], page.url())
    assert.equal(await overflow(page), 0, `${page.url()} scrolls sideways`)
  }

  test('made in three fields, taken further, answered and closed, 390 pixels wide', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    context.setDefaultTimeout(15_000)
    try {
      const page = await context.newPage()
      await page.goto(`${base}/sign-in`)
      await page.getByLabel('Ivy Reviewer').check()
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByText('Ivy Reviewer').first().waitFor()

      await page.goto(address('children', 'NORTH1'))
      await page.getByLabel('What it is about').selectOption('Health assessment late')
      await page.getByLabel('What you said').fill('The assessment was due in September')
      await page.getByLabel('To whom (their role)').fill('team manager')
      await page.getByRole('button', { name: 'Save the challenge' }).click()
      await page.getByText('The challenge is saved.').waitFor()
      assert.match(await page.locator('main').innerText(), /Informal Quality Assurance Alert/)
      await check(page)
      const own = page.url().split('?')[0] ?? ''

      await page.getByRole('radio', { name: 'Formal alert' }).check()
      await page.getByRole('button', { name: 'Take it further' }).click()
      await page.getByText('The challenge has passed to the next stage.').waitFor()
      await page.getByRole('button', { name: 'Make a link' }).click()
      const link = await page.getByLabel('Address that opens the page').inputValue()
      await check(page)

      // The person who holds the link does not sign in.
      const outside = await context.newPage()
      await outside.goto(new URL(link).pathname.replace(/^/, base))
      await check(outside)
      await outside.getByLabel('Day').fill('4')
      await outside.getByLabel('Month').fill('2')
      await outside.getByRole('button', { name: 'Continue' }).click()
      await outside.getByText('That does not open this page').first().waitFor()
      await check(outside)
      await outside.getByLabel('Day').fill('3')
      await outside.getByLabel('Month').fill('2')
      await outside.getByRole('button', { name: 'Continue' }).click()
      assert.match(await outside.locator('main').innerText(), /The assessment was due in September/)
      await outside.getByLabel('Your answer').fill('It is on Thursday')
      await outside.getByRole('button', { name: 'Send the answer' }).click()
      await outside.getByText('Enter your name and role').first().waitFor()
      await check(outside)
      await outside.getByLabel('Your name and role').fill('Maya Green, team manager')
      await outside.getByRole('button', { name: 'Send the answer' }).click()
      await outside.getByText('Your answer is saved').waitFor()
      await check(outside)
      await outside.close()
      await page.goto(own)
      assert.match(await page.locator('main').innerText(), /It is on Thursday\s+By Maya Green, team manager/)

      await page.getByRole('radio', { name: 'Resolved' }).check()
      await page.getByRole('button', { name: 'Close the challenge' }).click()
      await refused(page, /^Error: /)
      await check(page)
      await page.getByLabel('What came of it').fill('The assessment was made')
      await page.getByLabel('What changed for the child').fill('Her hearing is looked after')
      await page.getByRole('button', { name: 'Close the challenge' }).click()
      await page.getByText('The challenge is closed.').waitFor()
      assert.match(await page.locator('main').innerText(), /Her hearing is looked after/)
      await check(page)

      for (const [path, shown] of [
        ['challenge?which=closed', 'Informal challenge'],
        ['challenge/themes', 'Themes of challenges'],
        ['challenge/raise', 'Make a challenge'],
        ['reviews/decisions', 'Decisions until they are done'],
        ['signs?list=changes', 'Changes without a review'],
        ['children/NORTH1/court', 'Court'],
        ['children/NORTH1', 'Challenge'],
      ] as const) {
        await page.goto(address(path))
        assert.match(await page.locator('main').innerText(), new RegExp(shown), path)
        await check(page)
      }
      await page.goto(own)
    } finally {
      await context.close()
    }
  })
})
