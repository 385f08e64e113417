// The agreement as an ODRL 2.2 Agreement in JSON-LD (W3C Recommendation, 15 February 2018), with a
// closed vocabulary: common terms, and the profile `puo:` for what ODRL has no word for. A
// processor that does not know the profile must stop.

import type { Json } from '../record/canonical-json.ts';
import { fields } from './fields.ts';
import type { TermKey, Terms } from './fields.ts';
import type { AgreementVersion } from './version.ts';
import { termValue } from './wording/words.ts';

/** The profile's namespace. It is a name, not an address. */
export const PUO_NAMESPACE = 'urn:paid-until-open:1.0:';

/** The terms of ODRL that an export may use; nothing else occurs. */
export const odrlVocabulary: readonly string[] = [
  '@context',
  '@type',
  '@id',
  '@value',
  'rdf:value',
  'xsd:decimal',
  'odrl:compensate',
  'uid',
  'profile',
  'conflict',
  'prohibit',
  'Agreement',
  'Set',
  'PartyCollection',
  'permission',
  'obligation',
  'prohibition',
  'target',
  'assigner',
  'assignee',
  'action',
  'constraint',
  'refinement',
  'leftOperand',
  'operator',
  'rightOperand',
  'use',
  'reproduce',
  'derive',
  'distribute',
  'sell',
  'transfer',
  'event',
  'lt',
  'eq',
  'lteq',
];

/** The terms of the profile: events, operands and actions of its own. */
export const puoVocabulary: readonly string[] = [
  'puo:opening',
  'puo:open',
  'puo:sublicenseOffers',
  'puo:threshold',
  'puo:licence',
  'puo:termsHash',
  'puo:templateHash',
  'puo:textHash',
  'puo:return',
  'puo:returnCash',
  'puo:source',
  'puo:releaseIncome',
  'puo:terms',
];

const constraint = (leftOperand: string, operator: string, rightOperand: Json): Json => ({
  leftOperand,
  operator,
  rightOperand,
});

const before = constraint('event', 'lt', { '@id': 'puo:opening' });

function permissions(terms: Terms, target: string, signatories: Json): Json {
  const grant = { target, assigner: signatories, assignee: terms.steward.agent };
  return [
    {
      ...grant,
      action: ['use', 'reproduce', 'derive', 'distribute', 'puo:sublicenseOffers'],
      constraint: [before],
    },
  ];
}

function obligations(terms: Terms, target: string, holders: Json): Json {
  const compensate: Json = {
    assigner: holders,
    assignee: terms.steward.agent,
    target,
    action: [
      {
        'rdf:value': { '@id': 'odrl:compensate' },
        refinement: [
          constraint('puo:return', 'lteq', decimal(terms['return'])),
          constraint('puo:returnCash', 'lteq', decimal(terms['return.cash'])),
          constraint('puo:source', 'eq', { '@id': 'puo:releaseIncome' }),
        ],
      },
    ],
  };
  const open: Json = {
    assigner: holders,
    assignee: terms.steward.agent,
    target,
    action: [
      {
        'rdf:value': { '@id': 'puo:open' },
        refinement: [
          constraint('puo:licence', 'eq', terms['open.licence']),
          constraint('puo:threshold', 'eq', decimal(terms['open.threshold'])),
        ],
      },
    ],
  };
  return [compensate, open];
}

const decimal = (value: string): Json => ({ '@value': value, '@type': 'xsd:decimal' });

/** The steward may not sell or hand on the work by another way than this agreement (clause 16). */
function prohibitions(terms: Terms, target: string, signatories: Json): Json {
  return [
    {
      target,
      assigner: signatories,
      assignee: terms.steward.agent,
      action: ['sell', 'transfer'],
      constraint: [before],
    },
  ];
}

function termsAsJson(terms: Terms): Json {
  const entries = fields.map((field): [TermKey, Json] => [
    field.key,
    // Terms are JSON: each reader makes texts, truth values, null, and lists or objects of them.
    termValue(terms, field.key) as Json,
  ]);
  return Object.fromEntries(entries);
}

/**
 * A version of the agreement as an ODRL Agreement. Signatories are parties by their agent ids. All
 * terms go along under `puo:terms` as JSON, and the three hashes tie the forms together.
 */
export function odrlAgreement(
  agreement: Pick<AgreementVersion, 'number' | 'terms' | 'termsHash' | 'templateHash' | 'textHash'>,
  signatories: readonly string[],
): Json {
  const { terms } = agreement;
  const target = `urn:webizen:${terms.work}`;
  const signed = signatories.map((agent) => `urn:webizen:${agent}`);
  const holders: Json = { '@type': 'PartyCollection', uid: `${target}:claim-holders` };
  const steward = { ...terms.steward, agent: `urn:webizen:${terms.steward.agent}` };
  const named: Terms = { ...terms, steward };
  return {
    '@context': [
      'http://www.w3.org/ns/odrl.jsonld',
      { puo: PUO_NAMESPACE, 'puo:terms': { '@type': '@json' } },
    ],
    // An Agreement has parties; before the first signature it is a policy without any.
    '@type': signed.length === 0 ? 'Set' : 'Agreement',
    uid: `${target}:agreement:${agreement.number}`,
    profile: PUO_NAMESPACE,
    conflict: 'prohibit',
    permission: permissions(named, target, signed),
    obligation: obligations(named, target, holders),
    prohibition: prohibitions(named, target, signed),
    'puo:termsHash': agreement.termsHash,
    'puo:templateHash': agreement.templateHash,
    'puo:textHash': agreement.textHash,
    'puo:terms': termsAsJson(terms),
  };
}
