import { listed } from '../../kernel/words.ts'

/** What the standard texts are filled in with. */
export interface Publisher {
  /** The council's name; null where nobody said for which authority the page is. */
  council: string | null
  service: { name: string; phone: string; email: string; address: string }
  /** How to reach the data protection officer; empty where that was not entered. */
  dataProtection: string
}

const councilName = ({ council }: Publisher): string => council ?? 'your council'

/** How to reach the service, as the end of a sentence. */
function reach({ service }: Publisher): string {
  const ways = [service.phone && `call ${service.phone}`, service.email && `write to ${service.email}`].filter(Boolean)
  return ways.length === 0 ? 'ask the person who invited you, or the council’s switchboard' : listed(ways, 'or')
}

/**
 * The accessibility statement while the authority has none of its own. It follows GOV.UK's sample, and claims no test
 * that is not part of Footprint: what an audit finds, the authority writes.
 */
export const standardAccessibility = (publisher: Publisher): string => `
This statement applies to Footprint as ${councilName(publisher)} uses it. You should be able to:

- zoom in up to 400% without the text spilling off the screen
- use every page with a keyboard alone
- use every page without JavaScript
- listen to every page with a screen reader
- change colours and contrast with the settings of your device

We have written the text to be as simple as we can. AbilityNet (mcmw.abilitynet.org.uk) has advice on making your device easier to use if you have a disability.

# How accessible this service is

Some documents that people attach or print elsewhere may not be fully accessible. Wide tables scroll sideways within the page on a narrow screen.

# If you need something in another format

If you need a page, a letter or a report in another format, like large print, easy read, braille or audio, ${reach(publisher)}. We will answer within 10 working days.

# If you find a problem

We want to make this service better. If you find a problem that is not listed here, ${reach(publisher)}.

# If you are not happy with our answer

The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with how we answer your complaint, contact the Equality Advisory and Support Service (equalityadvisoryservice.com).

# How far it complies

Footprint is built to the Web Content Accessibility Guidelines version 2.2, AA standard. An independent audit of it has not been recorded here, so we call it partially compliant.

# How we test it

The software’s tests open its pages in a browser, at a wide and a narrow width, and check them with the tool axe. The main forms are also tested with a keyboard alone and without JavaScript.
`

/** The privacy notice while the authority has none of its own. Its facts are those of the software. */
export const standardPrivacy = (publisher: Publisher): string => `
This notice says how ${councilName(publisher)} uses information about you in Footprint, the software of its ${publisher.service.name}. The council is the controller of the information.

# If you work here

- We keep your name, your work email address, your roles, your team, and when you signed in and from which browser.
- We keep a log of which children’s records you looked at and what you changed. Managers can read it.
- If you are an independent reviewing officer, we keep your working time, your absences (not the reasons) and which children are allocated to you.

# If you are invited to a meeting

- We keep your name, who you are to the child, how to reach you, and the language you need.
- We keep what we sent you, when, and whether it arrived.
- The page behind your link needs no account. The link ends after the day of the meeting.

# If you are a child or young person in care

- We keep the facts of your time in care, your reviews, and what you told us about how you want them to be.
- You can ask to see what we keep about you. Someone can help you with that: ask your social worker, your independent reviewing officer or an advocate.

# Why we may use it

The law gives the council the task of reviewing how children in care are looked after (Children Act 1989, sections 22 to 26, and the Care Planning, Placement and Case Review (England) Regulations 2010). We rely on this public task (UK GDPR, article 6(1)(e)), and for information about health, ethnic origin or religion on substantial public interest (article 9(2)(g)).

# Whom we share it with

- The providers who carry our emails, text messages and letters get your address and the message.
- The Department for Education gets the yearly return on children looked after, by law.
- Inspectors and courts may see records where the law says so.

We do not sell information, and no computer decides anything about you.

# How long we keep it

A child’s case record is kept until the 75th anniversary of the child’s birth, or for 15 years if the child dies before the age of 18 (regulation 50 of the regulations of 2010). Everything else is kept as long as the council’s retention schedule says.

# Cookies

Footprint sets only the cookies that it cannot work without: one that keeps you signed in, and one that protects forms. It does not follow you.

# Your rights

You can ask to see the information about you, and to have it corrected or deleted. You can object to how we use it. ${
  publisher.dataProtection === ''
    ? 'Ask the council’s data protection officer.'
    : `Ask the council’s data protection officer: ${publisher.dataProtection}.`
} If you are not happy with the answer, you can complain to the Information Commissioner’s Office (ico.org.uk, 0303 123 1113).
`

/** Whom to ask, while the authority has no words of its own. */
export const standardAsk = (publisher: Publisher): string => `
# About a meeting, a letter or a message

To ask about a meeting, a letter or a message from the ${publisher.service.name}, ${reach(publisher)}.

# If you work here and cannot sign in

Ask an administrator of Footprint at your council to add you, with the email address of your work account. They can also change your role.

# If something does not work

Tell an administrator of Footprint at your council which page you were on and what you did. If the page gave the number of an incident, give that too. Do not put a child’s name into an email about it.
`
