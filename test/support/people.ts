/** The whole web application with people who sign in, on a small return whose children have social workers. */
import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'
import { reportingYear } from '../../src/calendar/reportingYear.ts'
import { date } from '../../src/kernel/dates.ts'
import { type Door, openDoor } from '../../src/main/door.ts'
import { type Services, servicesOn, type TestSurroundings } from './services.ts'
import { webApplication } from '../../src/main/web.ts'
import type { Outbox } from '../../src/messages/app/ports.ts'
import type { Person } from '../../src/access/domain/person.ts'
import { demoAuthority } from '../../src/platform/authorities.ts'
import { type TestDatabase, aDatabase } from './database.ts'
import { folderOf } from './smallReturn.ts'
import { structureProblems } from './structure.ts'

export const CODE = demoAuthority.code

/** A door at which people choose who they are. */
export const demoDoor: Door = { ...openDoor, wayIn: { kind: 'demo' } }

/** A child of the return, by whom it is worked with. */
export interface ReturnedChild {
  child: string
  worker: string
}

/** Files of a return for 2022-23 with these children, all looked after since May 2022. */
export function returnOf(children: readonly ReturnedChild[]) {
  const lines = (head: string, line: (child: ReturnedChild) => string) => [head, ...children.map(line)].join('\n')
  return folderOf({
    'header.csv': lines('CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ({ child }) => `${child},2,03/02/2012,WBRI,UN1,,`),
    'episodes.csv': lines(
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
      ({ child }) => `${child},09/05/2022,S,C2,N1,U6,PR1,,,,ZB1 1AA,ZB2 2BB,SC000001`,
    ),
    'reviews.csv': lines('CHILD,DOB,REVIEW,REVIEW_CODE', ({ child }) => `${child},03/02/2012,06/06/2022,PN1`),
    'sw_episodes.csv': lines(
      'CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON',
      ({ child, worker }) => `${child},03/02/2012,${worker},09/05/2022,,ALLOCATED`,
    ),
  })
}

/** What tests of people and access work with. */
export interface PeopledApplication {
  app: FastifyInstance
  services: Services
  test: TestDatabase
  /** The application through another door, on the same records. */
  through: (door: Door) => Promise<FastifyInstance>
}

export const aLog = (): FastifyBaseLogger => pino({ level: 'silent' })

/** Imports a return of these children and opens the application on it. */
export async function aPeopledApplication(
  children: readonly ReturnedChild[],
  outbox?: Outbox,
  more: Pick<TestSurroundings, 'rooms'> = {},
): Promise<PeopledApplication> {
  const test = await aDatabase()
  const services = await servicesOn(test.database, { ...more, ...(outbox && { outbox }) })
  const request = {
    authority: demoAuthority,
    year: reportingYear(2022),
    path: returnOf(children),
    sourceName: 'small',
    isPreview: false,
  }
  const { outcome } = await services.importReturn(request, () => undefined)
  if (outcome !== 'stored') throw new Error('the small return was not stored')
  const through = async (door: Door): Promise<FastifyInstance> => {
    const app = await webApplication(services.house, {
      log: aLog(),
      today: () => date('2022-11-22'),
      startWork: () => undefined,
      door,
    })
    after(() => app.close())
    return app
  }
  return { app: await through(demoDoor), services, test, through }
}

/** Enters a person, by an id that is also their name. */
export async function enter(
  { people }: Pick<Services, 'people'>,
  personId: string,
  more: Partial<Omit<Person, 'personId' | 'knownFrom'>> = {},
): Promise<void> {
  const value = {
    personId,
    name: personId,
    email: `${personId}@example.org`,
    roles: [],
    team: null,
    officerId: null,
    workerId: null,
    identity: null,
    isActive: true,
    ...more,
  }
  if (!(await people.save(demoAuthority, { value, replaces: null, by: 'test' })))
    throw new Error('the person is not new')
}

/** How a session begins in which its person has just shown who they are. */
export const JUST_NOW = { authenticatedAt: 'now', browser: 'Firefox on Linux' } as const

/** The headers of a browser in which this person has just signed in. */
export async function signedInAs(
  { sessions }: Pick<Services, 'sessions'>,
  personId: string,
): Promise<{ cookie: string }> {
  return { cookie: `footprint-session=${CODE}.${await sessions.begin(CODE, personId, JUST_NOW)}` }
}

/**
 * A browser without scripts: it keeps cookies, and takes the token of a form from the page that shows it. A page that is
 * built wrongly fails whatever test asks for it.
 */
export class TestBrowser {
  readonly #app: FastifyInstance
  readonly cookies = new Map<string, string>()
  constructor(app: FastifyInstance, cookie = '') {
    this.#app = app
    for (const one of cookie.split('; ').filter(Boolean)) this.#keep(one)
  }

  #keep(cookie: string): void {
    const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s)
    if (value === '') this.cookies.delete(name)
    else this.cookies.set(name, value)
  }

  async #send(
    method: 'GET' | 'POST',
    url: string,
    payload?: string | Buffer,
    type = 'application/x-www-form-urlencoded',
  ) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, ...(payload !== undefined && { 'content-type': type }) }
    const answer = await this.#app.inject({ method, url, headers, ...(payload !== undefined && { payload }) })
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) this.#keep(set)
    if (String(answer.headers['content-type']).startsWith('text/html')) {
      assert.deepEqual(structureProblems(answer.body), [], `${method} ${url}`)
    }
    return answer
  }

  get(url: string) {
    return this.#send('GET', url)
  }

  /** Sends a form from the page at `page`, with its token. */
  async post(page: string, url: string, fields: Readonly<Record<string, string | readonly string[]>>) {
    const form = new URLSearchParams({ _csrf: tokenIn((await this.get(page)).body) })
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) form.append(name, one)
    }
    return this.#send('POST', url, form.toString())
  }

  /** Sends a form with a file from the page at `page`, with its token. */
  async postFile(page: string, url: string, fields: Readonly<Record<string, string>>, file: Buffer) {
    const named = { _csrf: tokenIn((await this.get(page)).body), ...fields }
    const parts = Object.entries(named).map(([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`) // prettier-ignore
    const head = '--b\r\ncontent-disposition: form-data; name="files"; filename="a.png"\r\n\r\n'
    const payload = Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from('\r\n--b--\r\n')])
    return this.#send('POST', url, payload, 'multipart/form-data; boundary=b')
  }

  /** Sends these fields as they are. */
  send(url: string, fields: Readonly<Record<string, string>>) {
    return this.#send('POST', url, new URLSearchParams(fields).toString())
  }
}

/** The token of the first form on a page; nothing where it has none. */
export const tokenIn = (body: string): string => /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? ''

/** A page without the tokens of its forms, to be compared with another. */
export const withoutTokens = (body: string): string => body.replaceAll(/name="_csrf" value="[^"]+"/g, '')

/** The heading of a page. */
export const headingOf = (body: string): string =>
  (/<h1[^>]*>([^]*?)<\/h1>/.exec(body)?.[1] ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
