import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { aCaseloadApplication } from '../../../test/support/caseload.ts'
import { TestBrowser, enter, signedInAs } from '../../../test/support/people.ts'

const plain = (body: string): string => body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const childrenIn = (csv: string, column: number): string[] => [
  ...new Set(
    csv
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(',')[column] ?? ''),
  ),
]

describe('lists of officers who have children of their own', async () => {
  const { app, services, page } = await aCaseloadApplication()
  await enter(services, 'own', { roles: ['iro'], officerId: 'O3' })
  await enter(services, 'support', { roles: ['business_support'] })
  const browserOf = async (who: string) => new TestBrowser(app, (await signedInAs(services, who)).cookie)
  const own = await browserOf('own')
  const support = await browserOf('support')
  const OWN = ['LEFT1', 'LEFT2', 'LEFT3']

  for (const [list, column] of [
    ['due', 3],
    ['children', 0],
    ['reviews/to-book', 0],
  ] as const) {
    test(`${list}: opens on those of one’s own, in its file too; every IRO’s stay a filter`, async () => {
      const file = async (query: string) => childrenIn((await own.get(page(`${list}.csv${query}`))).body, column)
      const opened = await file('')
      assert.ok(opened.length > 0)
      assert.ok(
        opened.every((child) => OWN.includes(child)),
        opened.join(),
      )
      const all = await file('?officer=all')
      assert.ok(all.some((child) => !OWN.includes(child)))
      const others = await file('?officer=O1')
      assert.ok(others.length > 0 && others.every((child) => !OWN.includes(child)))
      const everyones = childrenIn((await support.get(page(`${list}.csv`))).body, column)
      assert.deepEqual(everyones.toSorted(), all.toSorted(), 'someone without children of their own sees all')
    })
  }

  test('someone to whom no child is allocated is told so, and not that a return is missing', async () => {
    await enter(services, 'firo', { roles: ['fostering_iro'], officerId: 'F9' })
    const browser = await browserOf('firo')
    for (const list of ['due', 'children']) {
      const { body } = await browser.get(page(list))
      assert.match(plain(body), /No child is allocated to you on this day\./, list)
      assert.doesNotMatch(body, /a return that covers/, list)
    }
  })

  test('the pages say so, lead to everyone’s, and keep that choice in their links', async () => {
    for (const list of ['due', 'children', 'reviews', 'reviews/calendar']) {
      const opened = await own.get(page(list))
      assert.match(plain(opened.body), /every IRO/i, list)
      const all = await own.get(page(`${list}?officer=all`))
      assert.doesNotMatch(plain(all.body), /Show the (?:children|reviews) of every IRO/, list)
      const links = [...all.body.matchAll(/href="([^"]*\?[^"]*(?:when|view|day)=[^"]*)"/g)].map(([, href = '']) => href)
      assert.ok(links.length > 0 || list === 'children', list)
      assert.ok(
        links.every((href) => href.includes('officer=all')),
        `${list}: ${links.join(' ')}`,
      )
    }
  })

  test('Due says whether a review is booked', async () => {
    assert.match(plain((await support.get(page('due?kind=review'))).body), /review Not booked/)
  })
})
