// What the public page of a work says, whatever the language.

import type { Html } from '../html.ts';

/** For what a price is paid. */
export type Per = 'once' | 'year' | 'seat' | 'use';

/** What the public page of a work says. Pieces are amounts, names and licences, isolated. */
export interface PublicWords {
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** For `Intl`: digits and separators of one system a page. */
  readonly locale: string;
  readonly skip: string;
  readonly languages: string;
  readonly checkLink: string;
  readonly lead: { readonly owing: (makers: number) => string; readonly empty: string };
  readonly until: (amount: Html) => Html;
  readonly hidden: string;
  readonly opens: string;
  readonly paid: string;
  readonly paidSoFar: string;
  readonly owed: string;
  readonly inAll: string;
  /** What the three sums rest on: the agreement, and the record. */
  readonly rests: (agreed: Html, record: Html) => Html;
  readonly restsOn: { readonly agreed: string; readonly record: string };
  readonly gauge: (paid: string, whole: string) => string;
  readonly standing: string;
  readonly who: string;
  readonly makers: (count: number) => string;
  readonly more: (count: number) => string;
  readonly discreet: string;
  readonly use: {
    readonly title: (release: string) => string;
    readonly free: string;
    readonly per: Readonly<Record<Per, string>>;
    readonly none: string;
    /** Classes of users that most works know, by their ids. */
    readonly classes: Readonly<Record<string, string>>;
    /** Of whoever is in no class. */
    readonly others: string;
    readonly rights: string;
    readonly after: (licence: Html) => Html;
    readonly before: (number: string, licence: Html) => Html;
    readonly ask: string;
  };
  readonly agreed: {
    readonly title: string;
    readonly pays: string;
    readonly shares: string;
    readonly opensAll: (licence: Html) => Html;
    readonly opensPart: (part: string, licence: Html) => Html;
    readonly surplus: Readonly<Record<'return' | 'next-release' | 'reserve', string>>;
    readonly none: string;
  };
  readonly open: {
    readonly title: (title: Html) => Html;
    readonly lead: (licence: Html) => Html;
    /** Where less than all was agreed to be enough. */
    readonly leadPart: (licence: Html) => Html;
    /** Where a payment went back after it had opened. */
    readonly leadReversed: (licence: Html) => Html;
    readonly since: (day: string, licence: Html) => Html;
    readonly left: string;
  };
  readonly check: {
    readonly title: string;
    readonly how: string;
    readonly keep: string;
    readonly size: (entries: string) => string;
    readonly note: string;
    readonly data: string;
  };
  readonly badge: {
    readonly title: string;
    readonly how: string;
    readonly html: string;
    readonly markdown: string;
    readonly until: (amount: string) => string;
    readonly open: string;
    readonly closed: string;
  };
  readonly description: { readonly owing: (amount: string) => string; readonly open: string };
}
