import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { libraryRoom, loans } from '../../test/support/madeUpRoom/room.ts'
import {
  CODE,
  TestBrowser,
  type PeopledApplication,
  aPeopledApplication,
  enter,
  signedInAs,
} from '../../test/support/people.ts'
import { folderOf } from '../../test/support/smallReturn.ts'
import { demoAuthority } from '../platform/authorities.ts'
import { registerCsv } from '../registers/write/writeRegisters.ts'
import { rooms } from './rooms.ts'

const children = [
  { child: 'NORTH1', worker: 'SW1' },
  { child: 'SEALED7', worker: 'SW1' },
]
const file = 'child,book,due_back_date,returned_date\nNORTH1,Matilda,2022-11-24,\nSEALED7,Heidi,2022-11-24,\n'

/** An installation with these rooms, into which the books have been imported. */
async function anInstallation(more: Parameters<typeof aPeopledApplication>[2]): Promise<PeopledApplication> {
  const installation = await aPeopledApplication(children, undefined, more)
  const { services } = installation
  await enter(services, 'support', { roles: ['business_support'] })
  await enter(services, 'manager', { roles: ['iro_manager'] })
  return installation
}

const importing = ({ services }: PeopledApplication) =>
  services.registersImport.store({
    authority: demoAuthority,
    path: folderOf({ 'loans.csv': file }),
    sourceName: 'books',
    isKeepingValidRows: false,
    recordedBy: null,
  })

describe('a room that the house knows nothing of', async () => {
  const withIt = await anInstallation({ rooms: [...rooms, libraryRoom] })
  const browser = async ({ app, services }: PeopledApplication, who: string) =>
    new TestBrowser(app, (await signedInAs(services, who)).cookie)
  assert.ok((await importing(withIt)).change)
  const page = (...parts: string[]) => `/authorities/${CODE}/${parts.join('/')}`

  test('is one folder and one line: its register is kept, its panel and its tasks are shown', async () => {
    const support = await browser(withIt, 'support')
    assert.match((await support.get(page('children', 'NORTH1'))).body, /Borrowed books[^]*Matilda/)
    assert.match((await support.get(page('work'))).body, /Fetch Matilda/)
    assert.match((await support.get(page('data', 'registers'))).body, /Each book that a child has borrowed/)
  })

  test('is seen as every room is: of a sealed child there is nothing in it', async () => {
    const { services } = withIt
    const manager = { personId: 'manager', name: 'manager', authority: CODE, roles: ['iro_manager'], officerId: null, workerId: null, team: null } as const // prettier-ignore
    const problems = await services.sealed.seal(manager, { child: 'SEALED7', people: ['manager'], reason: 'x' }, null)
    assert.deepEqual(problems, [])
    const support = await browser(withIt, 'support')
    assert.doesNotMatch((await support.get(page('work'))).body, /Heidi/)
    assert.match((await (await browser(withIt, 'manager')).get(page('work'))).body, /Fetch Heidi/)
  })

  test('without it there is no trace of it', async () => {
    const without = await anInstallation({})
    const { checked, change } = await importing(without)
    assert.equal(change, null)
    assert.ok(checked.errors.length > 0)
    const support = await browser(without, 'support')
    assert.doesNotMatch((await support.get(page('children', 'NORTH1'))).body, /Borrowed books/)
    assert.doesNotMatch((await support.get(page('data', 'registers'))).body, /borrowed/)
  })

  test('what is kept of it is read as it was described', async () => {
    const stored = await withIt.services.registers.rows(CODE, [loans.name], null)
    assert.deepEqual(
      loans.rowsIn(stored).map(({ child, dueBack }) => [child, dueBack.toString()]),
      [
        ['NORTH1', '2022-11-24'],
        ['SEALED7', '2022-11-24'],
      ],
    )
    assert.equal(registerCsv(loans, stored).replaceAll('\r', ''), file)
  })
})
