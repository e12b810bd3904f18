import type { FastifyRequest } from 'fastify'

type Headers = Pick<FastifyRequest, 'headers'>

/** Whether the request says that a body follows. */
export const hasBody = ({ headers }: Headers): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Whether the request says that it is a form with files. */
export const isFormWithFiles = ({ headers }: Headers): boolean => /^multipart\//i.test(headers['content-type'] ?? '')
