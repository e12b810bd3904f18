import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { aBrowser, fillDay, problemsOf } from '../support/browser.ts'
import { anInvitingApplication } from '../support/invitingApplication.ts'
import { CODE, signedInAs } from '../support/people.ts'

const DESKTOP = { width: 1280, height: 900 }
const TELEPHONE = { width: 390, height: 844 }
/** Forty words a minute, at five characters a word. */
const CHARACTERS_A_MINUTE = 200
const MOST_MINUTES = 10

const REVIEWS = [
  'review_ref,child,kind,status,held_date,officer_id,participation_code',
  'R-OLD,NORTH1,CLA,HELD,2022-06-06,O1,PN1',
  'R-NEW,NORTH1,CLA,HELD,2022-11-21,O1,',
].join('\n')

const DECIDED = [
  'review_ref,number,text,responsible,due_date,child_words',
  'R-OLD,1,Passport application to be sent,Social worker,2022-09-01,We will send off for your passport.',
  'R-OLD,2,Reading help to be agreed,School,2022-09-01,Someone at school will help you with reading.',
].join('\n')

describe('a review is recorded once in a real browser', async () => {
  // First, so that it is closed first: a server waits for connections that a browser has opened and not used.
  const browser = await aBrowser()
  const { app, services, outbox, page: pathOf, keep } = await anInvitingApplication()
  await keep({ 'reviews.csv': REVIEWS, 'recommendations.csv': DECIDED })
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const after = (...parts: string[]) => base + pathOf('reviews', 'R-NEW', 'after', ...parts)
  const typed: number[] = []

  async function onPage(
    { viewport, who, javaScriptEnabled = true }: { viewport: typeof DESKTOP; who: string | null; javaScriptEnabled?: boolean }, // prettier-ignore
    work: (page: Page) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ viewport, javaScriptEnabled })
    context.setDefaultTimeout(15_000)
    if (who !== null) {
      const [name = '', value = ''] = (await signedInAs(services, who)).cookie.split(/=(.*)/s)
      await context.addCookies([{ name, value, url: base }])
    }
    await work(await context.newPage())
    await context.close()
  }

  /** Fails where the page as it stands is not accessible, or scrolls sideways. */
  async function look(page: Page): Promise<void> {
    assert.deepEqual(await problemsOf(page), [])
  }

  /** Types into a field, and counts what is typed. */
  async function type(page: Page, label: string, text: string): Promise<void> {
    await page.getByRole('textbox', { name: label, exact: true }).fill(text)
    typed.push(text.length)
  }

  async function typeDay(page: Page, name: string, day: readonly [string, string, string]): Promise<void> {
    await fillDay(page, name, day)
    typed.push(day.join('').length)
  }

  const answer = (page: Page, question: string, text: string) =>
    page.getByRole('group', { name: question }).getByLabel(text, { exact: true }).check()

  test('recorded, decided, issued, answered, written, approved and sent out', async (t) => {
    await t.test('the record is saved as one types, and survives a lost connection', async () => {
      await onPage({ viewport: TELEPHONE, who: 'iro' }, async (page) => {
        await page.goto(after('record'))
        await look(page)
        await answer(page, 'Did the child come?', 'Yes')
        await answer(page, 'How were the child’s views given?', 'In their own words')
        await answer(page, 'Social worker', 'Came')
        await answer(page, 'Mother: Ms Osei', 'Came')
        await answer(page, 'School or college: Hill School', 'Did not come')
        await answer(page, 'How people met', 'In person')
        await type(page, 'The care plan', 'The plan is that Amina stays with her carers. It was last updated in October. What happens if the placement ends is written down.') // prettier-ignore
        await page
          .getByText(/^Saved at /)
          .first()
          .waitFor()
        await page.context().setOffline(true)
        await type(
          page,
          'Health',
          'All checks are in date. Her glasses need new lenses, and she knows how to ask for them.',
        )
        await page
          .getByText(/^Not saved yet: no connection/)
          .first()
          .waitFor()
        await page.context().setOffline(false)
        await page
          .getByText(/^Saved at /)
          .first()
          .waitFor()
      })
      // Nobody pressed a button: what was typed is there all the same.
      await onPage({ viewport: DESKTOP, who: 'iro' }, async (page) => {
        await page.goto(after('record'))
        assert.match(await page.getByRole('textbox', { name: 'Health', exact: true }).inputValue(), /new lenses/)
        assert.ok(await page.getByRole('group', { name: 'Mother: Ms Osei' }).getByLabel('Came', { exact: true }).isChecked()) // prettier-ignore
      })
    })

    await t.test('the record is completed, with what was found', async () => {
      await onPage({ viewport: DESKTOP, who: 'iro' }, async (page) => {
        await page.goto(after('record'))
        await type(page, 'Where the child lives', 'The placement goes well. Amina has her own room and a routine that suits her.') // prettier-ignore
        await type(page, 'Education', 'Attendance is 97%. She is in the school play and would like help with reading. Her plan was reviewed with her present.') // prettier-ignore
        await type(page, 'Seeing family and friends', 'She sees her mother each week and misses her brother, whom she has not seen since the summer.') // prettier-ignore
        await type(page, 'What the child says and wants', 'Amina wants to see her brother and to learn to swim. She would like shorter reviews.') // prettier-ignore
        await type(page, 'Hobbies and free time', 'Drama on Tuesdays. She would like swimming lessons.')
        await answer(page, 'Is the care plan up to date?', 'Yes')
        await answer(page, 'Do you agree to the plan?', 'Yes')
        await page.getByLabel('Plan for permanence: what is aimed at').selectOption('Long-term foster care')
        await answer(page, 'Are the child’s needs for free time and hobbies met?', 'No')
        await answer(page, 'Are the child’s cultural needs met?', 'Yes')
        await answer(page, 'Is the health assessment up to date?', 'Yes')
        await answer(page, 'Is the personal education plan up to date?', 'Yes')
        await answer(page, 'Is there a risk of exploitation?', 'No')
        await answer(page, 'Did you see or speak to the child before the review?', 'Yes')
        await look(page)
        await page.getByRole('button', { name: 'Complete the record' }).click()
        await page.getByText('The record is completed.').waitFor()
        await look(page)
      })
    })

    await t.test('earlier decisions are closed one by one, new ones written, and all are issued', async () => {
      await onPage({ viewport: TELEPHONE, who: 'iro' }, async (page) => {
        await page.goto(after())
        await page.getByLabel('What became of R-OLD/1').selectOption('Done')
        await page.getByRole('button', { name: 'Save what became of R-OLD/1' }).click()
        await page.getByLabel('What became of R-OLD/2').selectOption('Not done')
        await page.getByRole('group', { name: 'Carry forward R-OLD/2' }).getByRole('checkbox').check()
        await page.getByRole('button', { name: 'Save what became of R-OLD/2' }).click()
        assert.match(await page.locator('main').innerText(), /1 decision of this review is carried forward/)
        await page.getByRole('link', { name: 'Decision 1' }).click()
        await typeDay(page, 'By when', ['9', '1', '2023'])
        await page.getByRole('button', { name: 'Save the decision' }).click()
        for (const [text, who, childWords] of [
          [
            'Two visits a month with her brother to be arranged',
            'Ann Reed',
            'You will see your brother twice a month.',
          ],
          ['Swimming lessons to be booked and paid for', 'Her carer', 'You will learn to swim.'],
        ] as const) {
          await page.getByRole('button', { name: 'Write down a decision' }).click()
          await type(page, 'What is to be done', text)
          await type(page, 'Who is to do it', who)
          await typeDay(page, 'By when', ['20', '12', '2022'])
          await type(page, 'In words for the child', childWords)
          await look(page)
          await page.getByRole('button', { name: 'Save the decision' }).click()
          await page.getByText('The decision is saved.').waitFor()
        }
        await page.getByLabel('Someone else', { exact: true }).check()
        await type(page, 'Name of someone else', 'Theo Marsh')
        await type(page, 'Their email address', 'theo.marsh@example.org')
        await look(page)
        await page.getByRole('button', { name: 'Issue the decisions' }).click()
        await page.getByText(/The decisions are issued/).waitFor()
      })
    })

    await t.test('the manager answers by the link, without signing in and without JavaScript', async () => {
      const message = outbox.all().find(({ kind }) => kind === 'decisions_answer')
      assert.doesNotMatch(`${message?.subject ?? ''} ${message?.body ?? ''}`, /NORTH1|Amina|brother/)
      const link = /http:\S+\/decisions\/\S+/.exec(message?.body ?? '')?.[0] ?? ''
      // Axe is a script itself: where none run, it is asked of the same page with them.
      await onPage({ viewport: TELEPHONE, who: null }, async (page) => {
        await page.goto(link)
        await look(page)
      })
      await onPage({ viewport: TELEPHONE, who: null, javaScriptEnabled: false }, async (page) => {
        await page.goto(link)
        assert.doesNotMatch(await page.content(), /NORTH1|Amina|brother/)
        await page.getByLabel('Day').fill('4')
        await page.getByLabel('Month').fill('2')
        await page.getByRole('button', { name: 'Read the decisions' }).click()
        assert.match(await page.locator('main').innerText(), /This is not the child’s birthday/)
        await page.getByLabel('Day').fill('3')
        await page.getByRole('button', { name: 'Read the decisions' }).click()
        assert.match(await page.locator('main').innerText(), /Two visits a month with her brother/)
        await page.getByLabel('I agree to the decisions').check()
        await page.getByRole('button', { name: 'Send the answer' }).click()
        await page.getByRole('heading', { name: 'Your answer is saved' }).waitFor()
        assert.equal((await page.goto(link))?.status(), 404, 'it opens nothing any more')
      })
    })

    await t.test('the letter is written and approved, and all is sent out', async () => {
      await onPage({ viewport: DESKTOP, who: 'iro' }, async (page) => {
        for (const text of ['letter', 'easy-read']) {
          await page.goto(after(text))
          assert.match(await page.getByLabel('Words').inputValue(), /You will learn to swim/)
          await look(page)
          await page.getByRole('button', { name: 'Approve the letter' }).click()
          await page.getByText('The letter is approved.').waitFor()
        }
        await page.getByLabel('What is sent').selectOption('The record')
        await page.getByLabel('Mother: Ms Osei').check()
        await page.getByLabel('How', { exact: true }).selectOption('By email')
        await page.getByRole('button', { name: 'Send it, and note it' }).click()
        await page.getByText('It is noted who was sent what.').waitFor()
        const main = await page.locator('main').innerText()
        assert.match(main, /The record to Ms Osei on 22 November 2022, by email/)
        assert.match(main, /The manager agreed on 22 November 2022/)
        await look(page)
      })
      const link = /http:\S+\/copies\/\S+/.exec(outbox.all().find(({ kind }) => kind === 'review_copy')?.body ?? '')?.[0] ?? '' // prettier-ignore
      await onPage({ viewport: TELEPHONE, who: null }, async (page) => {
        await page.goto(link)
        await look(page)
        await page.getByLabel('Day').fill('3')
        await page.getByLabel('Month').fill('2')
        await page.getByLabel('Plain text').check()
        const download = page.waitForEvent('download')
        await page.getByRole('button', { name: 'Download it' }).click()
        assert.equal((await download).suggestedFilename(), 'record.txt')
      })
    })

    await t.test('the figures, the record of a review without a meeting, and the log say so', async () => {
      await onPage({ viewport: DESKTOP, who: 'named' }, async (page) => {
        for (const id of ['reviews.decisions_in_5wd', 'reviews.by_participation']) {
          await page.goto(base + pathOf('figures', '2022-23', id))
          assert.match(await page.locator('main').innerText(), /R-NEW|21 November 2022/, id)
        }
        await page.goto(base + pathOf('children', 'NORTH1', 'log'))
        assert.match(await page.locator('main').innerText(), /issued the decisions of a review/)
        await page.goto(base + pathOf('children', 'NORTH1', 'review-without-meeting'))
        assert.match(await page.locator('main').innerText(), /A meeting is needed: The child is not in long-term/)
        await look(page)
      })
    })

    const characters = typed.reduce((sum, one) => sum + one, 0)
    const minutes = characters / CHARACTERS_A_MINUTE
    t.diagnostic(`${typed.length} fields, ${characters} characters: ${minutes.toFixed(1)} minutes at 40 words a minute`)
    assert.ok(minutes <= MOST_MINUTES)
    const stored = (await services.worlds.onDay(CODE, services.house.today(), null)).registers
    const row = [...(stored.get('reviews')?.values() ?? [])].find((one) => one['review_ref'] === 'R-NEW')
    assert.deepEqual(
      [row?.['participation_code'], row?.['mother_attended'], row?.['leisure_needs_met'], row?.['permanence_plan']],
      ['PN1', true, false, true],
    )
  })
})
