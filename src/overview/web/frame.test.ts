import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { importRegisters } from '../../../test/support/booking.ts'
import { CODE, enter } from '../../../test/support/people.ts'
import { SEALED, aSealedRecord, page } from '../../../test/support/sealed.ts'

const names = {
  'children.csv': [
    'child,known_as,family_name,pronouns',
    'NORTH1,Wilf,Bexley,he/him',
    `${SEALED},Secret,Hidden,they/them`,
  ].join('\n'),
  'officers.csv': 'officer_id,name,role,fte,start_date\nO1,Hattie Fennimore,IRO,1,2020-01-01',
  'allocations.csv': 'child,officer_id,from,to\nNORTH1,O1,2022-05-10,',
  'reviews.csv': 'review_ref,child,kind,status,booked_date\nR-1,NORTH1,CLA,PLANNED,2022-11-30',
}

describe('names of children, and the banner', async () => {
  const sealed = await aSealedRecord()
  await importRegisters(sealed.services, names)
  const iro = await sealed.browserOf('iro')

  test('every page about a child begins with who it is, where they live, and who works with them', async () => {
    const paths = [
      ['children', 'NORTH1'],
      ['children', 'NORTH1', 'contacts'],
      ['children', 'NORTH1', 'contacts', 'new'],
      ['children', 'NORTH1', 'choices'],
      ['children', 'NORTH1', 'officer'],
      ['reviews', 'book', 'NORTH1'],
      ['reviews', 'R-1'],
      ['reviews', 'R-1', 'move'],
      ['reviews', 'R-1', 'held'],
    ]
    for (const path of paths) {
      const { body, statusCode } = await iro.get(page(...path))
      assert.equal(statusCode, 200, path.join('/'))
      const banner = /<section class="app-banner"[^]*?<\/section>/.exec(body)?.[0].replaceAll(/<[^>]+>|\s+/g, ' ') ?? ''
      assert.match(banner, /Wilf Bexley, NORTH1/, path.join('/'))
      assert.match(
        banner,
        /Age +10 .*Looked after +Since 9 May 2022 .*Lives .*Social worker +\S+.*IRO +Hattie Fennimore/,
      )
    }
  })
  test('the log of a child has the banner too, for those who may read it', async () => {
    const { body } = await (await sealed.browserOf('iro_manager')).get(page('children', 'NORTH1', 'log'))
    assert.match(body, /app-banner[^]*Wilf Bexley, NORTH1/)
  })
  test('lists name children with their id', async () => {
    for (const path of ['children', 'due', 'reviews/booked', 'work']) {
      assert.match((await iro.get(page(path))).body, />Wilf Bexley, NORTH1</, path)
    }
  })
  test('files keep ids', async () => {
    for (const path of ['children.csv', 'due.csv', 'reviews/booked.csv']) {
      const { body } = await iro.get(page(path))
      assert.match(body, /NORTH1/, path)
      assert.doesNotMatch(body, /Wilf|Bexley/, path)
    }
  })
  test('a sealed child has neither name nor banner, and a page that is not there has none', async () => {
    for (const path of [`children/${SEALED}`, 'children', 'due', 'work', 'children/NOBODY', 'reviews/R-9']) {
      assert.doesNotMatch((await iro.get(page(path))).body, /Secret|Hidden|app-banner/, path)
    }
    assert.match((await sealed.named.get(page('children', SEALED))).body, /Secret Hidden, SEALED7/)
  })

  const search = (browser: typeof iro, q: string) => browser.post(page('search'), page('search'), { q })
  const shown = (body: string) => /<main[^]*<\/main>/.exec(body)?.[0].replaceAll(/value="[^"]*"/g, '') ?? ''

  test('the search stands on every page, and finds children, IROs and reviews without a script', async () => {
    for (const path of ['work', 'data', 'reviews/calendar', 'children/NORTH1']) {
      assert.match(
        (await iro.get(page(path))).body,
        /<form class="app-search" method="post" action="[^"]+\/search"/,
        path,
      )
    }
    for (const typed of ['Bexley', 'wilf bexly', 'NORT']) {
      assert.match(shown((await search(iro, typed)).body), /href="[^"]+\/children\/NORTH1">Wilf Bexley, NORTH1</, typed)
    }
    assert.match(shown((await search(iro, 'fenimore')).body), /caseload\/of\/O1">Hattie Fennimore</)
    assert.match(shown((await search(iro, 'R-1')).body), /reviews\/R-1">R-1<\/a>, Wilf Bexley, NORTH1/)
    const { statusCode, headers } = await search(iro, 'north1')
    assert.deepEqual([statusCode, headers.location], [303, page('children', 'NORTH1')])
    assert.equal((await search(iro, '  ')).statusCode, 400)
  })
  test('a search finds what it would find had a sealed child never been there', async () => {
    const nothing = shown((await search(iro, 'Nobody at all')).body)
    assert.match(nothing, /Nothing that you may see matches/)
    for (const typed of ['Secret', 'Hidden', 'Secret Hidden', SEALED, SEALED.toLowerCase(), 'SEALED']) {
      assert.equal(shown((await search(iro, typed)).body), nothing, typed)
    }
    assert.match(shown((await search(sealed.named, 'Hiden')).body), /Secret Hidden, SEALED7/)
  })
  test('nobody is found who is another social worker’s', async () => {
    await enter(sealed.services, 'elsewhere', { roles: ['social_worker'], workerId: 'SW9' })
    const other = await sealed.browserOf('elsewhere')
    assert.match(shown((await search(other, 'Bexley')).body), /Nothing that you may see matches/)
    assert.match(shown((await search(await sealed.browserOf('social_worker'), 'Bexley')).body), /Wilf Bexley, NORTH1/)
  })
  test('the log says who was found, and never what was typed', async () => {
    await search(iro, 'Bexlay')
    const entries = await sealed.services.log.latest(CODE, { before: null, most: 3 })
    assert.equal(entries[0]?.what, 'searched, and looked at what was found')
    assert.doesNotMatch(JSON.stringify(entries), /Bex/)
  })
})
