import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { makeWholeFile, writeWholeFile } from './wholeFile.ts'

describe('a file that is written', () => {
  // One for each: what a killed process leaves is no part that another has left.
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'footprint-whole-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })
  const inFolder = (name: string) => join(folder, name)
  const partsLeft = () => readdirSync(folder).filter((name) => name.endsWith('.part'))

  it('is there whole, with who may read it, in the place of what was there', async () => {
    const path = inFolder('report.html')
    await writeWholeFile(path, 'first')
    await writeWholeFile(path, Buffer.from('second'), { mode: 0o600 })
    assert.equal(readFileSync(path, 'utf8'), 'second')
    assert.equal(statSync(path).mode & 0o777, 0o600)
    assert.deepEqual(partsLeft(), [])
  })

  it('leaves what was there where the writing fails half way', async () => {
    const path = inFolder('failed.csv')
    writeFileSync(path, 'before')
    async function* halfOfIt() {
      yield 'half'
      await Promise.resolve()
      throw new Error('no more')
    }
    await assert.rejects(writeWholeFile(path, halfOfIt()), /no more/)
    assert.equal(readFileSync(path, 'utf8'), 'before')
    await assert.rejects(makeWholeFile(inFolder('new.xlsx'), () => Promise.reject(new Error('no more'))))
    assert.deepEqual(partsLeft(), [])
    assert.equal(readdirSync(folder).includes('new.xlsx'), false)
  })

  it('goes where a link leads, and the link stays', async () => {
    writeFileSync(inFolder('kept.txt'), 'before')
    symlinkSync(inFolder('kept.txt'), inFolder('link.txt'))
    await writeWholeFile(inFolder('link.txt'), 'after')
    assert.equal(readFileSync(inFolder('kept.txt'), 'utf8'), 'after')
  })

  it('is not there by half where the process is killed while it writes', async () => {
    const path = inFolder('killed.html')
    writeFileSync(path, 'before')
    const script = `
      import { writeWholeFile } from ${JSON.stringify(new URL('wholeFile.ts', import.meta.url).href)}
      async function* half() {
        yield 'half'
        process.stdout.write('half written')
        await new Promise((resolve) => setTimeout(resolve, 60_000))
      }
      await writeWholeFile(${JSON.stringify(path)}, half())`
    const writing: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    assert.ok(writing.stdout)
    await once(writing.stdout, 'data')
    writing.kill('SIGKILL')
    await once(writing, 'exit')
    assert.equal(readFileSync(path, 'utf8'), 'before')
  })
})
