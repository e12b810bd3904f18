/**
 * A counterpart of GOV.UK Notify on this computer: it checks the key's token, takes emails, texts and letters, is asked
 * for them by id and by reference, and misbehaves when told to.
 */
import { createHmac, randomUUID } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { z } from 'zod'
import type { NotifyConfiguration } from '../../src/platform/configuration.carriers.ts'

/** A message that it has taken. */
export interface TakenNotification {
  id: string
  reference: string
  type: 'email' | 'sms' | 'letter'
  to: string
  personalisation: Readonly<Record<string, string>>
  status: string
}

/** What it does with the next message. `hold_…`: never answers; the person who waits for `arrived` learns that it is there. */
export type Behaviour =
  | { kind: 'take'; beforeAnswering?: () => Promise<unknown> }
  | { kind: 'fail'; status: number; isTaken?: boolean; message?: string }
  | { kind: 'drop_before' | 'drop_after' | 'hold_before' | 'hold_after' | 'answer_twice' | 'answer_nonsense' }

export interface FakeNotify {
  configuration: NotifyConfiguration
  taken: TakenNotification[]
  /** What it does with the next messages, in order; afterwards it takes them. */
  will: (...behaviours: Behaviour[]) => void
  /** Whether it can be asked for messages; else it fails when asked. */
  isAskable: boolean
  /** Done when the message that is held is here. */
  arrived: () => Promise<void>
  /** The environment of a process that uses it. */
  environment: Readonly<Record<string, string>>
}

const personalised = z.object({
  template_id: z.string(),
  reference: z.string().default(''),
  email_address: z.string().optional(),
  phone_number: z.string().optional(),
  personalisation: z.record(z.string(), z.string()),
})

const PATH = /^\/v2\/notifications\/(email|sms|letter)$/

/** Starts one for the test file that calls it, stopped after its last test. */
export async function aNotify(): Promise<FakeNotify> {
  const [service, secret] = [randomUUID(), randomUUID()]
  const templates = { email: randomUUID(), text: randomUUID(), letter: randomUUID() }
  const taken: TakenNotification[] = []
  const behaviours: Behaviour[] = []
  let told: (() => void)[] = []
  let isHolding = false
  const server = createServer((request, response) => {
    void answer(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  function take(type: TakenNotification['type'], body: z.infer<typeof personalised>): TakenNotification {
    const lines = Object.entries(body.personalisation).filter(([name]) => name.startsWith('address_line_'))
    const to = body.email_address ?? body.phone_number ?? lines.map(([, line]) => line).join('\n')
    const { reference, personalisation } = body
    const one = { id: randomUUID(), reference, type, to, personalisation, status: 'created' }
    taken.push(one)
    return one
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (!isSigned(request.headers.authorization ?? '', service, secret)) {
      refuse(response, 403, 'AuthError', 'Invalid token: API key not found')
      return
    }
    if (request.method === 'GET') {
      giveWhatIsKnown(url, response)
      return
    }
    const type = PATH.exec(url.pathname)?.[1]
    const body = personalised.safeParse(JSON.parse(await textOf(request)))
    if (!body.success || (type !== 'email' && type !== 'sms' && type !== 'letter')) {
      refuse(response, 400, 'BadRequestError', 'Missing personalisation')
      return
    }
    if (type === 'email' && !/^[^@\s]+@[^@\s]+\.\w+$/.test(body.data.email_address ?? '')) {
      refuse(response, 400, 'ValidationError', 'email_address Not a valid email address')
      return
    }
    behave(behaviours.shift() ?? { kind: 'take' }, request, response, () => take(type, body.data))
  }

  function behave(how: Behaviour, request: IncomingMessage, response: ServerResponse, takeIt: () => TakenNotification) {
    switch (how.kind) {
      case 'take': {
        const one = takeIt()
        void (how.beforeAnswering?.() ?? Promise.resolve()).then(() => {
          give(response, 201, one)
        })
        return
      }
      case 'answer_twice': {
        const one = takeIt()
        const text = JSON.stringify(one)
        const whole = `HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n${text}`
        request.socket.end(whole + whole)
        return
      }
      case 'answer_nonsense':
        takeIt()
        response.writeHead(201, { 'content-type': 'text/html' }).end('<h1>Welcome to the hotel’s network</h1>')
        return
      case 'fail':
        if (how.isTaken) takeIt()
        refuse(response, how.status, 'Exception', how.message ?? 'Internal server error')
        return
      case 'drop_after':
        takeIt()
        request.socket.destroy()
        return
      case 'drop_before':
        request.socket.destroy()
        return
      case 'hold_before':
      case 'hold_after':
        if (how.kind === 'hold_after') takeIt()
        isHolding = true
        for (const tell of told) tell()
        told = []
    }
  }

  function giveWhatIsKnown(url: URL, response: ServerResponse): void {
    if (!fake.isAskable) {
      refuse(response, 500, 'Exception', 'Internal server error')
      return
    }
    const reference = url.searchParams.get('reference')
    if (url.pathname === '/v2/notifications') {
      give(response, 200, { notifications: taken.filter((one) => one.reference === reference), links: {} })
      return
    }
    const found = taken.find(({ id }) => url.pathname === `/v2/notifications/${id}`)
    if (found) give(response, 200, found)
    else refuse(response, 404, 'NoResultFound', 'No result found')
  }

  const { port } = z.custom<AddressInfo>((value) => typeof value === 'object').parse(server.address())
  const url = `http://127.0.0.1:${port}`
  const apiKey = `tests-${service}-${secret}`
  const fake: FakeNotify = {
    configuration: { apiKey, url, templates },
    taken,
    isAskable: true,
    will: (...more) => {
      isHolding = false
      behaviours.push(...more)
    },
    arrived: () =>
      new Promise((tell) => {
        if (isHolding) tell()
        else told.push(tell)
      }),
    environment: {
      FOOTPRINT_NOTIFY_API_KEY: apiKey,
      FOOTPRINT_NOTIFY_URL: url,
      FOOTPRINT_NOTIFY_EMAIL_TEMPLATE: templates.email,
      FOOTPRINT_NOTIFY_TEXT_TEMPLATE: templates.text,
      FOOTPRINT_NOTIFY_LETTER_TEMPLATE: templates.letter,
    },
  }
  return fake
}

const tokenSchema = z.object({ iss: z.string(), iat: z.number() })

/** Whether the token is that of the service, signed with its secret just now. */
function isSigned(authorization: string, service: string, secret: string): boolean {
  const [header = '', payload = '', signature] = authorization.replace(/^Bearer /, '').split('.')
  if (createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url') !== signature) return false
  const token = tokenSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  return token.iss === service && Math.abs(token.iat - Date.now() / 1000) < 30
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request) text += String(piece)
  return text
}

function give(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

const refuse = (response: ServerResponse, status: number, error: string, message: string): void => {
  give(response, status, { status_code: status, errors: [{ error, message }] })
}
