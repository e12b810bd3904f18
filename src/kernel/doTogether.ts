/** Something to be done, and who is told what came of it. */
interface Waiting<Item, Result> {
  item: Item
  tell: (result: Result) => void
  fail: (error: unknown) => void
}

/**
 * `doAll` for many at once: those that come while others of the same key are being done are done together in the next go,
 * at most `most` of them, in the order in which they came. Each is told its own result, by its place; where a go fails, all
 * of it have failed. Of sixty at once a database is asked twice.
 */
export function doTogether<Item, Result>(
  doAll: (key: string, items: readonly Item[]) => Promise<readonly Result[]>,
  most: number,
): (key: string, item: Item) => Promise<Result> {
  const queues = new Map<string, Waiting<Item, Result>[]>()

  async function workThrough(key: string, queue: Waiting<Item, Result>[]): Promise<void> {
    while (queue.length > 0) {
      const go = queue.splice(0, most)
      try {
        const results = await doAll(
          key,
          go.map(({ item }) => item),
        )
        if (results.length !== go.length) throw new Error(`${go.length} were done, and ${results.length} told`)
        results.forEach((result, at) => go[at]?.tell(result))
      } catch (error) {
        for (const { fail } of go) fail(error)
      }
    }
    queues.delete(key)
  }

  return (key, item) =>
    new Promise((tell, fail) => {
      const waiting = { item, tell, fail }
      const queue = queues.get(key)
      if (queue) {
        queue.push(waiting)
        return
      }
      const started = [waiting]
      queues.set(key, started)
      void workThrough(key, started)
    })
}
