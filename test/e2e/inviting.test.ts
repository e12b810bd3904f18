import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { aBrowser, accessibilityProblems, overflow, refused } from '../support/browser.ts'
import { anInvitingApplication } from '../support/invitingApplication.ts'
import { CODE, signedInAs } from '../support/people.ts'

const DESKTOP = { width: 1280, height: 900 }
const TELEPHONE = { width: 390, height: 844 }

/** A folder for pictures of the pages, for people who want to look at them. */
const PICTURES = process.env['FOOTPRINT_TEST_PICTURES']

test('inviting in a real browser', async (t) => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const { app, services, outbox, page: pathOf, keep } = await anInvitingApplication()
  const base = await app.listen({ host: '127.0.0.1', port: 0 })

  async function onPage(
    {
      viewport,
      who,
      javaScriptEnabled = true,
    }: { viewport: typeof DESKTOP; who: string | null; javaScriptEnabled?: boolean },
    work: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ viewport, javaScriptEnabled, acceptDownloads: true })
    if (who !== null) {
      const [name = '', value = ''] = (await signedInAs(services, who)).cookie.split(/=(.*)/s)
      await context.addCookies([{ name, value, url: base }])
    }
    await work(await context.newPage())
    await context.close()
  }

  let pictures = 0
  /** What is wrong with the page as it stands. */
  async function problemsOf(page: Page, name: string): Promise<string[]> {
    if (PICTURES !== undefined) {
      mkdirSync(PICTURES, { recursive: true })
      const width = page.viewportSize()?.width ?? 0
      await page.screenshot({
        path: join(PICTURES, `${String(++pictures).padStart(2, '0')}-${name}-${width}.png`),
        fullPage: true,
      })
    }
    const sideways = (await overflow(page)) === 0 ? [] : ['it scrolls sideways']
    return [...sideways, ...(await accessibilityProblems(page))].map((problem) => `${name}: ${problem}`)
  }

  const linkOf = (contactRef: string): string => {
    const { body } = outbox.all().find((message) => message.contactRef === contactRef) ?? { body: '' }
    return /http:\S+\/invitations\/\S+/.exec(body)?.[0] ?? ''
  }

  await t.test(
    'someone is entered, the child’s wishes are written down, and people are invited, without JavaScript',
    async () => {
      await onPage({ viewport: DESKTOP, who: 'iro', javaScriptEnabled: false }, async (page) => {
        await page.goto(base + pathOf('children', 'NORTH1'))
        await page.getByRole('link', { name: 'People involved with the child' }).click()
        await page.getByRole('button', { name: 'Add someone' }).click()
        await page.getByRole('button', { name: 'Save' }).click()
        await refused(page, /^Error: Add someone involved with the child/)
        await page.getByRole('link', { name: 'Choose who the person is' }).click()
        await page.getByLabel('Who it is').selectOption('Advocate')
        await page.getByLabel('Name', { exact: true }).fill('Priya Nair')
        await page.getByLabel('Email', { exact: true }).check()
        await page.getByLabel('Email address (optional)').fill('priya@example.org')
        await page.getByRole('button', { name: 'Save' }).click()
        await page.getByRole('link', { name: 'Priya Nair' }).waitFor()

        await page.getByRole('link', { name: 'How the child wants reviews to be' }).click()
        await page.getByLabel('Where should reviews be?').fill('At Gran’s')
        assert.ok(await page.getByLabel('Mr Osei').isChecked(), 'what holds is in place')
        await page.getByLabel('Hill School').check()
        await page.getByLabel('Whom did the child tell?').fill('Priya')
        await page.getByRole('button', { name: 'Save' }).click()
        assert.match(
          await page.locator('dl', { hasText: 'At Gran’s' }).innerText(),
          /At Gran’s[^]*Mr Osei; Hill School[^]*Priya/,
        )

        await page.goto(base + pathOf('reviews', 'R-NORTH1', 'invitations'))
        assert.ok(!(await page.getByLabel('Mr Osei').isChecked()))
        assert.ok(await page.getByLabel('Priya Nair').isChecked())
        await page.getByLabel('Mr Osei').check()
        await page.getByLabel('Now').check()
        await page.getByRole('button', { name: 'Invite them' }).click()
        await page.getByRole('link', { name: /does not want Mr Osei to come/ }).click()
        await page.getByLabel('If you invite someone').fill('He needs to hear the plan.')
        await page.getByRole('button', { name: 'Invite them' }).click()
        await page
          .getByText('Everyone involved with the child knows, or will be told.')
          .or(page.getByText('Can’t be told yet'))
          .waitFor()
        assert.equal(await page.getByRole('row', { name: /Invitation to a review/ }).count(), 4)
      })
      assert.equal(outbox.all().length, 4)
    },
  )

  await t.test('an address for the calendar is made, and switched off', async () => {
    await onPage({ viewport: TELEPHONE, who: 'iro', javaScriptEnabled: false }, async (page) => {
      await page.goto(base + pathOf('due'))
      await page.getByRole('link', { name: 'Have your reviews in your calendar' }).click()
      await page.getByRole('button', { name: 'Get an address for your calendar' }).click()
      const address = await page.getByLabel('Address of your calendar').inputValue()
      assert.equal((await fetch(address)).status, 200)
      await page.getByRole('button', { name: 'Switch it off' }).click()
      await page.getByRole('button', { name: 'Get an address for your calendar' }).waitFor()
      assert.equal((await fetch(address)).status, 404)
    })
  })

  await t.test('an invited person opens the link on a telephone, and takes the meeting into a calendar', async () => {
    await onPage({ viewport: TELEPHONE, who: null, javaScriptEnabled: false }, async (page) => {
      await page.goto(linkOf('mother'))
      assert.equal(await page.title(), 'You are invited to a meeting')
      assert.match(await page.locator('main').innerText(), /Wednesday 15 February 2023[^]*7 Mill Lane/)
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Add it to your calendar' }).click()
      assert.equal((await download).suggestedFilename(), 'meeting.ics')
    })
  })

  for (const viewport of [DESKTOP, TELEPHONE]) {
    await t.test(`every page of inviting is accessible and fits a window ${viewport.width} pixels wide`, async () => {
      const found: string[] = []
      const visit = async (page: Page, name: string, address: string) => {
        await page.goto(address)
        assert.equal(await page.locator('h1').count(), 1, name)
        found.push(...(await problemsOf(page, name)))
      }
      await onPage({ viewport, who: 'iro' }, async (page) => {
        const child = (...parts: string[]) => base + pathOf('children', 'NORTH2', ...parts)
        await visit(page, 'contacts', child('contacts'))
        await visit(page, 'contact', child('contacts', 'mother'))
        await visit(page, 'new', child('contacts', 'new'))
        await page.getByRole('button', { name: 'Save' }).click()
        await page.locator('.govuk-error-summary').waitFor()
        found.push(...(await problemsOf(page, 'new-wrong')))
        await visit(page, 'choices', child('choices'))
        await page.getByLabel('Year').fill('2099')
        await page.getByRole('button', { name: 'Save' }).click()
        await page.locator('.govuk-error-summary').waitFor()
        found.push(...(await problemsOf(page, 'choices-wrong')))
        await visit(page, 'invitations', base + pathOf('reviews', 'R-NORTH2', 'invitations'))
        await page.getByLabel('Mr Osei').check()
        await page.getByRole('button', { name: 'Invite them' }).click()
        await page.locator('.govuk-error-summary').waitFor()
        found.push(...(await problemsOf(page, 'invitations-wrong')))
        await visit(page, 'invited', base + pathOf('reviews', 'R-NORTH1', 'invitations'))
        await visit(page, 'calendar', base + pathOf('calendar'))
        await page.getByRole('button', { name: /Get a/ }).click()
        found.push(...(await problemsOf(page, 'calendar-made')))
      })
      await onPage({ viewport, who: null }, async (page) => {
        await visit(page, 'link', linkOf('mother'))
        await visit(page, 'link-child', linkOf('me'))
        await visit(page, 'link-nowhere', `${base}/invitations/${CODE}.${'0'.repeat(26)}`)
      })
      assert.deepEqual(found, [])
    })
  }

  await t.test('the link of a meeting that is off says so', async () => {
    await keep({
      'meetings.csv':
        'review_ref,number,child,date,starts_at,purpose,status\nR-NORTH1,1,NORTH1,2023-02-15,14:30,REVIEW,CANCELLED',
    })
    await onPage({ viewport: TELEPHONE, who: null }, async (page) => {
      const found: string[] = []
      for (const contactRef of ['mother', 'me']) {
        await page.goto(linkOf(contactRef))
        assert.match(await page.locator('h1').innerText(), /will not (?:take place|happen)/)
        found.push(...(await problemsOf(page, `off-${contactRef}`)))
      }
      assert.deepEqual(found, [])
    })
    await onPage({ viewport: DESKTOP, who: 'iro' }, async (page) => {
      await page.goto(base + pathOf('reviews', 'R-NORTH1', 'invitations'))
      await page.getByText('This meeting is cancelled').waitFor()
      assert.equal(await page.getByRole('button', { name: 'Invite them' }).count(), 0)
    })
  })
})
