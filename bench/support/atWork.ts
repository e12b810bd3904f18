import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import type { Random } from '../../src/synthetic/domain/random.ts'
import { type BookingAsked, type BookingOutcome, someTime } from './booking.ts'
import { type PersonAtWork, working } from './workingAuthority.ts'

/** A web application in a process of its own. */
export interface WorkingServer {
  address: string
  /** The second door, for use cases whose pages are not there yet. */
  useCases: string
  close: () => Promise<void>
}

const saidSchema = z.object({ address: z.string(), useCases: z.string() })

/** Starts the web application on a database. */
export async function startWorkingServer(url: string): Promise<WorkingServer> {
  const web = spawn(process.execPath, [join(import.meta.dirname, 'workingServer.ts'), url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(web, 'exit')
  const [said] = await Promise.race([once(web.stdout, 'data'), ended.then(() => [''])])
  return {
    ...saidSchema.parse(JSON.parse(String(said))),
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

/** What all who work have done together. */
export interface Work {
  server: WorkingServer
  random: Random
  /** The reviews booked so far, with whose they are. */
  booked: Map<string, string>
  /** How many bookings and moves were answered as done. */
  done: Record<BookingAsked['kind'], number>
  /** A number that nobody has had. */
  next: () => number
}

/** Someone at work: asks for pages and fills in forms one after the other, and keeps how long each answer took. */
export class AtWork {
  readonly measured: Measured[] = []
  readonly person: PersonAtWork
  readonly #work: Work
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 })
  readonly #cookies: Map<string, string>
  #children: readonly string[] = []

  constructor(person: PersonAtWork, work: Work) {
    this.person = person
    this.#work = work
    this.#cookies = new Map([cookieIn(person.cookie)])
  }

  /** Opens a page of the authority. */
  async opens(what: string, path: string): Promise<string> {
    return this.#timed(what, 'page', () => this.#send('GET', path, 200))
  }

  /** Opens a form, fills it in and sends it with its token. */
  async saves(what: string, path: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const page = await this.opens(`form: ${what}`, path)
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1]
    if (_csrf === undefined) throw new Error(`${path} has no form`)
    await this.#timed(what, 'save', () => this.#send('POST', path, 303, new URLSearchParams({ ...fields, _csrf })))
  }

  /** Opens some child's page: one of those on the person's own list. */
  async opensSomeChild(): Promise<void> {
    if (this.#children.length === 0) {
      const list = await this.opens('children looked after', '/children')
      this.#children = [...list.matchAll(/\/children\/(\w+)"/g)].flatMap(([, child]) => child ?? [])
      if (this.#children.length === 0) return
    }
    await this.opens('one child', `/children/${this.#work.random.oneOf(this.#children)}`)
  }

  /** Books a review of some child at some time of some officer. */
  async books(): Promise<void> {
    const [child] = this.#children
    if (child === undefined) return this.opensSomeChild()
    const reviewRef = `B${this.#work.next()}`
    await this.#asks('booking', { kind: 'book', reviewRef, child: this.#work.random.oneOf(this.#children) })
  }

  /** Moves a review that was booked before. */
  async moves(): Promise<void> {
    const booked = [...this.#work.booked]
    if (booked.length === 0) return this.books()
    const [reviewRef, child] = this.#work.random.oneOf(booked)
    await this.#asks('moving', { kind: 'move', reviewRef, child })
  }

  async #asks(what: string, review: Pick<BookingAsked, 'kind' | 'reviewRef' | 'child'>): Promise<void> {
    const asked: BookingAsked = { ...review, ...someTime(this.#work.random.next) }
    const outcome = await this.#timed(what, 'save', () =>
      this.#exchange('POST', this.#work.server.useCases, 200, JSON.stringify(asked)),
    )
    noteBooking(this.#work, asked, outcome === 'done' ? 'done' : 'taken')
  }

  async #timed(what: string, kind: Measured['kind'], work: () => Promise<string>): Promise<string> {
    const start = performance.now()
    const answer = await work()
    this.measured.push({ what, kind, milliseconds: performance.now() - start })
    return answer
  }

  #send(method: 'GET' | 'POST', path: string, status: number, form?: URLSearchParams): Promise<string> {
    const url = `${this.#work.server.address}/authorities/${working.authority.code}${path}`
    return this.#exchange(method, url, status, form?.toString())
  }

  /** Throws where anything else than `status` is answered. */
  async #exchange(method: 'GET' | 'POST', url: string, status: number, body?: string): Promise<string> {
    const headers = {
      cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; '),
      ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const sent = request(url, { method, agent: this.#agent, headers })
    const answered = new Promise<string>((resolve, reject) => {
      sent.on('error', reject).on('response', (answer) => {
        for (const set of answer.headers['set-cookie'] ?? []) this.#cookies.set(...cookieIn(set))
        text(answer).then((page) => {
          if (answer.statusCode === status) resolve(page)
          else
            reject(
              new Error(
                `${method} ${new URL(url).pathname} answered ${answer.statusCode ?? ''} to ${this.person.role}`,
              ),
            )
        }, reject)
      })
    })
    sent.end(body)
    return answered
  }

  close(): void {
    this.#agent.destroy()
  }
}

/** Remembers what became of a booking. */
export function noteBooking(work: Pick<Work, 'booked' | 'done'>, asked: BookingAsked, outcome: BookingOutcome): void {
  if (outcome === 'taken') return
  work.done[asked.kind]++
  work.booked.set(asked.reviewRef, asked.child)
}

const cookieIn = (cookie: string): [string, string] => {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  return [name, value]
}
