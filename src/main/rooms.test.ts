import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { mostBooks } from '../../test/support/madeUpRoom/given.ts'
import { loans } from '../../test/support/madeUpRoom/loans.ts'
import { libraryRoom } from '../../test/support/madeUpRoom/room.ts'
import {
  CODE,
  TestBrowser,
  type PeopledApplication,
  aLog,
  aPeopledApplication,
  demoDoor,
  enter,
  signedInAs,
} from '../../test/support/people.ts'
import { folderOf } from '../../test/support/smallReturn.ts'
import { date } from '../kernel/dates.ts'
import { dueAsked, figuresAsked, recordsAsked } from '../overview/cli/asked.ts'
import { due } from '../overview/cli/due.ts'
import { figures, records } from '../overview/cli/figures.ts'
import { type CommandContext, UsageError } from '../platform/cli/command.ts'
import { demoAuthority } from '../platform/authorities.ts'
import { registerCsv } from '../registers/write/writeRegisters.ts'
import { settings } from '../access/cli/settings.ts'
import { settingsIn } from '../house/joined.ts'
import { servicesOn } from '../../test/support/services.ts'
import { commandsOf } from './commands.ts'
import { roomCommands } from './roomCommands.ts'
import { rooms, workflowsOf } from './rooms.ts'
import { webApplication } from './web.ts'
import { overviewDeps } from '../overview/services.ts'

const children = [
  { child: 'NORTH1', worker: 'SW1' },
  { child: 'SEALED7', worker: 'SW1' },
]
const file = 'child,book,due_back_date,returned_date\nNORTH1,Matilda,2022-11-24,\nSEALED7,Heidi,2022-11-24,\n'

const steps = (...rows: string[]) => ['complaint_ref,number,child,step,step_date,why', ...rows, ''].join('\n')
const complaints = steps(
  'C1,1,NORTH1,desk,2022-11-14,',
  'C1,2,NORTH1,next_to_head,2022-11-16,',
  'C2,1,SEALED7,desk,2022-11-14,',
  'C2,2,SEALED7,resolved,2022-11-15,Bought again',
)

/** An installation with these rooms, into which the books have been imported. */
async function anInstallation(more: Parameters<typeof aPeopledApplication>[2]): Promise<PeopledApplication> {
  const installation = await aPeopledApplication(children, undefined, more)
  const { services } = installation
  await enter(services, 'support', { roles: ['business_support'] })
  await enter(services, 'named', { roles: ['business_support'] })
  await enter(services, 'manager', { roles: ['iro_manager'] })
  await enter(services, 'admin', { roles: ['administrator'] })
  return installation
}

const importing = ({ services }: PeopledApplication, files: Record<string, string> = { 'loans.csv': file }) =>
  services.registersImport.store({
    authority: demoAuthority,
    path: folderOf(files),
    sourceName: 'books',
    isKeepingValidRows: false,
    recordedBy: null,
  })

/** What the settings command says of an authority of these rooms. */
const settingsCommand = ({ services }: Pick<PeopledApplication, 'services'>) =>
  settings(
    { authority: CODE, population: [] },
    { store: services.settings, all: settingsIn(services.rooms), by: 'test', authorityNamed: () => demoAuthority },
  )

const noContext: CommandContext = {
  configuration: () => Promise.reject(new Error('no configuration')),
  progress: { at: () => undefined, stop: () => undefined },
  print: () => Promise.resolve(),
  note: () => undefined,
  atEnd: () => undefined,
}

const asking = { authority: CODE, format: 'table' }
const ofYear = { ...asking, year: '2022-23', asAt: '2022-11-22' }
const depsOf = ({ services }: PeopledApplication) => ({ ...overviewDeps(services.house), note: () => undefined })
const dueOf = (on: PeopledApplication) => due(dueAsked.parse({ ...asking, asAt: '2022-11-22' }), depsOf(on))
const figuresCommand = (on: PeopledApplication, id: string) =>
  figures(figuresAsked.parse({ ...ofYear, id: [id] }), depsOf(on))
