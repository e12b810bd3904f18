/** A mail server on this computer, which takes mail, or misbehaves when told to. */
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { z } from 'zod'
import type { SmtpConfiguration } from '../../src/platform/configuration.carriers.ts'

/** What it does with the next mail. */
export type MailBehaviour =
  | 'take'
  | 'refuse_recipient'
  | 'greylist'
  | 'refuse_content'
  | 'busy_after_content'
  | 'drop_after_content'
  | 'drop_before_content'
  | 'refuse_sender'

export interface FakeMailServer {
  configuration: SmtpConfiguration
  /** The mails that it has taken, as they were sent. */
  taken: string[]
  will: (behaviour: MailBehaviour) => void
}

const failure = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode })

/** Starts one for the test file that calls it, stopped after its last test. */
export async function aMailServer(): Promise<FakeMailServer> {
  const taken: string[] = []
  let next: MailBehaviour = 'take'
  const sockets = new Set<{ destroy: () => void }>()
  const dropAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onMailFrom(_address, _session, callback) {
      callback(next === 'refuse_sender' ? failure(550, 'We do not know you') : undefined)
    },
    onRcptTo(_address, _session, callback) {
      if (next === 'refuse_recipient') callback(failure(550, 'No such user here'))
      else if (next === 'greylist') callback(failure(451, 'Try again later'))
      else if (next === 'drop_before_content') dropAll()
      else callback()
    },
    onData(stream, _session, callback) {
      let mail = ''
      stream.on('data', (piece) => (mail += String(piece)))
      stream.on('end', () => {
        if (next === 'refuse_content') callback(failure(554, 'Looks like spam'))
        else if (next === 'busy_after_content') callback(failure(452, 'The disk is full'))
        else {
          taken.push(mail)
          if (next === 'drop_after_content') dropAll()
          else callback()
        }
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket) => sockets.add(socket))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  after(() => {
    dropAll()
    server.close()
  })
  const { port } = z.custom<AddressInfo>((value) => typeof value === 'object').parse(server.server.address())
  return {
    configuration: {
      host: '127.0.0.1',
      port,
      isSecure: false,
      requiresTls: false,
      credentials: null,
      from: 'Reviewing Service <irs@hartsmere.example>',
    },
    taken,
    will: (behaviour) => {
      next = behaviour
    },
  }
}
