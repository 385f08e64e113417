import { z } from 'zod';
import {
  invitationAnswer,
  invitationList,
  invitationShown,
  joinedAnswer,
} from '../../actions/invitations/answers.ts';
import { joinAgent } from '../../actions/invitations/join.ts';
import { makeInvitation } from '../../actions/invitations/make-invitation.ts';
import { revokeInvitation } from '../../actions/invitations/revoke-invitation.ts';
import { listInvitations, showByCode } from '../../actions/invitations/show-invitation.ts';
import { PER_ADDRESS, PER_CODE } from '../limits.ts';
import { acting, idParams, reading, serving } from '../route.ts';

const work = 'work_aaaabbbbccccddddeeee';
const code = 'qLb0p5C4T0uX4mZc3mJ9dA';

export const make = acting(makeInvitation, {
  summary: 'Invite somebody to a work',
  description:
    'By a link whose code only they have: `codeHash` is its SHA-256. It holds for one person, ' +
    'until it expires. With `unclaimed`, the lines of that imported author are then theirs.',
  answer: invitationAnswer,
  example: {
    body: {
      codeHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      work,
      role: 'contributor',
      expiresAt: '2026-06-08T09:00:00.000Z',
    },
  },
});

export const revoke = acting(revokeInvitation, {
  summary: 'Take an invitation back',
  description: 'Before anybody has joined by it. Its link leads nowhere from then on.',
  about: 'invitation',
  answer: invitationAnswer,
  example: { body: { invitation: 'inv_aaaabbbbccccddddeeee' } },
});

export const list = reading({
  summary: 'List the invitations to a work',
  params: idParams,
  answer: invitationList,
  run: (sight, params) => listInvitations(sight, params.id),
});

export const show = serving({
  summary: 'Show what an invitation is for',
  description:
    'For whoever holds its code, signed in or not. It is refused once it has expired, or ' +
    'somebody has joined by it.',
  authority: 'none',
  params: z.strictObject({ id: z.string().min(1).max(100).describe('The code of the link.') }),
  answer: invitationShown,
  run: ({ node, params, arrival, limits }) => {
    limits.take(`invitation ${arrival.address}`, PER_ADDRESS);
    return node.read((sight) => showByCode(sight, params.id, node.now().toISOString()));
  },
});

const joining = acting(joinAgent, {
  summary: 'Join by an invitation',
  description:
    'Signed by the key that the device of the newcomer has just made, and alone has: for them ' +
    'the node cannot sign. `id` and `by` are the id that they will have.',
  about: 'invitation',
  answer: joinedAnswer,
  example: {
    body: {
      invitation: 'inv_aaaabbbbccccddddeeee',
      code,
      name: 'Ada',
      publicKey: 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2',
    },
  },
});

export const join: typeof joining = {
  ...joining,
  run: (call) => {
    const { id } = idParams.parse(call.params);
    call.limits.take(`join ${call.arrival.address}`, PER_ADDRESS);
    call.limits.take(`join ${id}`, PER_CODE);
    return joining.run(call);
  },
};
