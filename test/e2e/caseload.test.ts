import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { aBrowser, fillDay, problemsOf, refused } from '../support/browser.ts'
import { aCaseloadApplication, caseloadToday } from '../support/caseload.ts'
import { enter } from '../support/people.ts'
import { localOperator } from '../../src/access/domain/actor.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'

const widths = { desktop: { width: 1280, height: 900 }, telephone: { width: 390, height: 844 } }

/** Every page of the caseload, in its states: which route it shows, and what it should be called. */
const visits: readonly { route: string; address: string; title: RegExp }[] = [
  { route: 'caseload', address: 'caseload', title: /^Caseload/ },
  { route: 'caseload', address: 'caseload?asAt=nonsense', title: /^Error: Caseload/ },
  { route: 'caseload/of/:officer', address: 'caseload/of/O3', title: /^Children of Lee Tarn/ },
  { route: 'caseload/ahead', address: 'caseload/ahead', title: /^Months ahead/ },
  { route: 'caseload/ahead', address: 'caseload/ahead?officer=O1&from=1 12 2022&to=28 2 2023&fte=0.5&postFrom=1 1 2023&flow=yes', title: /^Months ahead/ },
  { route: 'caseload/ahead', address: 'caseload/ahead?fte=none', title: /^Error: Months ahead/ },
  { route: 'caseload/waiting', address: 'caseload/waiting', title: /^Waiting for an IRO/ },
  { route: 'caseload/requests', address: 'caseload/requests', title: /^Wishes for another IRO/ },
  { route: 'caseload/officers', address: 'caseload/officers', title: /^Officers/ },
  { route: 'caseload/officers/new', address: 'caseload/officers/new', title: /^Add an officer/ },
  { route: 'caseload/officers/:officer', address: 'caseload/officers/O3', title: /^Lee Tarn/ },
  { route: 'caseload/officers/:officer/hand-over', address: 'caseload/officers/O3/hand-over', title: /^Hand over children/ },
  { route: 'caseload/officers/:officer/handed-over', address: 'caseload/officers/O3/handed-over?on=2022-12-01', title: /handed over from Lee Tarn/ },
  { route: 'caseload/officers/:officer/handed-over/undo', address: 'caseload/officers/O3/handed-over/undo?on=2022-12-01', title: /handover/ },
  { route: 'children/:child/officer', address: 'children/KIN2/officer', title: /^IRO of child KIN2/ },
  { route: 'children/:child/officer/ask', address: 'children/KIN1/officer/ask', title: /^Child KIN1 asks/ },
  { route: 'children/:child/officer/requests/:on', address: 'children/LATE1/officer/requests/2022-11-22', title: /^Another IRO/ },
] // prettier-ignore

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

