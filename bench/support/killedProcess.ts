/**
 * Does what people do at random, one thing after another, until it is killed: `node killedProcess.ts URL SEED`. Says a line
 * when it begins and when it has ended something.
 */
import { peopleAtRandom } from '../../test/support/telling.ts'
import { connect } from '../../src/platform/database/database.ts'
import { randomOf } from '../../src/synthetic/domain/random.ts'

const [url = '', seed = '0'] = process.argv.slice(2)
const people = await peopleAtRandom(connect(url))
const random = randomOf(Number(seed))
// The first takes as long as all code takes to load, and is not what is to be killed.
await people.act(random)
for (;;) {
  process.stdout.write('begins\n')
  const what = await people.act(random)
  process.stdout.write(`ends ${what ?? 'nothing'}\n`)
}