const recordsCommand = (on: PeopledApplication, figure: string) =>
  records(recordsAsked.parse({ ...ofYear, figure }), depsOf(on))

test('a room that the house knows nothing of', async (t) => {
  const withIt = await anInstallation({ rooms: [...rooms, libraryRoom] })
  const browser = async ({ app, services }: PeopledApplication, who: string) =>
    new TestBrowser(app, (await signedInAs(services, who)).cookie)
  assert.ok((await importing(withIt)).change)
  const page = (...parts: string[]) => `/authorities/${CODE}/${parts.join('/')}`

  await t.test('is one folder and one line: its register is kept, its panel and its tasks are shown', async () => {
    const support = await browser(withIt, 'support')
    assert.match((await support.get(page('children', 'NORTH1'))).body, /Borrowed books[^]*Matilda/)
    assert.match((await support.get(page('work'))).body, /Fetch Matilda/)
    assert.match((await support.get(page('data', 'registers'))).body, /Each book that a child has borrowed/)
  })

  await t.test(
    'its permission opens its page to those who hold it, in its own part of the navigation, and to no others',
    async () => {
      const support = await browser(withIt, 'support')
      const { body, statusCode } = await support.get(page('library'))
      assert.equal(statusCode, 200)
      assert.match(body, /aria-current="true"[^>]*>\s*<strong[^>]*>Library</)
      assert.match(body, /Matilda: child NORTH1/)
      const manager = await browser(withIt, 'manager')
      assert.equal((await manager.get(page('library'))).statusCode, 403)
      assert.doesNotMatch((await manager.get(page('work'))).body, />\s*Library\s*</)
      assert.match((await (await browser(withIt, 'admin')).get(page('settings', 'roles'))).body, /See who has borrowed/)
    },
  )

  await t.test(
    'its setting is shown, changed and put back on its page, read by it, and known to the command',
    async () => {
      const admin = await browser(withIt, 'admin')
      const rules = page('settings', 'rules', 'library')
      assert.match((await admin.get(page('settings'))).body, /How books are lent/)
      assert.match((await admin.get(rules)).body, /The default: 3 books/)
      const save = async (value: string) =>
        admin.post(rules, rules, {
          mostBooks: value,
          replaces: (await withIt.services.settings.current(CODE)).version,
        })
      assert.match((await save('99')).body, /must be 20 or less/)
      assert.equal((await save('5')).statusCode, 303)
      assert.equal(mostBooks.of(await withIt.services.settings.read(CODE, null)), 5)
      assert.match((await (await browser(withIt, 'support')).get(page('library'))).body, /may have 5 at a time/)
      const exported = await settingsCommand(withIt)
      assert.match(exported, /"mostBooks": 5/)
      assert.match((await admin.get(page('settings', 'history'))).body, /Library: How many books at a time/)
    },
  )

  await t.test('its messages are put in as drafts, shown in its words, and waited for in My work', async () => {
    const support = await browser(withIt, 'support')
    const sent = await support.post(page('children', 'NORTH1', 'choices'), page('library', 'NORTH1', 'remind'), {})
    assert.equal(sent.statusCode, 303)
    const list = (await support.get(page('messages'))).body
    assert.match(list, /Reminder of a book/)
    assert.match((await support.get(page('messages?kind=book_reminder'))).body, /child NORTH1/)
    assert.match((await support.get(page('work'))).body, /Read and approve: Reminder of a book/)
  })

  await t.test('its command is among the others, in the place that it asks for, and runs in its house', async () => {
    const names = commandsOf([...roomCommands, ...(libraryRoom.commands ?? [])], () => Promise.resolve(rooms)).map(
      ({ name }) => name,
    )
    const at = names.indexOf('library')
    assert.deepEqual(names.slice(at - 1, at + 2), ['report', 'library', 'serve'])
    const line = {
      open: () => Promise.resolve(withIt.services.house),
      registers: () => Promise.resolve([]),
      settings: () => Promise.resolve(settingsIn(rooms)),
    }
    const run = await libraryRoom.commands?.[0]?.load(line)
    assert.ok(run)
    assert.equal(await run({ authority: CODE }, noContext), '2 may see the library.\n')
  })

  await t.test(
    'has procedures whose steps are rows: where each stands, and by when, is worked out from them',
    async () => {
      assert.ok((await importing(withIt, { 'complaint_steps.csv': complaints })).change)
      const dueList = await dueOf(withIt)
      assert.match(dueList, /^2022-11-30 .*NORTH1 .*LIB-4$/m)
      assert.match(dueList, /^2022-12-12 .*NORTH1 .*LIB-5$/m)
      assert.doesNotMatch(dueList, /SEALED7 .*LIB-[45]$/m)
      const { body } = await (await browser(withIt, 'support')).get(page('children', 'NORTH1'))
      assert.match(body, /Answer to a complaint: Head librarian/)
    },
  )

  await t.test('a step that can’t be is refused in its file, and nothing is stored', async () => {
    for (const { rows, why } of [
      { rows: ['C9,1,NORTH1,head,2022-11-14,'], why: /is no way to begin/ },
      { rows: ['C9,1,NORTH1,desk,2022-11-14,', 'C9,2,NORTH1,burnt,2022-11-16,'], why: /There is no step “burnt” here/ },
      { rows: ['C9,1,NORTH1,desk,2022-11-14,', 'C9,2,NORTH1,resolved,2022-11-16,'], why: /This needs what was agreed/ },
      { rows: ['C9,1,NORTH1,desk,2022-11-14,', 'C9,2,NORTH1,next_to_head,2022-11-13,'], why: /before the step that comes before it/ }, // prettier-ignore
    ]) {
      const { checked, change } = await importing(withIt, { 'complaint_steps.csv': steps(...rows) })
      assert.equal(change, null)
      assert.match(checked.errors.map(({ reason }) => reason).join(), why)
    }
  })

  await t.test('its procedures have names of their own', () => {
    assert.ok(workflowsOf([...rooms, libraryRoom]).has('complaint'))
    assert.ok(!workflowsOf(rooms).has('complaint'))
    assert.throws(() => workflowsOf([libraryRoom, libraryRoom]), /two workflows are called complaint/)
  })

  await t.test('its clock is due on the page, on the child’s page and in the command', async () => {
    const support = await browser(withIt, 'support')
    const duePage = (await support.get(page('due'))).body
    assert.match(duePage, /Reminder of a book/)
    assert.match(duePage, /Books from the library/)
    assert.match((await support.get(page('children', 'NORTH1'))).body, /Reminder of a book[^]*8 December 2022/)
    assert.match(await dueOf(withIt), /^2022-12-08 .*NORTH1 .*LIB-1$/m)
  })

  await t.test('its figure is on the page and in the commands, in the place that it asks for', async () => {
    const manager = await browser(withIt, 'manager')
    assert.match((await manager.get(page('figures', '2022-23'))).body, /Books borrowed/)
    assert.match((await manager.get(page('figures', '2022-23', 'library.borrowed'))).body, /Matilda/)
    const ids = withIt.services.figures.all.map(({ id }) => id)
    const at = ids.indexOf('library.borrowed')
    assert.deepEqual(ids.slice(at - 1, at + 2), ['pathway_reviews.attended', 'library.borrowed', 'iros.headcount'])
    assert.match(await figuresCommand(withIt, 'library.borrowed'), /library\.borrowed +2 /)
    assert.match(await recordsCommand(withIt, 'library.borrowed'), /NORTH1 +loan +2022-11-24.*Matilda/)
  })

  await t.test('what it finds odd is on the child’s page and among all that is odd', async () => {
    const support = await browser(withIt, 'support')
    assert.match((await support.get(page('children', 'NORTH1'))).body, /Nobody has brought Matilda back/)
    const found = await withIt.services.findings.ofAuthority(CODE, date('2022-11-22'))
    assert.deepEqual(
      found.filter(({ code }) => code === 'book_not_back').map(({ child }) => child),
      ['NORTH1', 'SEALED7'],
    )
  })

  await t.test('is seen as every room is: of a sealed child there is nothing in it', async () => {
    const { services } = withIt
    const manager = { personId: 'manager', name: 'manager', authority: CODE, roles: ['iro_manager'], officerId: null, workerId: null, team: null } as const // prettier-ignore
    const problems = await services.sealed.seal(
      manager,
      { child: 'SEALED7', people: ['manager', 'named'], reason: 'x' },
      null,
    )
    assert.deepEqual(problems, [])
    const support = await browser(withIt, 'support')
    assert.doesNotMatch((await support.get(page('work'))).body, /Heidi/)
    assert.doesNotMatch((await support.get(page('due'))).body, /SEALED7/)
    assert.match((await (await browser(withIt, 'manager')).get(page('due'))).body, /SEALED7/)
    assert.match((await (await browser(withIt, 'named')).get(page('work'))).body, /Fetch Heidi/)
  })

  await t.test('without it there is no trace of it', async () => {
    const without = await anInstallation({})
    const { checked, change } = await importing(without)
    assert.equal(change, null)
    assert.ok(checked.errors.length > 0)
    const support = await browser(without, 'support')
    assert.doesNotMatch((await support.get(page('children', 'NORTH1'))).body, /Borrowed books/)
    assert.doesNotMatch((await support.get(page('data', 'registers'))).body, /borrowed/)
    assert.doesNotMatch((await support.get(page('due'))).body, /library|of a book/i)
    assert.doesNotMatch(await dueOf(without), /LIB-1/)
    await assert.rejects(figuresCommand(without, 'library.borrowed'), UsageError)
    await assert.rejects(recordsCommand(without, 'library.borrowed'), UsageError)
    const manager = await browser(without, 'manager')
    const admin = await browser(without, 'admin')
    assert.equal((await support.get(page('library'))).statusCode, 404)
    assert.doesNotMatch((await support.get(page('work'))).body, /Library/)
    assert.equal((await admin.get(page('settings', 'rules', 'library'))).statusCode, 404)
    assert.doesNotMatch((await admin.get(page('settings'))).body, /How books are lent/)
    assert.doesNotMatch((await admin.get(page('settings', 'roles'))).body, /borrowed/)
    assert.doesNotMatch(await settingsCommand(without), /mostBooks/)
    assert.equal(
      roomCommands.some(({ name }) => name === 'library'),
      false,
    )
    assert.doesNotMatch((await manager.get(page('figures', '2022-23'))).body, /Books borrowed/)
    assert.equal((await manager.get(page('figures', '2022-23', 'library.borrowed'))).statusCode, 404)
  })

  await t.test(
    'what it has left behind breaks no page once it is gone, and is there again when it comes back',
    async () => {
      const { services, test: kept } = withIt
      const { version, own } = await services.settings.current(CODE)
      const left = await servicesOn(kept.database)
      const app = await webApplication(left.house, {
        log: aLog(),
        today: () => date('2022-11-22'),
        startWork: () => undefined,
        door: demoDoor,
      })
      after(() => app.close())
      const open = async (who: string) => new TestBrowser(app, (await signedInAs(left, who)).cookie)
      const support = await open('support')
      assert.match((await support.get(page('messages'))).body, /Message of a kind no longer in use/)
      assert.match((await support.get(page('work'))).body, /Read and approve: Message of a kind no longer in use/)
      for (const address of ['due', 'children', 'children/NORTH1', 'data/registers']) {
        assert.equal((await support.get(page(address))).statusCode, 200, address)
      }
      const admin = await open('admin')
      const words = page('settings', 'rules', 'words')
      assert.doesNotMatch((await admin.get(page('settings', 'history'))).body, /books/)
      const typed = { 'words-children': 'ours', 'words-child': 'one of ours', 'service-name': 'IRS', replaces: version }
      assert.equal((await admin.post(words, words, typed)).statusCode, 303)
      assert.ok('mostBooks' in own)
      assert.equal(mostBooks.of((await services.settings.current(CODE)).own), 5)
      assert.doesNotMatch(await settingsCommand({ services: left }), /mostBooks/)
    },
  )

  await t.test('what is kept of it is read as it was described', async () => {
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
