import type { Readable } from 'node:stream'

/** Of all streams together at a turn: a thousandth of a second’s work. */
const MOST_BYTES_A_TURN = 64 * 1024
/** From one turn to the next, in milliseconds: 64 MB a second are as much as an office’s connection brings. */
const BETWEEN_TURNS = 1

const ready = new Set<Readable>()
let isWaiting = false

/**
 * Takes in what a stream brings and throws it away, a little at each turn: however fast and however many send what nobody
 * reads, who asks for a page waits for one turn, and memory is not used up faster than it is cleared.
 */
export function discard(stream: Readable): void {
  const isReady = () => {
    ready.add(stream)
    waitForTurn()
  }
  stream.on('readable', isReady)
  isReady()
}

function waitForTurn(): void {
  if (isWaiting) return
  isWaiting = true
  setTimeout(takeTurn, BETWEEN_TURNS)
}

function takeTurn(): void {
  isWaiting = false
  let left = MOST_BYTES_A_TURN
  for (const stream of ready) {
    if (left <= 0) break
    ready.delete(stream)
    const piece: unknown = stream.destroyed ? null : stream.read()
    if (!(piece instanceof Uint8Array)) continue
    left -= piece.length
    // To the end: the others have theirs first.
    ready.add(stream)
  }
  if (ready.size > 0) waitForTurn()
}