describe('officers and the caseload in a real browser', async () => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const { app, services, caseload, page: path } = await aCaseloadApplication()
  await enter(services, 'manager', { name: 'Marian Okafor', roles: ['iro_manager'] })
  const base = await app.listen({ host: '127.0.0.1', port: 0 })

  async function signIn(page: Page): Promise<void> {
    await page.goto(`${base}/sign-in`)
    await page.getByLabel('Marian Okafor').check()
    await page.getByRole('button', { name: 'Sign in' }).click()
  }

  const asked = await caseload.requests.ask({
    by: localOperator(demoAuthority.code),
    authority: demoAuthority,
    child: 'LATE1',
    on: caseloadToday,
    askedBy: 'CHILD',
    reason: 'I never see mine',
  })
  assert.deepEqual(asked, [])

  test('the tour misses no page of the caseload', () => {
    const served = app.servedRoutes
      .filter(({ method, pattern }) => method === 'GET' && /\/(?:caseload|officer)(?:\/[^.]*)?$/.test(pattern))
      .map(({ pattern }) => pattern)
    assert.ok(served.length > 8)
    const visited = visits.map(({ route }) => `/authorities/:code/${route}`)
    assert.deepEqual(
      served.filter((pattern) => !visited.includes(pattern)),
      [],
    )
  })

  for (const [name, viewport] of Object.entries(widths)) {
    test(`every page is accessible and fits (${name})`, async () => {
      await onPage(browser, viewport, true, async (page) => {
        await signIn(page)
        const found: string[] = []
        for (const { address, title } of visits) {
          await page.goto(base + path(address))
          assert.match(await page.title(), title)
          found.push(...(await problemsOf(page)))
        }
        assert.deepEqual(found, [])
      })
    })
  }

  test('without scripts: a new child has the sibling’s officer in time, and the mother’s officer is refused', async () => {
    await onPage(browser, widths.desktop, false, async (page) => {
      await signIn(page)
      await page.getByRole('link', { name: 'Caseload' }).click()
      await page.getByRole('link', { name: '3 children without an IRO, 1 for too long' }).click()
      const waits = page.getByRole('row', { name: /KIN2/ })
      assert.match(
        await waits.innerText(),
        /Friday 25 November 2022, in 3 days[^]*IRO of KIN1, the child’s brother or sister/,
      )
      await waits.getByRole('link', { name: 'Choose an IRO' }).click()
      assert.ok(await page.getByLabel('Ifeanyi Price').isChecked(), 'the sibling’s IRO is proposed')

      await page.getByLabel('Sunita Marsh').check()
      await page.getByRole('button', { name: 'Make this the child’s IRO' }).click()
      await refused(page, /^Error: IRO of child KIN2/)
      await page.getByRole('link', { name: /KIN1 with Ifeanyi Price/ }).click()
      await page.getByLabel('Ifeanyi Price').check()
      await page.getByRole('button', { name: 'Make this the child’s IRO' }).click()
      await page.getByText('Ifeanyi Price, since 22 November 2022.').waitFor()

      // The mother's IRO is not offered; and an own child with the same IRO can't be entered.
      await page.goto(base + path('children', 'BABY1', 'officer'))
      assert.equal(await page.getByLabel('Sunita Marsh').count(), 0)
      await page.goto(base + path('children', 'KIN1', 'officer'))
      await page.getByText('Enter someone of the family').click()
      await page.getByLabel('The other child’s id').fill('GROWN1')
      await page.getByLabel('Mother or father of the child').check()
      await page.getByRole('button', { name: 'Enter', exact: true }).click()
      assert.match(await page.locator('.govuk-error-summary').innerText(), /Ifeanyi Price is the IRO of both/)
      assert.equal(await page.getByLabel('The other child’s id').inputValue(), 'GROWN1')
    })
  })

  test('a handover of who leaves', async (t) => {
    await t.test('the answers to check before a handover can be used by everyone', async () => {
      for (const viewport of Object.values(widths)) {
        await onPage(browser, viewport, true, async (page) => {
          await signIn(page)
          await page.goto(base + path('caseload', 'officers', 'O3', 'hand-over'))
          await page.getByLabel('Why does the IRO change?').fill('Lee Tarn leaves')
          await page.getByRole('button', { name: 'Continue' }).click()
          await page.getByRole('heading', { name: 'Check before you hand over 3 children of Lee Tarn' }).waitFor()
          assert.deepEqual(await problemsOf(page), [])
        })
      }
    })

    await t.test(
      'without scripts: an absence is tried on the board, and who leaves hands the children over',
      async () => {
        await onPage(browser, widths.telephone, false, async (page) => {
          await signIn(page)
          await page.goto(base + path('caseload', 'ahead'))
          await page.getByText('Try what would happen').click()
          await page.getByLabel('IRO', { exact: true }).selectOption('Lee Tarn')
          await fillDay(page, 'First day away', ['1', '12', '2022'])
          await fillDay(page, 'Last day away', ['20', '12', '2022'])
          await page.getByRole('button', { name: 'Show' }).click()
          await page.getByText('Tried: Lee Tarn away from 1 December 2022 to 20 December 2022.').waitFor()
          assert.match(page.url(), /officer=O3&from-day=1&from-month=12&from-year=2022/)
          assert.match(
            await page.getByRole('row', { name: /^December 2022/ }).innerText(),
            /20 December 2022[^]*0\.8 away/,
          )
          assert.match(await page.getByRole('row', { name: /^Lee Tarn/ }).innerText(), /away\s+0\.8\s+3\s+0/)

          await page.goto(base + path('caseload', 'officers', 'O3'))
          await page.getByText('3 children would be without an IRO from 1 January 2023').waitFor()
          await page.getByRole('link', { name: 'Hand them over' }).click()
          await page.getByRole('button', { name: 'Continue' }).click()
          await page.getByRole('link', { name: 'Say why the IRO changes' }).click()
          await page.getByLabel('Why does the IRO change?').fill('Lee Tarn leaves')
          await page.getByLabel('What must the new IROs know?').fill('See the last review')
          await page.getByRole('button', { name: 'Continue' }).click()
          await page.getByRole('heading', { name: 'Check before you hand over 3 children of Lee Tarn' }).waitFor()
          await page.getByRole('button', { name: 'Hand over' }).click()
          await page.getByRole('heading', { name: '3 children handed over from Lee Tarn' }).waitFor()
          await page.getByRole('link', { name: /, LEFT1$/ }).click()
          await page.getByText('Goodbye from an IRO: waits for approval.').waitFor()
          assert.match(await page.locator('main').innerText(), /from 1 January 2023\.[^]*See the last review/)
        })
      },
    )
  })
})
