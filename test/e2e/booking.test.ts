import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { aBookingApplication, importRegisters } from '../support/booking.ts'
import { aBrowser, fillDay, problemsOf, refused } from '../support/browser.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { CODE, enter } from '../support/people.ts'

const DESKTOP = { width: 1280, height: 900 }
const TELEPHONE = { width: 390, height: 844 }

async function onPage(
  browser: Browser,
  viewport: { width: number; height: number },
  javaScriptEnabled: boolean,
  work: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({ viewport, javaScriptEnabled })
  // A control that is not there fails the test, rather than waits for the end of it.
  context.setDefaultTimeout(15_000)
  try {
    await work(await context.newPage())
  } finally {
    await context.close()
  }
}

test('booking in a real browser', async (t) => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const { app, services } = await aBookingApplication()
  await enter(services, 'support', { name: 'Bea Booker', roles: ['business_support'] })
  // Without its second review, this child's is overdue since 6 September.
  await importRegisters(services, {
    'reviews.csv': 'review_ref,child,kind,status,held_date\nR-OLD-SOUTH2,SOUTH2,CLA,CANCELLED,',
  })
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const address = (...parts: string[]) => [base, 'authorities', CODE, 'reviews', ...parts].join('/')

  async function signIn(page: Page): Promise<void> {
    await page.goto(`${base}/sign-in`)
    await page.getByLabel('Bea Booker').check()
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('Bea Booker').first().waitFor()
  }

  /** Fails where the page as it stands is not accessible, or scrolls sideways. */
  async function checkPage(page: Page): Promise<void> {
    assert.deepEqual(await problemsOf(page), [])
  }

  for (const [child, viewport, hasScripts] of [
    ['SOUTH1', DESKTOP, false],
    ['NORTH2', TELEPHONE, true],
  ] as const) {
    await t.test(
      `booked, moved, adjourned and cancelled, ${hasScripts ? 'with' : 'without'} JavaScript, ${viewport.width} pixels wide`,
      async () => {
        await onPage(browser, viewport, hasScripts, async (page) => {
          // Axe itself is a script: a page that runs none can't be asked.
          const check = (shown: Page) => (hasScripts ? checkPage(shown) : Promise.resolve())
          await signIn(page)
          await page.goto(address())
          await check(page)
          await page.getByRole('link', { name: `Book the review of child ${child}` }).click()
          await check(page)
          assert.equal(await page.getByLabel('IRO', { exact: true }).inputValue(), 'O1')
          await page.getByRole('button', { name: 'Book the review' }).click()
          await refused(page, /^Error: Book the review/)
          await page.getByRole('link', { name: 'Choose how people meet' }).click()
          await check(page)
          await page.getByLabel('In person', { exact: true }).check()
          await page
            .getByRole('radio', { name: /4pm to 5pm|3:30pm to 4:30pm/ })
            .first()
            .check()
          await page.getByLabel('Where').fill('At school')
          await page.getByRole('button', { name: 'Book the review' }).click()
          await page.getByText('The review is booked.').waitFor()
          await check(page)
          assert.match(await page.locator('main').innerText(), /Booked in time/)

          await page.getByRole('button', { name: 'Move the review' }).click()
          await check(page)
          await fillDay(page, 'The day', ['23', '11', '2022'])
          await page.getByRole('button', { name: 'Move the review' }).click()
          await page.getByRole('link', { name: 'Choose who asked for another day' }).click()
          await page.getByLabel('The carer').check()
          await page.getByLabel('Why it is moved').fill('A school trip')
          await check(page)
          await page.getByRole('button', { name: 'Move the review' }).click()
          await page.getByText('The review is moved.').waitFor()
          assert.match(await page.locator('main').innerText(), /The carer\s+A school trip/)

          await page.getByRole('button', { name: 'Adjourn the review' }).click()
          await check(page)
          await fillDay(page, 'The day of the meeting that was adjourned', ['22', '11', '2022'])
          await fillDay(page, 'The day', ['21', '12', '2022'])
          await page.getByLabel('Starts at').fill(child === 'SOUTH1' ? '4pm' : '10am')
          await page.getByLabel('Why it was adjourned').fill('The school did not come')
          await page.getByLabel('Whose decision it was').selectOption({ index: 1 })
          await page.getByRole('button', { name: 'Adjourn the review' }).click()
          await page.getByRole('link', { name: 'It must go on by 20 December 2022' }).click()
          await fillDay(page, 'The day', ['20', '12', '2022'])
          await page.getByRole('button', { name: 'Adjourn the review' }).click()
          await page.getByText('The review is adjourned.').waitFor()
          assert.match(
            await page.locator('main').innerText(),
            /Begun on 22 November 2022, and to be completed by 20 December/,
          )
          await check(page)

          await page.getByRole('button', { name: 'Cancel the review' }).click()
          await check(page)
          await page.getByLabel('Why is it cancelled?').fill('The child went home')
          await page.getByRole('button', { name: 'Cancel the review' }).click()
          await page.getByText('The review is cancelled.').waitFor()
          assert.match(await page.locator('main').innerText(), /Cancelled: it is not held/)
          await page.goto(address())
          await page.getByRole('link', { name: `Book the review of child ${child}` }).waitFor()
        })
      },
    )
  }

  await t.test('a review that was held late is recorded with its reason', async () => {
    await onPage(browser, DESKTOP, true, async (page) => {
      await signIn(page)
      await page.goto(address('book', 'SOUTH2'))
      await fillDay(page, 'The day', ['22', '11', '2022'])
      await page.getByLabel('Starts at').fill('9am')
      await page.getByLabel('By video or phone', { exact: true }).check()
      await page.getByRole('button', { name: 'Book the review' }).click()
      await page.getByRole('link', { name: 'Choose why it is late: it was due by 6 September 2022' }).click()
      await page.getByLabel('Why it is late').selectOption('The IRO was absent')
      await page.getByRole('button', { name: 'Book the review' }).click()
      await page.getByText('The review is booked.').waitFor()
      await page.getByRole('link', { name: 'Record what happened' }).click()
      await checkPage(page)
      await page.getByLabel('Yes, at this meeting').check()
      await page.getByLabel('Why it is late').selectOption('')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('link', { name: 'Choose why it is late: it was due by 6 September 2022' }).waitFor()
      await checkPage(page)
      await page.getByLabel('Why it is late').selectOption('The care plan or assessment was not ready')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('The meeting is recorded as held.').waitFor()
      assert.match(await page.locator('main').innerText(), /No, it was due by 6 September 2022/)
      await page.locator('#main-content').getByRole('link', { name: 'SOUTH2' }).click()
      await page.getByRole('heading', { name: 'Booking', exact: true }).waitFor()
      await page.goto(address('late'))
      assert.match(await page.locator('main').innerText(), /77 days late\s+SOUTH2\s+Ada Adams\s+The care plan/)
      await checkPage(page)
    })
  })

  await t.test('brothers and sisters are booked together by keyboard only', async () => {
    await onPage(browser, DESKTOP, true, async (page) => {
      await signIn(page)
      await page.goto(address('book', 'NORTH1'))
      assert.match(await page.locator('main').innerText(), /Said on 1 August 2022\. Told to: Ada Adams/)
      await tabTo(page, 'Why this date')
      await page.keyboard.press('Enter')
      await tabTo(page, /Another day or time/)
      await page.keyboard.press('ArrowUp')
      const chosen = await focused(page)
      assert.match(chosen, /4pm to 5pm|3:30pm to 4:30pm/)
      await tabTo(page, 'Where')
      await page.keyboard.type('The kitchen at home')
      await tabTo(page, 'The place is as the child wishes')
      await page.keyboard.press('Space')
      await tabTo(page, 'Child NORTH2')
      await page.keyboard.press('Space')
      await tabTo(page, 'Book the review')
      await page.keyboard.press('Enter')
      await page.getByText('The reviews are booked, one after the other.').waitFor()
      await page.goto(address('booked'))
      await tabTo(page, /^Mark the review of child NORTH1/)
      await page.keyboard.press('Space')
      await tabTo(page, 'Continue with those marked')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Change 1 review' }).waitFor()
      await page.getByLabel('IRO').selectOption('O2')
      await page.getByRole('button', { name: 'Give all to this IRO' }).click()
      await page.getByText('The reviews have another IRO.').waitFor()
      await page.goto(address('calendar?view=month&day=2023-02-01'))
      await checkPage(page)
      assert.match(await page.locator('table').innerText(), /Ben Brown: on leave/)
      assert.match(await page.locator('table').innerText(), /NORTH1, Ben Brown/)
    })
  })
})
