import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type TableName, tableOfFile, tables } from '../../src/returns/ssda903/tables.ts'

/**
 * The least that putting a return into PostgreSQL can cost: its CSV files, as they are, by `COPY` into bare tables
 * without keys, in one transaction. Nothing is checked but that a date is one.
 */
export async function bareCopy(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query("set datestyle = 'ISO, DMY'")
    await client.query('begin')
    for (const file of readdirSync(folder)) {
      const table = tableOfFile(file)
      if (table === null) continue
      await client.query(`create table bare_${table} (${columnsOf(table)})`)
      const copying = client.query(copyFrom(`copy bare_${table} from stdin (format csv, header true, null '')`))
      await pipeline(createReadStream(join(folder, file)), copying)
    }
    await client.query('commit')
  } finally {
    await client.end()
  }
}

const columnsOf = (table: TableName): string =>
  tables[table].map(({ name, kind }) => `"${name}" ${kind === 'number' ? 'integer' : kind}`).join(', ')
