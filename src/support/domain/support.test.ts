import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registersWith } from '../../../test/support/rows.ts'
import { support } from '../registers/support.ts'
import { isWaiting, referralsIn } from './support.ts'

test('a referral waits until the support begins, or until it says what came of it instead', () => {
  const rows = [
    'A,ADVOCACY,2023-05-01,,', // waits
    'B,ADVOCACY,2023-05-01,,', // begun since, under the day on which it began
    'B,ADVOCACY,2023-05-01,2023-05-20,',
    'C,ADVOCACY,2023-05-01,,Did not want one', // came to nothing
    'D,INDEPENDENT_VISITOR,2023-05-01,2023-06-01,',
  ]
  const known = support.rowsIn(registersWith([[support, 'child,kind,referred_date,from,outcome', rows]]))
  const referrals = referralsIn(known)
  assert.deepEqual(referrals.map(({ child }) => child).toSorted(), ['A', 'B', 'C', 'D'])
  assert.deepEqual(
    referrals.filter(isWaiting).map(({ child }) => child),
    ['A'],
  )
})
