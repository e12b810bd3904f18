import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Random } from '../../src/synthetic/domain/random.ts'
import { type Fields, type Form, formIn, withoutQuery } from './form.ts'
import type { Kept } from './kept.ts'
import { serveFlags } from './processes.ts'
import { type PersonAtWork, working } from './workingAuthority.ts'

/** A web application in a process of its own. */
export interface WorkingServer {
  address: string
  /** How many bytes its heap holds, without garbage. */
  memory: () => Promise<number>
  close: () => Promise<void>
}

/**
 * Starts the web application on a database, for people who sign in, or for the person who sits here. `environment`: beside that
 * of this process.
 */
export async function startWorkingServer(
  url: string,
  wayIn: 'demo' | 'operator' = 'demo',
  environment: NodeJS.ProcessEnv = {},
): Promise<WorkingServer> {
  const script = join(import.meta.dirname, 'workingServer.ts')
  const web = spawn(process.execPath, [...serveFlags, script, url, wayIn], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  })
  const ended = once(web, 'exit')
  const [said] = await Promise.race([once(web.stdout, 'data'), ended.then(() => [''])])
  if (said === '') throw new Error('the web application does not start')
  return {
    address: String(said),
    memory: async () => {
      web.stdin.write('memory\n')
      return Number(String(await once(web.stdout, 'data')))
    },
    close: async () => {
      web.stdin.end()
      await ended
    },
  }
}

/** An answer, with how long it took. */
export interface Measured {
  what: string
  kind: 'page' | 'save'
  milliseconds: number
}

/** What all who work share. */
export interface Work {
  server: WorkingServer
  random: Random
  kept: Kept
  /** How often each form was accepted, and how often refused: someone came first, or something was left out. */
  forms: Map<string, { accepted: number; refused: number }>
}

/** A form that was accepted: what was sent, and the address it led to. */
export interface Saved {
  sent: URLSearchParams
  location: string
}

interface Answer {
  status: number
  location: string
  body: string
}

const SITE = `/authorities/${working.authority.code}`

/** Someone at work: asks for pages and fills in forms one after the other, and keeps how long each answer took. */
export class AtWork {
  readonly measured: Measured[] = []
  readonly person: PersonAtWork
  readonly work: Work
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #cookies: Map<string, string>
  #children: readonly string[] = []

  constructor(person: PersonAtWork, work: Work) {
    this.person = person
    this.work = work
    this.#cookies = new Map([cookieIn(person.cookie)])
  }

  /** Opens a page of the authority. */
  async opens(what: string, path: string): Promise<string> {
    const { body } = await this.#timed(what, 'page', 'GET', path, [200])
    return body
  }

  /** Opens a page that someone else may have taken from the person meanwhile: a child was handed over. */
  async opensIfTheirs(what: string, path: string): Promise<string> {
    const { body } = await this.#timed(what, 'page', 'GET', path, [200, 404])
    return body
  }

  /** Some link that a list has, as an address of the authority; null where it has none. `pattern` names it in group 1. */
  async finds(what: string, path: string, pattern: RegExp): Promise<string | null> {
    const links = [...(await this.opens(what, path)).matchAll(pattern)].flatMap(([, link]) => link ?? [])
    return links.length === 0 ? null : this.work.random.oneOf(links).replaceAll('&amp;', '&').replace(SITE, '')
  }

  /** Some child of the person's own list, which they open once; null where nobody is on it. */
  async someChild(): Promise<string | null> {
    if (this.#children.length === 0) {
      const list = await this.opens('children looked after', '/children')
      this.#children = [...list.matchAll(/\/children\/(\w+)[?"]/g)].flatMap(([, child]) => child ?? [])
    }
    return this.#children.length === 0 ? null : this.work.random.oneOf(this.#children)
  }

  /**
   * Opens a form, fills in what `typed` says of it, sends it and opens the page that it leads to. What is refused is an
   * answer too, and so is a page that no longer has the form, or is no longer theirs. Null where it was not accepted.
   */
  async saves(what: string, path: string, typed: (form: Form) => Fields): Promise<Saved | null> {
    const page = await this.opensIfTheirs(`form: ${what}`, path)
    const form = formIn(page, SITE + withoutQuery(path))
    if (!form) return this.#counted(what, null)
    for (const [name, value] of Object.entries(typed(form))) form.shown.set(name, value)
    const { status, location } = await this.#timed(
      what,
      'save',
      'POST',
      form.action.replace(SITE, ''),
      [303, 400, 404],
      form.shown,
    )
    if (status !== 303) return this.#counted(what, null)
    await this.opensIfTheirs(`after: ${what}`, location.replace(SITE, ''))
    return this.#counted(what, { sent: form.shown, location })
  }

  #counted(what: string, saved: Saved | null): Saved | null {
    const { forms } = this.work
    const counts = forms.get(what) ?? { accepted: 0, refused: 0 }
    forms.set(what, counts)
    counts[saved ? 'accepted' : 'refused']++
    return saved
  }

  /** Throws where another status than these is answered. */
  async #timed(
    what: string,
    kind: Measured['kind'],
    method: 'GET' | 'POST',
    path: string,
    statuses: readonly number[],
    form?: URLSearchParams,
  ): Promise<Answer> {
    const start = performance.now()
    const answer = await this.#exchange(method, path, form?.toString())
    if (!statuses.includes(answer.status)) {
      throw new Error(`${method} ${path} answered ${answer.status} to ${this.person.role}`)
    }
    this.measured.push({ what, kind, milliseconds: performance.now() - start })
    return answer
  }

  async #exchange(method: 'GET' | 'POST', path: string, body?: string): Promise<Answer> {
    const headers = {
      cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; '),
      ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const sent = request(this.work.server.address + SITE + path, { method, agent: this.#agent, headers })
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sent.on('error', reject).on('response', resolve)
    })
    sent.end(body)
    const answer = await answered
    for (const set of answer.headers['set-cookie'] ?? []) this.#cookies.set(...cookieIn(set))
    return {
      status: answer.statusCode ?? 0,
      location: answer.headers.location ?? '',
      body: await text(answer),
    }
  }

  close(): void {
    this.#agent.destroy()
  }
}

const cookieIn = (cookie: string): [string, string] => {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  return [name, value]
}
