import { listed } from '../../kernel/words.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Person } from '../domain/person.ts'
import { roleName } from '../domain/roles.ts'
import { SIGN_IN } from './guard.ts'

/** A plain page of the door. */
export interface DoorPage {
  title: string
  paragraphs: readonly string[]
}

/** Why someone was not let in, and what they can do. */
export const whySignInFailed = {
  unknownPerson: {
    title: 'Footprint does not know you yet',
    paragraphs: [
      'You have signed in with your work account, but nobody has entered you in Footprint, or you may no longer use it.',
      'Ask the administrator of Footprint at your authority to add you, with the email address of your work account.',
    ],
  },
  refused: {
    title: 'You could not be signed in',
    paragraphs: [
      'Your authority’s sign-in service did not answer as expected.',
      'Try again. If it happens again, tell the people who look after Footprint at your authority.',
    ],
  },
  notShownAgain: {
    title: 'You could not be signed in again',
    paragraphs: [
      'What you asked for needs proof that it is you, from the last few minutes. Your authority’s sign-in service did not give it.',
      'Try again, and give your password or other proof when you are asked. If it happens again, tell the people who look after Footprint at your authority.',
    ],
  },
  notBegunHere: {
    title: 'Sign in again',
    paragraphs: [
      'You took longer than 15 minutes to sign in, or began in another browser.',
      'Try again. Footprint needs cookies: allow them for this address.',
    ],
  },
  tooOften: {
    title: 'Wait before you try again',
    paragraphs: ['Signing in has failed too often from your network.', 'Try again in 10 minutes.'],
  },
} as const satisfies Record<string, DoorPage>

/** All that signIn.njk shows. */
export const signInPage = (page: DoorPage) => ({ ...page, signInHref: SIGN_IN })

export const signedOutPage = signInPage({
  title: 'You are signed out',
  paragraphs: ['On a shared computer, close the browser too.'],
})

/** All that choosePerson.njk shows. */
export const choosePersonPage = (people: readonly Person[], settings: Settings, to: string, csrfToken: string) => ({
  title: 'Sign in as',
  action: SIGN_IN,
  csrfToken,
  to,
  // Anyone who tries Footprint for the first time sees most of it as the manager.
  chosen: people.find((person) => person.roles.includes('iro_manager'))?.personId,
  people: people
    .filter((person) => person.isActive)
    .map((person) => ({
      value: person.personId,
      text: person.name,
      hint: {
        text: [listed(person.roles.map((role) => roleName(role, settings))), person.team ?? '']
          .filter(Boolean)
          .join(', '),
      },
    })),
})
