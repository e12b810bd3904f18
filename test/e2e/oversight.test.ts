import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { aBrowser, accessibilityProblems, overflow, refused } from '../support/browser.ts'
import { CODE, aPeopledApplication, enter } from '../support/people.ts'

describe('an IRO’s day', async () => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const { app, services } = await aPeopledApplication([{ child: 'NORTH1', worker: 'SW1' }])
  await enter(services, 'iro', { name: 'Ifeanyi Price', roles: ['iro'] })
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const address = (...parts: string[]) => [base, 'authorities', CODE, ...parts].join('/')

  /** Nothing wrong with the page as it stands, on a telephone. */
  async function isSound(page: Page): Promise<void> {
    assert.deepEqual(await accessibilityProblems(page), [], page.url())
    assert.equal(await overflow(page), 0, `${page.url()} scrolls sideways`)
  }

  async function fillDay(page: Page, form: string, field: string, day: string): Promise<void> {
    for (const [index, part] of ['day', 'month', 'year'].entries())
      await page.locator(`#${form}-${field}-${part}`).fill(day.split(' ')[index] ?? '')
  }

  test('a sign is seen and acknowledged, a note is written once, and the limit is met', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`${base}/sign-out`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('Ifeanyi Price').check()
    await page.getByRole('button', { name: 'Sign in' }).click()

    await page.goto(address('children', 'NORTH1', 'oversight'))
    await isSound(page)
    await page.getByLabel('How many weeks may pass').fill('2')
    await fillDay(page, 'plan', 'from', '1 9 2022')
    await page.getByRole('button', { name: 'Save what was agreed' }).click()
    await page.getByText('What was agreed is saved').waitFor()

    await page.goto(address('children', 'NORTH1', 'signs'))
    await page.getByLabel('What happened').selectOption('EMERGENCY_MOVE')
    await fillDay(page, 'event', 'on', '1 11 2022')
    await page.getByRole('button', { name: 'Save what happened' }).click()
    await page.goto(address('work'))
    await page
      .getByText(/Look at (?:a sign|\d+ signs)/)
      .first()
      .waitFor()
    await page.goto(address('signs'))
    await isSound(page)
    await page.getByRole('link', { name: /Emergency move/ }).click()
    await page.getByLabel('Which sign').selectOption('EMERGENCY_MOVE')
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).click()
    await refused(page, /^Error/)
    await page.getByLabel('What is done about it').fill('The review is brought forward.')
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).click()
    await page.getByText('The sign is acknowledged').waitFor()
    await isSound(page)

    await page.goto(address('children', 'NORTH1'))
    const limit = page.getByText(/Contact as agreed with the child: .*late/)
    await limit.waitFor()
    await isSound(page)
    await page.getByLabel('What was done between reviews').selectOption('CONTACT')
    await fillDay(page, 'entry', 'on', '20 11 2022')
    await page.getByLabel('Note (optional)').fill('Spoke on the telephone.')
    await page.getByRole('button', { name: 'Save the note' }).click()
    await page.getByText('The note is saved').waitFor()
    await page.goto(address('children', 'NORTH1'))
    assert.equal(await limit.count(), 0)
    await page.goto(address('children', 'NORTH1', 'missing'))
    await isSound(page)
    await context.close()
  })
})
