import type { FastifyReply } from 'fastify'
import { type CellValue, toCsv } from '../csv.ts'

/** Sends rows as a CSV file to save. It begins with a byte order mark: without one, Excel garbles an apostrophe. */
export const sendCsv = (reply: FastifyReply, name: string, rows: readonly (readonly CellValue[])[]): FastifyReply =>
  reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name.replaceAll(/[^\w.-]+/g, '-')}.csv"`)
    .send(`\uFEFF${toCsv(rows)}`)
