/**
 * The least that checking a return can cost: its CSV files read and split into cells, as text, in a process of its own:
 * `node bareRead.ts FOLDER`. Says how many cells there are, so that none is left out.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Papa from 'papaparse'

const [folder = ''] = process.argv.slice(2)
let cells = 0
for (const file of (await readdir(folder)).filter((name) => name.endsWith('.csv'))) {
  const { data } = Papa.parse<string[]>(await readFile(join(folder, file), 'utf8'), { delimiter: ',', newline: '\n' })
  for (const row of data) cells += row.length
}
process.stdout.write(`${cells}\n`)
