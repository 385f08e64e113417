import { addKind } from '../../actions/kinds/add-kind.ts';
import { kindAnswer, kindList } from '../../actions/kinds/answers.ts';
import { listKinds, showKind } from '../../actions/kinds/show-kind.ts';
import { acting, idParams, reading } from '../route.ts';

const moderation = {
  name: 'Night-shift moderation',
  measure: 'time',
  units: ['h'],
  rateSource: 'agreed',
  evidenceMin: 0,
  factors: true,
};
const answered = { ...moderation, id: 'night-shift-moderation', own: true };

export const add = acting(addKind, {
  summary: 'Add a kind of contribution',
  description: 'Without code: a name, what it is measured in, and where its rate comes from.',
  answer: kindAnswer,
  example: { body: { ...moderation, kind: answered.id }, answer: answered },
});

export const list = reading({
  summary: 'List kinds of contribution',
  answer: kindList,
  example: { answer: { items: [answered] } },
  run: (sight) => listKinds(sight),
});

export const show = reading({
  summary: 'Show a kind of contribution',
  params: idParams,
  answer: kindAnswer,
  example: { answer: answered },
  run: (sight, params) => showKind(sight, params.id),
});
