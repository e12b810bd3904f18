import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { aBrowser, accessibilityProblems, overflow } from '../support/browser.ts'
import { anInvitingApplication } from '../support/invitingApplication.ts'
import { CODE, signedInAs } from '../support/people.ts'

const DESKTOP = { width: 1280, height: 900 }
const TELEPHONE = { width: 390, height: 844 }

describe('a child’s views in a real browser', async () => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const { app, services, outbox, keep, page: pathOf } = await anInvitingApplication()
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const found: string[] = []
  const elsewhere: string[] = []

  async function onPage(
    { viewport, who, javaScriptEnabled }: { viewport: typeof DESKTOP; who: string | null; javaScriptEnabled: boolean },
    work: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ viewport, javaScriptEnabled })
    if (who !== null) {
      const [name = '', value = ''] = (await signedInAs(services, who)).cookie.split(/=(.*)/s)
      await context.addCookies([{ name, value, url: base }])
    }
    context.on('request', (request) => {
      if (!request.url().startsWith(base) && !request.url().startsWith('data:')) elsewhere.push(request.url())
    })
    await work(await context.newPage())
    await context.close()
  }

  async function look(page: Page, name: string): Promise<void> {
    const sideways = (await overflow(page)) === 0 ? [] : ['it scrolls sideways']
    found.push(...[...sideways, ...(await accessibilityProblems(page))].map((problem) => `${name}: ${problem}`))
  }

  const linkOf = (kind: string): string =>
    /http:\S+\/your-(?:views|page|feedback)\/\S+/.exec(
      outbox.all().findLast((one) => one.contactRef === 'me' && one.kind === kind)?.body ?? '',
    )?.[0] ?? ''

  test('from the question to what was done about it', async (t) => {
    await t.test(
      'the child is asked with pictures, answers on a telephone without JavaScript, and reads it back',
      async () => {
        await onPage({ viewport: DESKTOP, who: 'iro', javaScriptEnabled: true }, async (page) => {
          await page.goto(base + pathOf('reviews', 'R-NORTH1', 'consultation'))
          await page.getByLabel('Ms Osei').uncheck()
          await page.getByLabel('Mr Osei').uncheck()
          await page.getByLabel('Hill School').uncheck()
          await page.getByLabel('Children without speech').check()
          await page.getByRole('button', { name: 'Ask them' }).click()
          await page.getByText('They are asked.').waitFor()
          await look(page, 'consultation')
        })
        await onPage({ viewport: TELEPHONE, who: null, javaScriptEnabled: false }, async (page) => {
          await page.goto(linkOf('consultation'))
          const aloud = page.getByRole('button', { name: 'Read it to me' })
          assert.equal(await aloud.count(), 0, 'without its script it would do nothing')
          await page.getByRole('button', { name: 'Start' }).click()
          await page
            .getByRole('group', { name: /My home/ })
            .getByLabel('I like this')
            .check({ force: true })
          await page
            .getByRole('group', { name: /The doctor/ })
            .getByLabel('I don’t like this')
            .check({ force: true })
          await page.getByRole('button', { name: 'Save and go on' }).click()
          await page.getByRole('radio', { name: 'A happy face Happy', exact: true }).check({ force: true })
          await page.getByRole('button', { name: 'Save and go on' }).click()
          await page.getByRole('button', { name: 'Skip this' }).click()
          await page.getByLabel('Everyone at my review').check()
          await page.getByRole('button', { name: 'Save and go on' }).click()
          const said = await page.locator('main').innerText()
          assert.match(said, /My home: I like this[^]*The doctor: I don’t like this[^]*Happy[^]*Skipped/)
          await page.getByRole('button', { name: 'Send it' }).click()
          assert.equal(await page.locator('h1').innerText(), 'Thank you')
        })
      },
    )

    await t.test('every page of the form is accessible on a telephone, reads aloud, and is left quickly', async () => {
      await onPage({ viewport: TELEPHONE, who: null, javaScriptEnabled: true }, async (page) => {
        await page.goto(linkOf('consultation'))
        await look(page, 'start')
        await page.getByRole('button', { name: 'Start' }).click()
        await look(page, 'board')
        await page.getByRole('button', { name: 'Save and go on' }).click()
        await look(page, 'choice')
        await page.getByRole('button', { name: 'Save and go on' }).click()
        await page.getByLabel('Who helped with this form').fill('Priya')
        await look(page, 'words')
        await page.getByRole('button', { name: 'Save and stop for now' }).click()
        await look(page, 'later')
        await page.goto(`${linkOf('consultation')}/readers`)
        await look(page, 'readers')
        await page.goto(`${linkOf('consultation')}/check`)
        await look(page, 'check')
        assert.match(
          (await page.getByRole('button', { name: /Leave this page/ }).getAttribute('href')) ?? '',
          /\/leave$/,
        )
        const left = await page.request.get(`${linkOf('consultation')}/leave`, { maxRedirects: 0 })
        assert.match(left.headers()['location'] ?? '', /^https:/)
        await page.goto(`${linkOf('consultation')}/check`)
        await page.getByRole('button', { name: 'Start' }).waitFor()
      })
      assert.deepEqual(elsewhere, [], 'no page asks anyone else for anything')
    })

    await t.test(
      'the IRO prepares, answers what the child wants, and the child reads it on their own page',
      async () => {
        await onPage({ viewport: DESKTOP, who: 'iro', javaScriptEnabled: true }, async (page) => {
          await page.goto(base + pathOf('reviews', 'R-NORTH1', 'preparation'))
          assert.match(await page.locator('main').innerText(), /The doctor: I don’t like this/)
          await look(page, 'preparation')
          await page.goto(base + pathOf('children', 'NORTH1', 'wishes'))
          await page.getByLabel('What the child wants').fill('No doctor at home')
          await page.getByLabel('Day').fill('1')
          await page.getByLabel('Month').fill('11')
          await page.getByLabel('Year').fill('2022')
          await page.getByLabel('Where the child said it').selectOption('On a visit')
          await page.getByRole('button', { name: 'Write it down' }).click()
          await look(page, 'wishes')
          await page.getByRole('link', { name: /^Answer/ }).click()
          await page.getByRole('radio', { name: 'Done', exact: true }).check()
          await page.getByLabel('What was done, or why').fill('The doctor sees you at school now.')
          await look(page, 'wish')
          await page.getByRole('button', { name: 'Save the answer' }).click()
          await page.goto(base + pathOf('children', 'NORTH1', 'own-page'))
          await page.getByRole('button', { name: 'Send the child a link' }).click()
          await look(page, 'giving')
          for (const part of ['feedback', 'about-me', 'forms', 'reviews/readiness']) {
            await page.goto(base + pathOf(...part.split('/')))
            await look(page, part)
          }
          await page.goto(base + pathOf('feedback', 'new'))
          await look(page, 'new feedback')
          await page.goto(base + pathOf('forms', 'symbols'))
          await look(page, 'form')
          await keep({
            'reviews.csv':
              'review_ref,child,kind,status,held_date,officer_id,participation_code,decisions_date\nR0-NORTH1,NORTH1,CLA,HELD,2022-09-06,O1,PN1,2022-09-08',
            'recommendations.csv':
              'review_ref,number,text,responsible,child_words\nR0-NORTH1,1,Bike,Carer,You will get a bike.',
          })
          for (const kind of ['letter', 'easy-read']) {
            await page.goto(base + pathOf('reviews', 'R0-NORTH1', 'after', kind))
            await look(page, kind)
            await page.getByRole('button', { name: 'Approve the letter' }).click()
            await page.getByText('The letter is approved.').waitFor()
          }
          await page.getByRole('link', { name: 'Add the letter in another language' }).click()
          await page.getByLabel('Language').selectOption('Arabic')
          await page.getByLabel('A machine').check()
          await page.getByLabel('The translated letter').fill('ستحصل على دراجة.')
          await look(page, 'translation')
          await page.getByRole('button', { name: 'Approve the translation' }).click()
          await page.getByText('The translation is approved.').waitFor()
          await page.goto(base + pathOf('reviews', 'R0-NORTH1'))
          await page.getByRole('link', { name: 'Ask how it was' }).click()
          await look(page, 'asking how it was')
          await page.getByRole('button', { name: 'Ask them' }).click()
          await page.getByText('They are asked, each by a link').waitFor()
        })
        const [history] = (await services.worlds.ofChild(CODE, 'NORTH1', services.house.today(), null)).histories
        const born = history?.record.bornOn
        await onPage({ viewport: TELEPHONE, who: null, javaScriptEnabled: true }, async (page) => {
          await page.goto(linkOf('child_page'))
          await look(page, 'closed page')
          assert.doesNotMatch(await page.content(), /NORTH1|doctor|Rowan/)
          await page.getByLabel('Day').fill(String(born?.day))
          await page.getByLabel('Month').fill(String(born?.month))
          await page.getByRole('button', { name: 'Open my page' }).click()
          const own = await page.locator('main').innerText()
          assert.match(own, /You will get a bike\.[^]*My letter after the review on 6 September 2022[^]*In Arabic/)
          assert.match(own, /No doctor at home[^]*We did it\. The doctor sees you at school now\.[^]*Rowan Hale/)
          await page.getByText('With pictures and easy words').click()
          await page.getByText('In Arabic').click()
          await look(page, 'own page')
          await page.goto(linkOf('review_feedback'))
          await look(page, 'how it was')
          await page.getByRole('radio', { name: /Good/ }).check({ force: true })
          await page.getByRole('button', { name: 'Send' }).click()
          await page.getByRole('heading', { name: 'Thank you' }).waitFor()
        })
        await onPage({ viewport: DESKTOP, who: 'named', javaScriptEnabled: true }, async (page) => {
          await page.goto(base + pathOf('pictures'))
          await look(page, 'pictures')
          await page.getByRole('link', { name: 'home', exact: true }).click()
          await page.getByRole('heading', { name: /^The picture/ }).waitFor()
          await look(page, 'picture')
        })
        assert.deepEqual(found, [])
      },
    )
  })
})
