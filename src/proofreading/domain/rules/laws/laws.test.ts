import { eachRule, right, wrong } from '../../../../../test/support/reportCases.ts'
import { lawsRules } from './index.ts'

eachRule(lawsRules, {
  limitsTold: [
    wrong('It was as many as 109, far more than the 40 to 60 that the IRO Handbook advises.', /50 to 70, not 40 to 60/),
    wrong('Caseloads averaged 61 children, within the 40 to 60 of the IRO Handbook.', /50 to 70, not 40 to 60/),
    right('Caseloads averaged 61 children, within the 50 to 70 of the IRO Handbook.'),
    wrong('The IRO Handbook says that caseloads should be between 40 and 60 children.', /50 to 70, not 40 to 60/),
    wrong('Caseloads were kept to the 60 to 80 recommended by the IRO Handbook.', /not 60 to 80/),
    right('The IRO Handbook says that caseloads should be between 50 and 70 children.'),
    right('Caseloads ranged from 55 to 68 children, within what the IRO Handbook recommends.'),
    right('The Handbook recommends a caseload of 50 to 70; ours ranged from 61 to 84.'),
    right('Caseloads are above the handbook’s recommendation, and were between 71 and 83 in the year.'),
    wrong('The average caseload was 81 children, which is within the recommended range.', /81 lies outside/),
    right('The average caseload was 64 children, which is within the recommended range.'),
    right('The average caseload was 81 children, and should be within the recommended range next year.'),
    right('The average caseload was 81 children, which is not within the recommended range.'),
    wrong('The dispute resolution process has a 25 working day limit from start to finish, by statutory guidance.', /20 working days/), // prettier-ignore
    right('The dispute resolution process has a 20 working day limit from start to finish, by statutory guidance.'),
    right('Each stage of the dispute process has a limit of five working days.'),
    wrong('Care proceedings should be concluded within 28 weeks.', /26 weeks, not 28/),
    right('Care proceedings should be concluded within 26 weeks.'),
    right('Care proceedings took an average of 41 weeks, and should be shorter.'),
    wrong('Every child must have at least four reviews a year.', /two a year, not 4/),
    right('Every child must have at least two reviews a year. They should have at least four visits a year.'),
  ],
  provisionsNamed: [
    wrong('The council must give wishes and feelings due consideration. That duty, in section 22 of the Children Act 2004, is quoted often.', /section 22 of the Children Act 1989/), // prettier-ignore
    right('The council must give wishes and feelings due consideration. That duty, in section 22 of the Children Act 1989, is quoted often.'), // prettier-ignore
    wrong('If a child may be suffering significant harm it must make enquiries under section 37 of the Children Act 1989.', /section 47/), // prettier-ignore
    right('If a child may be suffering significant harm it must make enquiries under section 47 of the Children Act 1989.'), // prettier-ignore
    wrong('Sections 25A and 25B of the Children Act 1989 were inserted by the Children and Families Act 2014.', /Young Persons Act 2008/), // prettier-ignore
    right('Sections 25A and 25B of the Children Act 1989 were inserted by the Children and Young Persons Act 2008.'),
    right('There remain queries over the use of section 20 as an extension of police protection, to secure LAC status.'), // prettier-ignore
  ],
  publishedIn: [
    wrong('The IRO Handbook came into force in April 2001.', /2010, not in 2001/),
    right('The IRO Handbook came into force in April 2011.'),
    wrong('In May 2014 the government published the IRO Handbook.', /2010, not in 2014/),
    right('In March 2010 the government published the IRO Handbook.'),
    right('In May 2014 the team published a local guide to the IRO Handbook.'),
    right('The IRO Handbook was published in 2010 and our leaflet in 2014.'),
  ],
  reviewTimes: [
    wrong('A first review must be held within 28 working days.', /20 working days, not 28/),
    right('A first review must be held within 20 working days, the second within three months and after that every six months.'), // prettier-ignore
    wrong(
      'A first review must be held within 20 weeks of the day when a child became looked after.',
      /20 working days/,
    ),
    right('A first review must be held within 20 working days, the second within three months of the first, and later ones at intervals of no more than six months.'), // prettier-ignore
    wrong('The second must be held within three weeks of the first.', /three months/),
    wrong('Reviews must be held within 30 working days of a child becoming looked after.', /20 working days, not 30/),
    right('Reviews must be held within 20 working days of a child becoming looked after.'),
    right('There were 41 reviews within 30 days of a child becoming looked after.'),
    wrong('Reviews must be three monthly at first and, thereafter, nine monthly.', /six months, not nine/),
    right('Reviews must be three monthly at first and, thereafter, six monthly.'),
  ],
  sectionPurposes: [
    wrong('42 children are subject to a care order (section 47).', /section 31/),
    right('42 children are subject to a care order (section 31).'),
    right('42 children are subject to an interim care order (section 38).'),
    wrong('Care orders under section 38 of the Children Act 1989 rose.', /section 31/),
    right('Interim care orders (s.38) and care orders (s.31) rose.'),
    wrong('Most are under a care order, section 20 of the Children Act 1989.', /care orders: section 31/),
    right('Most are under a care order, section 31 of the Children Act 1989.'),
    wrong('The use of section 31 voluntary accommodation fell.', /section 20/),
    right('The use of section 20 voluntary accommodation fell.'),
    right('They are subject to a care order, section 20 or remand.'),
  ],
  sectionTopics: [
    right('The Children Act 1989 has in section 25A the duty to appoint an Independent Reviewing Officer, in section 25B what that officer does.'), // prettier-ignore
    right('We safeguard children under section 11 of the Children Act 2004 and the Legal Aid, Sentencing and Punishment of Offenders Act 2012 (under section 104 of which a child is treated as looked after).'), // prettier-ignore
    wrong('The functions of the IRO, set out in section 25C of the Children Act 1989, are to monitor the case.', /not the one on the functions/), // prettier-ignore
    right('The functions of the IRO, set out in section 25B of the Children Act 1989, are to monitor the case.'),
    wrong('The duty to review the case of every looked after child is in section 62 of the Children Act 1989.', /not the one on the review of cases/), // prettier-ignore
    right('The duty to review the case of every looked after child is in section 26 of the Children Act 1989.'),
    wrong('The corporate parenting principles are in section 7 of the Children and Social Work Act 2017.', /section 1 is probably/), // prettier-ignore
    right('The corporate parenting principles are in section 1 of the Children and Social Work Act 2017.'),
    wrong('It is required under s.181 of the Adoption and Children Act 2002.', /It has 150 sections/),
    right('Section 25A of the Children Act 1989 says every child has to have an IRO, and section 25B says what the IRO has to do.'), // prettier-ignore
    wrong('Article 21 of the UNCRC gives children the right to have their views heard.', /Article 12/),
    right('Article 12 of the UNCRC gives children the right to have their views heard.'),
    wrong('Article 21 of the United Nations Convention on the Rights of the Child gives children the right to be heard.', /Article 12/), // prettier-ignore
  ],
  statutes: [
    wrong('See section 25K of the Children Act 1989.', /no section 25K/),
    right('See section 22C of the 1989 Act and section 38A of the Children Act 1989.'),
    wrong('The IRO Handbook (Department for Children, Schools and Families, 2015) says so.', /IRO Handbook/),
    wrong('The duties are in section 25B of the Children Act 1998.', /Children Act 1989/),
    wrong('Section 118 of the Children Act 1989 asks for an independent review of cases.', /2002/),
    right('The duties are in section 25B of the Children Act 1989.'),
    wrong('See s25A Children Act 1991.', /Children Act 1989/),
    right('See s25A Children Act 1989.'),
    wrong('The Care Planning and Placement (Wales) Regulations 2010 apply.', /Case Review/),
    wrong('An IRO may refer a case to Cafcass under section 52B(3).', /section 25B/),
    right('An IRO may refer a case to Cafcass under section 25B(3).'),
    wrong('The court looked at how s.20 and s.31 Children Act 2004 work together.', /of the Children Act 1989/),
    right('The court looked at how s.20 and s.31 Children Act 1989 work together.'),
    right('Duties to safeguard are in sections 10 and 11 of the Children Act 2004.'),
    wrong('Paragraph 7.11 of the IRO Guidebook asks for it.', /IRO Handbook/),
  ],
})
