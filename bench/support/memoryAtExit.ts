/** `node --import`ed into a command to learn its most memory: writes it, in megabytes, where BENCH_MEMORY says. */
import { writeFileSync } from 'node:fs'

const path = process.env['BENCH_MEMORY']
process.on('exit', () => {
  if (path !== undefined) writeFileSync(path, String(process.resourceUsage().maxRSS / 1024))
})
