import { type Measure, CHILDREN, REVIEWS, IN_TIME, re } from './measure.ts'

/** Care leavers, officers, challenges, reviews of others, and what happened in the year. */
export const measuresOfService: readonly Measure[] = [
  {
    id: 'care leavers in suitable accommodation',
    unit: 'percent',
    said: [re(`# [^#.;]{0,80}suitable accommodation`)],
    not: /unsuitable/i,
  },
  {
    id: 'children per officer',
    unit: 'count',
    said: [
      re(`(?:average )caseloads?[^#.;]{0,60}(?:was|is|of|at|to|stood at) #`),
      re(`average of # (?:${CHILDREN}|cases) (?:per|for each|each)`),
      re('caseloads? averaged? #'),
    ],
    not: /between|range|handbook|recommend|guid|national|maximum|highest|lowest|per team/i,
  },
  {
    id: 'independent reviewing officers',
    unit: 'count',
    said: [re(`# (?:permanent |qualified )*(?:IROs|independent reviewing officers)`)],
    not: /FTE|full[- ]time|part[- ]time|have been|have worked|years|agency|attended|trained|survey|new|of whom|posts|fostering|joined|left|male|female|additional|of the|caseload|sick|on (?:maternity |long-term )?leave/i,
  },
  {
    id: 'full-time equivalent officers',
    unit: 'fte',
    said: [re(`# (?:IROs?|independent reviewing|officers|posts)?`)],
    not: /manager|fostering|business|admin|co-?ordinator|support|clerk|assistant|secretar|participation|vacan|advocate|chair|establish|would|every post|part[- ]time/i,
  },
  {
    id: 'posts of the establishment',
    unit: 'fte',
    said: [
      re(
        `establish[^#.;]{0,40}# (?:full[- ]time equivalent )?(?:IROs?|independent reviewing|reviewing officers|officers|posts)?`,
      ),
    ],
    not: /manager|fostering|business|admin|vacan|advocate|chair|would|should|part[- ]time|increase/i,
  },
  {
    id: 'formal escalations',
    unit: 'count',
    said: [re('# formal (?:escalations?|challenges?|disputes?|dispute resolutions?|alerts?)')],
    not: /informal|stage|upheld|resolved|closed|of (?:these|which)|concern\w+ #/i,
  },
  {
    id: 'informal escalations',
    unit: 'count',
    said: [re('# informal (?:escalations?|challenges?|disputes?|dispute resolutions?|alerts?|resolutions?)')],
    not: /stage|upheld|closed|of (?:these|which)/i,
  },
  {
    id: 'escalations of all kinds',
    unit: 'count',
    said: [
      re('# (?:escalations|challenges|disputes|dispute resolutions)(?: were| have been| raised|,|\\.|$| in)'),
      re('# occasions when the dispute'),
    ],
    not: /formal|informal|stage|upheld|resolved|closed|of (?:these|which)|partner|themed|medication|about|health|relat/i,
    total: /\b(?:escalations|challenges|disputes|dispute resolutions?)\b(?!.*(?:stage|time))/i,
  },
  {
    id: 'complaints',
    unit: 'count',
    said: [re('# (?:formal |statutory )*complaints?\\b')],
    not: /upheld|stage|partly|resolved|about|relat|of (?:these|which)|compliments? and/i,
  },
  { id: 'compliments', unit: 'count', said: [re('# compliments?\\b')], not: /complaints? and/i },
  {
    id: 'advocacy referrals',
    unit: 'count',
    said: [re('# (?:referrals?[^#.;]{0,30}advoca|advocacy referrals|children[^#.;]{0,25}referred[^#.;]{0,15}advoca)')],
  },
  {
    id: 'reviews of foster carers',
    unit: 'count',
    said: [
      re("# (?:foster(?:ing)? (?:carers?'? )?(?:annual )?(?:household )?reviews|annual reviews of foster)"),
      re('# reviews (?:on|of) foster carers'),
    ],
    not: /month|allegation|late|outside/i,
  },
  {
    id: 'pathway plan reviews',
    unit: 'count',
    said: [re('# pathway plan reviews')],
    not: /late|outside|within|attend/i,
  },
  {
    id: 'pathway plan reviews in time',
    unit: 'percent',
    said: [
      re(`# (?:of )?(?:all |the |our )*(?:(?:care )?leavers'? )?pathway plan reviews?[^#.;]{0,60}${IN_TIME}`),
      re(`pathway plan reviews?[^#.;]{0,60}${IN_TIME}[^#.;]{0,60}(?:was|is|at|in|were|to|of|stood at) #`),
    ],
    under: {
      heading: /pathway plan/i,
      said: [
        re(`reviews?[^#.;]{0,60}${IN_TIME}[^#.;]{0,80}(?:was|is|at|in|were|to|of|stood at) #`),
        re(`# (?:of )?(?:all |the |our |these )*reviews[^#.;]{0,50}${IN_TIME}`),
      ],
    },
    not: /attend|minutes|letters|recommendation|report|target|initial|first/i,
  },
  {
    id: 'care leavers who attended their review',
    unit: 'percent',
    said: [
      re(`# of (?:our |the |all )*(?:care leavers|care[- ]experienced \\w+(?: \\w+)?)[^#.;]{0,40}attend`),
      re('(?:care leavers|pathway plan)[^#.;]{0,70}# (?:had |have )?attended'),
      re('# (?:had |have )?attended (?:their |the )?pathway plan'),
      re('(?:attendance|attended)[^#.;]{0,40}pathway plan reviews?[^#.;]{0,40}(?:was|is|at|to|of|stood at) #'),
    ],
    not: /parents?|social worker|advis[eo]rs?|professional|advocate|target|college|school/i,
  },
  { id: 'midpoint reviews', unit: 'count', said: [re('# (?:mid[- ]?point|mid[- ]?way) (?:reviews|checks|records)')] },
  {
    id: 'missing episodes',
    unit: 'count',
    said: [re('# (?:missing episodes|episodes of (?:going )?missing|episodes (?:where|when|in which))')],
    not: /return/i,
  },
  {
    id: 'unaccompanied children at the year end',
    unit: 'count',
    said: [
      re('(?:31(?:st)? march|end of)[^#;]{0,60}# (?:of (?:them |whom )?were |were )?(?:unaccompanied|UASC)'),
      re('there were # (?:unaccompanied|UASC)'),
    ],
    not: /start|enter|arriv|became|new/i,
  },
  {
    id: 'adoption orders',
    unit: 'count',
    said: [re('# (?:adoption orders|children were adopted|adoptions)')],
    not: /placement|plan|forecast|since/i,
  },
  {
    id: 'special guardianship orders',
    unit: 'count',
    said: [re('# (?:special guardianship orders|SGOs)')],
    not: /former|relative/i,
  },
  {
    id: 'late reviews',
    unit: 'count',
    said: [
      re(
        `# (?:${REVIEWS} )?(?:were |was )?(?:held )?(?:late|outside (?:of )?(?:the )?(?:statutory )?time\\w*|out of (?:time|timescales?))\\b`,
      ),
    ],
    not: /pathway|foster|minutes|record|late by|\bby no more|because|due to|owing to|of the others?\b|at the (?:request|wish)|as a result|on account|for want|report|notif/i,
  },
  {
    id: 'children looked after per 10,000',
    unit: 'rate',
    said: [re('(?:rate|children|CLA|LAC|looked after)[^#;]{0,100}#')],
    not: /region|national|england|neighbour|start|ceas|became|left|new|north|south|east|west/i,
  },
]
