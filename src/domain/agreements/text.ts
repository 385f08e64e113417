// The text that a layperson reads and signs, made from the terms and a template: the same bytes
// each time. Both forms carry the hashes of the terms and of the template.

import { sha256Hex } from '../record/hash.ts';
import { refuse } from '../refusals.ts';
import { departures } from './wording/departures.ts';
import { workedExample } from './wording/example.ts';
import { fields } from './fields.ts';
import type { Terms } from './fields.ts';
import { risksOf } from './wording/risks.ts';
import type { Template, TemplateSentence } from './template.ts';
import { templateHash, templateOf } from './template.ts';
import { termsHash } from './terms.ts';
import { inEnglish, said, saying } from './wording/saying.ts';
import type { Saying } from './wording/saying.ts';
import { filledWith, termSaying, termValue, valueText } from './wording/words.ts';
import { wrapped } from './wording/wrap.ts';

/** A part of the text: paragraphs, then items of a list. */
export interface TextSection {
  readonly id: string;
  /** Number of the clause, or null for parts that are none. */
  readonly clause: number | null;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly items: readonly string[];
}

/** The agreement as text: for screens in sections, and plain, wrapped at 78 characters. */
export interface AgreementText {
  readonly title: string;
  readonly language: string;
  readonly template: string;
  readonly termsHash: string;
  readonly templateHash: string;
  /** SHA-256 of the plain text; a signature names it. */
  readonly textHash: string;
  readonly sections: readonly TextSection[];
  readonly plain: string;
}

/** A part of the agreement as it is said in any language: each paragraph in its sentences. */
export interface SaidSection {
  readonly id: string;
  readonly clause: number | null;
  readonly heading: Saying;
  readonly paragraphs: readonly (readonly Saying[])[];
  readonly items: readonly Saying[];
}

const section = (
  id: string,
  heading: Saying,
  paragraphs: readonly (readonly Saying[])[],
  items: readonly Saying[] = [],
): SaidSection => ({ id, clause: null, heading, paragraphs, items });

function isSaid(sentence: TemplateSentence, terms: Terms): boolean {
  if (sentence.when === undefined) return true;
  return valueText(termValue(terms, sentence.when.key)) !== sentence.when.isNot;
}

function clauseSections(template: Template, terms: Terms): readonly SaidSection[] {
  return template.clauses.map((clause) => ({
    id: `clause-${clause.number}`,
    clause: clause.number,
    heading: saying(clause.heading),
    paragraphs: [
      clause.sentences
        .filter((sentence) => isSaid(sentence, terms))
        .map((sentence) => filledWith(sentence.text, terms)),
    ],
    items: fields
      .filter((field) => field.clause === clause.number)
      .map((field) => termSaying(field, terms)),
  }));
}

/** The parts of the agreement, in their order. Refuses `template-unknown`. */
export function saidSections(terms: Terms, version?: string): readonly SaidSection[] {
  const template = templateOf(version);
  const differing = departures(terms);
  const preset = { preset: said(terms.preset) };
  const none = saying('Nothing: it is the preset "{preset}" as it stands.', preset);
  const heading = fields.filter((field) => field.clause === 0 && field.key !== 'reviewed');
  const each = (text: string): readonly Saying[] => [filledWith(text, terms)];
  return [
    section(
      'heading',
      saying('What this is'),
      template.opening.map(each),
      heading.map((field) => termSaying(field, terms)),
    ),
    section(
      'departures',
      saying('What differs from the preset "{preset}"', preset),
      differing.length === 0 ? [[none]] : [],
      differing,
    ),
    section('example', saying('One hour, worked out'), workedExample(terms)),
    ...clauseSections(template, terms),
    section('risk', saying('Before you sign'), template.closing.map(each), risksOf(terms)),
  ];
}

const sectionInEnglish = ({ heading, paragraphs, items, ...part }: SaidSection): TextSection => ({
  ...part,
  heading: inEnglish(heading),
  paragraphs: paragraphs.map((sentences) => sentences.map(inEnglish).join(' ')),
  items: items.map(inEnglish),
});

function plainSection(part: TextSection): readonly string[] {
  const heading = part.clause === null ? part.heading : `${part.clause}. ${part.heading}`;
  return [
    ...wrapped(heading),
    '-'.repeat(Math.min(78, Array.from(heading).length)),
    ...part.paragraphs.flatMap((text) => [...wrapped(text), '']),
    ...part.items.flatMap((text) => wrapped(text, '- ', '  ')),
    ...(part.items.length === 0 ? [] : ['']),
  ];
}

function plainText(title: string, sections: readonly TextSection[], hashes: string[]): string {
  const heading = wrapped(title);
  const lines = [...heading, '='.repeat(78), '', ...sections.flatMap(plainSection), ...hashes];
  return `${lines.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

/** The text of the terms, by the template of that version. Refuses `template-unknown`. */
export function agreementText(terms: Terms, version?: string): AgreementText {
  const template = templateOf(version);
  const hashes = { termsHash: termsHash(terms), templateHash: templateHash(template) };
  const title = `Work agreement: ${terms.title}`;
  const sections = saidSections(terms, template.version).map(sectionInEnglish);
  const plain = plainText(title, sections, [
    'Terms (SHA-256):',
    hashes.termsHash,
    `Template ${template.id} ${template.version} (SHA-256):`,
    hashes.templateHash,
  ]);
  return {
    title,
    language: template.language,
    template: template.version,
    ...hashes,
    textHash: sha256Hex(plain),
    sections,
    plain,
  };
}

/** What identifies a text to those who sign it. */
export type TextHashes = Pick<AgreementText, 'termsHash' | 'templateHash' | 'textHash'>;

/**
 * Asserts that terms and text are one agreement: rendered again, the same bytes, and each hash the
 * one that was recorded. Refuses `forms-differ`, naming what differs.
 */
export function verifyForms(
  terms: Terms,
  form: TextHashes & { readonly template: string; readonly plain: string },
): void {
  const fresh = agreementText(terms, form.template);
  if (fresh.termsHash !== form.termsHash) refuse('forms-differ', { what: 'the hash of the terms' });
  if (fresh.templateHash !== form.templateHash) refuse('forms-differ', { what: 'the template' });
  if (fresh.plain !== form.plain) refuse('forms-differ', { what: 'the text' });
  if (fresh.textHash !== form.textHash) refuse('forms-differ', { what: 'the hash of the text' });
}
