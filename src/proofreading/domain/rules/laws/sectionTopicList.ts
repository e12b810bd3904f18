/** What sections of a law are about: where the words name the one, the number must be among the others. */
export interface Topic {
  law: string
  about: string
  form: RegExp
  right: RegExp
  expected: string
}

const CHILDREN_ACT = 'children act 1989'
const IRO = "(?:IROs?|(?:[Ii]ndependent )?[Rr]eviewing [Oo]fficers?)(?:'s?|s')?"
const of =
  (law: string) =>
  (about: string, form: string, right: RegExp, expected: string): Topic => ({
    law,
    about,
    form: new RegExp(form, 'i'),
    right,
    expected,
  })
const of1989 = of(CHILDREN_ACT)

/** The laws whose last section is known. Source: legislation.gov.uk. */
export const lastSections: ReadonlyMap<string, number> = new Map([
  [CHILDREN_ACT, 108],
  ['adoption and children act 2002', 150],
  ['children act 2004', 69],
  ['children (leaving care) act 2000', 8],
  ['children and young persons act 2008', 44],
  ['children and families act 2014', 140],
  ['children and social work act 2017', 70],
  ['human rights act 1998', 22],
])

/** Source: the headings of the sections, legislation.gov.uk; of the articles, the Convention. */
export const topics: readonly Topic[] = [
  of1989(
    'the appointment of reviewing officers',
    `\\bappoint\\w*\\b[^.;]{0,30}\\b${IRO}|\\b${IRO}\\b[^.;]{0,30}\\b(?:be|is|been) appointed|\\b(?:has|have) to have an? (?:named )?${IRO}`,
    /^(?:25A|26|118)$/,
    'section 25A',
  ),
  of1989(
    'the functions of reviewing officers',
    `\\b(?:functions?|dut(?:y|ies)|responsibilities|role) of (?:the |an? |each )?${IRO}|\\b${IRO} (?:functions|dut(?:y|ies)|role|responsibilities)\\b|\\bwhat (?:the|an) ${IRO} (?:has|must|is)\\b|\\bmonitor\\w* (?:the )?(?:local )?(?:authority|performance)`,
    /^(?:25B|26)$/,
    'section 25B',
  ),
  of1989(
    'the review of cases',
    "\\b(?:duty|requires?|required|must|power|obligation)\\b[^.;]{0,40}\\breview\\w* (?:of )?(?:the |each |every |a |an? )?(?:child's |looked after child's )?cases?\\b|\\breview\\w* (?:of )?(?:the |each |every )?cases? of\\b",
    /^(?:26|25B|26A|118)$/,
    'section 26',
  ),
  of1989('independent visitors', '\\bindependent visitors?\\b', /^23ZB$/, 'section 23ZB'),
  of1989(
    'visits to children looked after',
    '\\b(?:duty|requires?|must|required)\\b[^.;]{0,30}\\bvisit (?:each |every |a |any )?(?:looked after )?child',
    /^23Z[AB]$/,
    'section 23ZA',
  ),
  of1989('advocacy', '\\badvoca(?:cy|tes?)\\b', /^(?:24D|26|26A|26ZB|23ZB|119)$/, 'section 26A'),
  of1989(
    'pathway plans and care leavers',
    '\\bpathway plan\\w*|\\bpersonal advis[eo]rs?\\b|\\b(?:duties|support) (?:to|for) care leavers\\b',
    /^(?:22|23[A-E]|23C[AZ]*[AB]?|24[A-D]?|19[ABC]|3)$/,
    'sections 23A to 24D',
  ),
  of1989('secure accommodation', '\\bsecure accommodation\\b', /^25$/, 'section 25'),
  of1989('staying put', '\\bstaying put\\b', /^23CZA$/, 'section 23CZA'),
  of1989('sufficient accommodation', '\\bsufficien(?:t accommodation|cy)\\b', /^22G$/, 'section 22G'),
  of1989('children in need', '\\bchild(?:ren)? in need\\b', /^(?:17|17[A-Z]+|27|29)$/, 'section 17'),
  of1989('the discharge of care orders', '\\bdischarg\\w+ (?:of )?(?:the |a )?care orders?\\b', /^39$/, 'section 39'),
  of1989('emergency protection orders', '\\bemergency protection orders?\\b', /^4[45]$/, 'section 44'),
  of1989('police protection', '\\bpolice protection\\b', /^46$/, 'section 46'),
  of1989('private fostering', '\\bprivate(?:ly)? foster\\w*', /^(?:6[6-9]|70)$/, 'section 67'),
  of1989('special guardianship', '\\bspecial guardianship\\b', /^14[A-G]$/, 'section 14A'),
  of1989(
    'accommodation',
    '\\baccommodat\\w+[^.;]{0,50}\\b(?:consent|agreement|voluntar\\w+)|\\b(?:consent|agreement|voluntar\\w+)\\b[^.;]{0,50}\\baccommodat|\\bduty to accommodate\\b',
    /^(?:20|21|22[A-G]?|23|24[A-D]?|17|59)$/,
    'section 20',
  ),
  of1989('enquiries into harm', '\\b(?:child protection )?enquir(?:y|ies)\\b', /^(?:47|37|7)$/, 'section 47'),
  ...[
    of('adoption and children act 2002')(
      'reviewing officers',
      `\\b${IRO}\\b|\\breviews? (?:of )?(?:the )?cases?\\b`,
      /^118$/,
      'section 118',
    ),
    of('adoption and children act 2002')(
      'placement orders',
      '\\bplacement orders?\\b',
      /^(?:2[1-9]|18|1)$/,
      'section 21',
    ),
    of('children and social work act 2017')(
      'the corporate parenting principles',
      '\\bcorporate parent\\w*',
      /^1$/,
      'section 1',
    ),
    of('children and social work act 2017')(
      'the local offer for care leavers',
      '\\blocal offer\\b',
      /^2$/,
      'section 2',
    ),
    of('children and families act 2014')(
      'the limit of 26 weeks',
      '\\b26[- ]weeks?\\b|\\btwenty-six weeks\\b',
      /^14$/,
      'section 14',
    ),
    of('children and families act 2014')('virtual school heads', '\\bvirtual (?:school )?head', /^99$/, 'section 99'),
    of('children act 2004')('the welfare of children', '\\bsafeguard\\w*', /^(?:1[0-9]|2|50)$/, 'section 11'),
  ],
]

/** Articles of the Convention on the Rights of the Child. */
export const articles: readonly Topic[] = [
  of('articles')(
    "the child's views",
    '\\b(?:views?|opinions?|heard|listened to|have (?:a|their) say)\\b',
    /^(?:12|13)$/,
    'Article 12',
  ),
  of('articles')('the best interests of the child', '\\bbest interests?\\b', /^(?:3|9|18|20|21|37|40)$/, 'Article 3'),
  of('articles')(
    'the review of treatment and placement',
    '\\bperiodic review|\\breview of (?:their |the )?(?:treatment|placement|care)',
    /^25$/,
    'Article 25',
  ),
]
