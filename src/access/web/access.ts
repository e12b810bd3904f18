import type { Access } from '../../platform/web/access.ts'
import type { AccessLog, SentForms } from '../app/ports.ts'
import type { SealOversight } from '../app/sealOversight.ts'
import { may } from '../domain/actor.ts'
import type { Permission } from '../../house/permission.ts'
import { logAccess } from './logging.ts'
import { type GuardDeps, guard } from './guard.ts'
import { tellOfSeals } from './notices.ts'
import { sendOnce } from './sendOnce.ts'
import { type SignInDeps, signInRoutes } from './signIn.routes.ts'

export interface AccessDeps {
  /** Every permission that rooms declare. */
  permissions: readonly Permission[]
  /** How people sign in; null where nobody does and the person who sits at this computer is its operator. */
  signIn: Pick<SignInDeps, 'way' | 'signIn' | 'failures'> | null
  guard: Pick<GuardDeps, 'sessions' | 'keptForms' | 'limits' | 'cookies' | 'settingsOf' | 'isSendingSetUp'>
  log: AccessLog
  sentForms: SentForms
  sealOversight: SealOversight
}

/** Who may open what, by the permissions that rooms declare; whatever is done with children's records is logged. */
export const makeAccess = ({
  permissions,
  signIn,
  guard: door,
  log,
  sentForms,
  sealOversight,
}: AccessDeps): Access => ({
  permissions,
  install: (app) => {
    guard(app, { ...door, permissions, log, hasSignIn: signIn !== null, isDemo: signIn?.way.kind === 'demo' })
    logAccess(app, log)
    sendOnce(app, sentForms)
    tellOfSeals(app, sealOversight)
    if (signIn) signInRoutes(app, { ...door, ...signIn })
  },
  may: ({ actor }, asked) => {
    const permission = permissions.find((one) => one === asked)
    return actor !== null && permission !== undefined && may(actor, permission)
  },
})
