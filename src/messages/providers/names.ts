/** How providers are noted with the messages that they were asked to send. */
export const NOTIFY = 'GOV.UK Notify'
export const SMTP = 'the mail server'
