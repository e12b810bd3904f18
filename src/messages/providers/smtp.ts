import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { SmtpConfiguration } from '../../platform/configuration.carriers.ts'
import type { Provider } from '../app/provider.ts'
import type { Answer } from '../domain/answer.ts'
import { SMTP } from './names.ts'
import { senderOf, mailOf } from './email.ts'

/** How long to wait for the server. */
export interface SmtpTimeouts {
  connectMilliseconds: number
  answerMilliseconds: number
}

const TIMEOUTS: SmtpTimeouts = { connectMilliseconds: 10_000, answerMilliseconds: 30_000 }

/** A mail server as a provider of emails. It can't be asked afterwards: what it does not answer, a person must find out. */
export const makeSmtp = (configuration: SmtpConfiguration, timeouts = TIMEOUTS): Provider => ({
  name: SMTP,
  asks: null,
  send: async (message) => {
    const mail = await mailOf(message, configuration.from)
    return handOver(mail, { from: senderOf(configuration.from).address, to: message.address }, configuration, timeouts)
  },
})

type SmtpError = SMTPConnection.SMTPError

function handOver(
  mail: Buffer,
  envelope: { from: string; to: string },
  { host, port, isSecure, requiresTls, credentials }: SmtpConfiguration,
  { connectMilliseconds, answerMilliseconds }: SmtpTimeouts,
): Promise<Answer> {
  const connection = new SMTPConnection({
    host,
    port,
    secure: isSecure,
    requireTLS: requiresTls,
    connectionTimeout: connectMilliseconds,
    dnsTimeout: connectMilliseconds,
    greetingTimeout: answerMilliseconds,
    socketTimeout: answerMilliseconds,
  })
  let isHandedOver = false
  // The server asks for it, by taking the command DATA, before anyone reads from it: until then nothing has gone.
  const content = new Readable({
    read() {
      isHandedOver = true
      this.push(mail)
      this.push(null)
    },
  })
  return new Promise<Answer>((resolve) => {
    const done = (answer: Answer) => {
      resolve(answer)
      connection.close()
    }
    const failed = (error: SmtpError) => {
      done(answerTo(error, isHandedOver))
    }
    connection.on('error', failed)
    connection.once('end', () => {
      done(isHandedOver ? LOST : { code: 'not_taken', why: 'The mail server ended the connection.' })
    })
    const sendIt = () => {
      connection.send(envelope, content, (error) => {
        if (error) failed(error)
        else done({ code: 'taken', providerId: '' })
      })
    }
    connection.connect((error) => {
      if (error) failed(error)
      else if (credentials === null) sendIt()
      else {
        connection.login({ credentials: { user: credentials.user, pass: credentials.password } }, (refused) => {
          if (refused) failed(refused)
          else sendIt()
        })
      }
    })
  })
}

const LOST: Answer = { code: 'unknown', why: 'The connection to the mail server was lost after the message was sent.' }

/** What a failure says, by how far it had come: only the server's own word or a message not begun is certain. */
function answerTo({ responseCode, command, code, response }: SmtpError, isHandedOver: boolean): Answer {
  if (responseCode === undefined) {
    if (isHandedOver) return LOST
    if (code === 'EENVELOPE')
      return { code: 'refused', why: 'No mail can go to this address: something is wrong with it.' }
    const why = code === 'ETLS' ? 'The mail server offers no encryption.' : 'The mail server can not be reached.'
    return { code: 'not_taken', why }
  }
  if (code === 'EAUTH') {
    return {
      code: 'not_taken',
      why: 'The mail server does not let us in. The people who run Footprint must check the password.',
    }
  }
  const said = (response ?? '').replaceAll(/\s+/g, ' ').slice(0, 200)
  if (responseCode < 500) return { code: 'not_taken', why: `The mail server can not take it now. It says: ${said}` }
  if (isHandedOver) return { code: 'refused', why: `The mail server does not take it. It says: ${said}` }
  if (command === 'RCPT TO') {
    return { code: 'refused', why: `The mail server does not take this address. It says: ${said}` }
  }
  // It is not about this message: the sender, or us.
  return { code: 'not_taken', why: `The mail server does not take mail from us. It says: ${said}` }
}
