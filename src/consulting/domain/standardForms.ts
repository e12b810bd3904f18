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
} as const satisfies Record<FormName, string>

/** Whether there is a form of this name. */
export const isFormName = (name: string): name is FormName => Object.hasOwn(standardForms, name)
