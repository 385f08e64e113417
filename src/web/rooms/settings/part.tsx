import type { ReactNode } from 'react';

interface Props {
  /** Also where the address leads to: `#passkeys`. */
  readonly id: string;
  readonly title: string;
  /** One sentence on what it is. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the settings, under its heading. */
export function Part({ id, title, lead, children }: Props) {
  return (
    <section className="settings-part" id={id} aria-labelledby={`${id}-title`}>
      <div className="group">
        <h2 className="section-title" id={`${id}-title`}>
          {title}
        </h2>
        {lead === undefined ? null : <p className="second">{lead}</p>}
      </div>
      {children}
    </section>
  );
}

interface FactsProps {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** Names and values, one under the other. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="settings-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="second">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
