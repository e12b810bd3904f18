import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Files of a return by name. */
export type Files = Readonly<Record<string, string | Buffer>>

/** A good return of two children, as the files that tests then put wrong. */
export const smallReturn = {
  'header.csv': [
    'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
    '100,2,03/02/2012,WBRI,A123456789012,,',
    '200,1,29/02/2008,MWBC,UN1,,',
  ].join('\n'),
  'episodes.csv': [
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
    '100,09/05/2022,S,C1,N1,U6,PR1,06/06/2022,X1,CARPL,ZB1 1AA,ZB2 2BB,SC000001',
    '100,06/06/2022,P,C1,N1,U4,PR4,,,,ZB1 1AA,ZC3 3CC,SC000002',
    '200,10/01/2021,S,V2,N8,K2,PR4,01/03/2023,E4A,,ZB9 9ZZ,ZD4 4DD,SC000003',
  ].join('\n'),
  'reviews.csv': [
    'CHILD,DOB,REVIEW,REVIEW_CODE',
    '100,03/02/2012,06/06/2022,PN1',
    '100,03/02/2012,05/09/2022,PN3',
    '200,29/02/2008,08/02/2022,PN6',
  ].join('\n'),
  'oc2.csv': [
    'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
    '200,29/02/2008,12,,0,,1,1,1,0,,',
  ].join('\n'),
} as const

const folder = mkdtempSync(join(tmpdir(), 'footprint-'))
// Not left to the test runner: what it does after tests it does in benchmarks too, at a cost to every promise.
process.on('exit', () => {
  rmSync(folder, { recursive: true, force: true })
})
let made = 0

/** A new path in a folder of this test file's own, removed when its tests are done. */
export const freshPath = (name = 'return'): string => join(folder, `${++made}-${name}`)

/** Writes the files to a new folder and gives its path. */
export function folderOf(files: Files): string {
  const path = freshPath()
  mkdirSync(path)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}

/** Writes one file and gives its path. */
export function fileOf(name: string, content: string | Buffer): string {
  const path = freshPath(name)
  writeFileSync(path, content)
  return path
}
