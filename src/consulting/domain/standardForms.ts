/**
 * The forms as they come, for an authority to make its own: three for children by age, one of symbols for a child without
 * speech, and one for each who is asked beside the child. What is asked follows Blackpool’s “My Life, My Review and My
 * Voice” (annual report 2013-14, paragraph 7.4) and section 22(4) of the Children Act 1989.
 */
export const standardForms = {
  youngest: `# My review

How do you feel today?
- Happy [happy]
- OK [okay]
- Sad [sad]
- Worried [worried]

How is it where you live? [home]
- Good [happy]
- OK [okay]
- Not good [sad]

How is school or nursery? [school]
- Good [happy]
- OK [okay]
- Not good [sad]

Who makes you happy? [family]
You can say more than one.

Is there something that makes you sad or worried? [worried]

What would you like to be different? (wish) [talk]`,

  middle: `# What I think, for my review

How do you feel about your life at the moment?
- Happy [happy]
- OK [okay]
- Sad [sad]
- Worried [worried]

What is going well? [happy]

What is not going so well? [sad]

How is it where you live? [home]

How is school? [school]

Do you see your family and friends as much as you want? [family]
- Yes [yes]
- No, I want to see them more
- No, I want to see them less
- Not sure [unsure]

Do you know why you are looked after, and what the plan is?
- Yes [yes]
- A bit [unsure]
- No [no]

Do you want to come to your review? [meeting]
- Yes
- Only for part of it
- No, but tell them what I think
- Not sure

What would you like to change? (wish) [talk]

Is there anything that you want your IRO to know, or to ask? [worker]`,

  oldest: `# Your views, for your review

How are things at the moment?
- Good
- OK
- Not good

What is going well?

What is not going well, or worries you?

How is it where you live?

How are school, college or work going?

Are you seeing the people who matter to you as much as you want?
- Yes
- I want to see some of them more
- I want to see some of them less

How is your health, and how do you feel?

Do you know your plan, and do you agree with it?
- I know it and agree
- I know it and do not agree
- I do not know it

Did people do what they said at the last review?
- Yes
- Some of it
- No

Would you like to lead all or part of your review?
- Yes
- Part of it
- No
- I do not want to come

What would you like to change? (wish)

What else should your IRO know, or talk about with you first?`,

  symbols: `# What I like

What do you like? (board)
Point to a picture, or look at it. Someone can help you.
- My home [home]
- My room [sleep]
- Food [food]
- School [school]
- Friends [friends]
- My family [family]
- Playing [play]
- Being outside [outside]
- Music [music]
- Animals [pet]
- My worker [worker]
- The doctor [doctor]

How do you feel?
- Happy [happy]
- OK [okay]
- Sad [sad]
- Worried [worried]

Who helped with this form, and how did the child answer?
For the person who helps: by pointing, looking, signing or in another way.`,

  parent: `# Your views, for your child’s review

What is going well for your child?

What worries you about your child?

How is the time that you and your child spend together?

What do you think of the plan for your child?
- I know it and agree
- I know it and do not agree
- I do not know it

What would you like the review to talk about, or to change?

Do you want to speak with the IRO before the review?
- Yes
- No`,

  carer: `# Your views, for the child’s review

How has the child been since the last review?

How is the child’s health, and are appointments up to date?

How are school and learning?

How does the child get on with family and friends?

What do you need, to look after the child well?

What has the child said that the review should hear?

What should the review decide?`,

  education: `# School’s views, for the child’s review

How is the child getting on in school: attendance, progress, behaviour, friends?

Is the personal education plan up to date, and is it working?
- Yes
- In part
- No

What support does the child have, and what is missing?

What should the review decide?`,

  health: `# Health views, for the child’s review

Are health assessment, dental checks and immunisations up to date?
- Yes
- In part
- No

What does the child need for body and mind, and who gives it?

What should the review decide?`,

  others: `# Your views, for the review

What do you know of how the child is?

What is going well, and what worries you?

What should the review decide?`,

  fosterCarer: `# Your views, for the review of your approval

How has the year been for you and your family?

Which children have lived with you, and how has it gone for each?

What support have you had, and what do you need?

What training have you done, and what would help you next?

What has changed in your household, your home, your work or your health?

Was there a complaint, an allegation or a worry? What came of it?

Are the terms of your approval still right for you?
- Yes
- No, they should change
- I am not sure

What should the review talk about, or decide?`,

  fosteredChild: `# What it is like where you live

How do you feel where you live?
- Good [happy]
- OK [okay]
- Not good [sad]
- Worried [worried]

What do you like about living there? [home]

Is there something that you do not like, or that worries you? [worried]

Who listens to you there? [talk]

Can you see your friends, and do the things that you like? [friends]
- Yes [yes]
- Sometimes [unsure]
- No [no]

What should the people you live with keep doing, or do in another way?`,

  ownChild: `# What you think, about fostering in your family

How is it for you that your family fosters?
- Good [happy]
- OK [okay]
- Not good [sad]

What is good about it?

What is hard about it?

Do you have enough time with your family, and a place of your own?
- Yes [yes]
- Sometimes [unsure]
- No [no]

What should the review know, or change?`,

  fosterWorker: `# Your views, for the review of a fostering household

How do the carers look after the children placed with them?

How do they work with you, and with the plan of each child?

What is going well, and what worries you?

Which support or training do the carers need?

What should the review recommend?`,
} as const satisfies Record<string, string>

/** The name of a form. */
export type FormName = keyof typeof standardForms

/** The names of the forms, in reading order, with their words. */
export const formNames = {
  youngest: 'The youngest children',
  middle: 'Children in the middle',
  oldest: 'The oldest children and young people',
  symbols: 'Children without speech: a board of pictures',
  parent: 'Parents',
  carer: 'Carers',
  education: 'School or college',
  health: 'Health',
  others: 'Everyone else',
  fosterCarer: 'Foster carers, before the review of their approval',
  fosteredChild: 'Children who live with foster carers, before the review of the carers',
  ownChild: 'The carers’ own children, before the review of the carers',
  fosterWorker: 'Workers, before the review of foster carers',
} as const satisfies Record<FormName, string>

/** Whether there is a form of this name. */
export const isFormName = (name: string): name is FormName => Object.hasOwn(standardForms, name)

/** The forms before the review of a household; all others are for the review of a child. */
export const householdForms: readonly FormName[] = ['fosterCarer', 'fosteredChild', 'ownChild', 'fosterWorker']

/** The forms before the review of a child. */
export const childReviewForms: readonly FormName[] = Object.keys(formNames)
  .filter((name) => isFormName(name))
  .filter((name) => !householdForms.includes(name))
