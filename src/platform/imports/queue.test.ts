import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { makeWorkQueue } from './queue.ts'

test('so much is done at once, the rest waits in its order and is told how much is before it', async () => {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const places = new Map<string, number | null>()
  const tasks = new Set<() => void>()
  const faults: unknown[] = []
  const queue = makeWorkQueue<string>({
    mostAtOnce: 2,
    doWork: (work) => {
      begun.push(work)
      return new Promise((resolve, reject) => {
        ends.set(work, work === 'b' ? () => { reject(new Error('b')) } : resolve) // prettier-ignore
      })
    },
    note: (work, before) => {
      places.set(work, before)
      return Promise.resolve()
    },
    onFault: (fault) => faults.push(fault),
    every: (task) => {
      tasks.add(task)
      return () => void tasks.delete(task)
    },
  })
  for (const work of ['a', 'b', 'c', 'd']) queue.add(work)
  await turn()
  assert.deepEqual(begun, ['a', 'b'])
  assert.deepEqual([...places], [['a', null], ['b', null], ['c', 2], ['d', 3]]) // prettier-ignore

  ends.get('b')?.()
  await turn()
  assert.deepEqual([begun, faults.length], [['a', 'b', 'c'], 1])
  assert.deepEqual([places.get('c'), places.get('d')], [null, 2])

  places.clear()
  for (const task of tasks) task()
  assert.deepEqual(new Set(places.keys()), new Set(['a', 'c', 'd']), 'all that goes on is heard of')

  for (const work of ['a', 'c']) ends.get(work)?.()
  await turn()
  ends.get('d')?.()
  await turn()
  assert.deepEqual(begun, ['a', 'b', 'c', 'd'])
  assert.equal(tasks.size, 0, 'nothing is at work any more')
})
