import { useState } from 'react';
import { Button } from '../../../parts/controls/button.tsx';
import { TextField } from '../../../parts/controls/field.tsx';
import { Table } from '../../../parts/tables/table.tsx';
import type { Column } from '../../../parts/tables/table.tsx';
import { useBeginRoomWords } from '../../../words/begin/words.ts';
import { useLocale } from '../../../words/locale.tsx';
import { daysText, quantityText } from '../../../words/numbers.ts';
import type { SourcePerson } from './people.ts';

/** How many people are named before the rest is a number. */
const NAMED = 6;

interface Props {
  readonly people: readonly SourcePerson[];
  /** Whose name is marked as one's own. */
  readonly me: string;
}

/** Who is in a source: the first few, and all of them with a search where that is asked for. */
export function PeopleTable({ people, me }: Props) {
  const say = useBeginRoomWords();
  const [all, setAll] = useState(false);
  const [search, setSearch] = useState('');
  const columns = useColumns(me);
  const rest = people.length - NAMED;
  const isShort = rest <= 1;
  const wanted = search.normalize('NFC').trim().toLowerCase();
  const found =
    wanted === ''
      ? people
      : people.filter(({ name }) => name.normalize('NFC').toLowerCase().includes(wanted));
  return (
    <div className="part">
      {all ? (
        <TextField
          label={say('people.search')}
          type="search"
          value={search}
          autoComplete="off"
          onChange={(event) => setSearch(event.target.value)}
        />
      ) : null}
      <Table
        caption={say('people.table')}
        columns={columns}
        rows={all || isShort ? found : people.slice(0, NAMED)}
        keyOf={({ key }) => key}
      />
      {all && found.length === 0 ? <p className="second">{say('people.none')}</p> : null}
      {all || isShort ? null : (
        <div>
          <Button look="plain" onClick={() => setAll(true)}>
            {say('people.more', { n: rest })}
          </Button>
        </div>
      )}
    </div>
  );
}

function useColumns(me: string): readonly Column<SourcePerson>[] {
  const say = useBeginRoomWords();
  const { locale } = useLocale();
  return [
    {
      key: 'name',
      head: say('people.name'),
      phone: 'what',
      cell: ({ key, name }) => (
        <span className="name">
          <bdi>{name}</bdi>
          {key === me ? <span className="caption"> {say('people.you')}</span> : null}
        </span>
      ),
    },
    {
      key: 'days',
      head: say('people.when'),
      phone: 'who',
      cell: ({ from, to, identities }) => (
        <span className="second">
          {daysText({ from, to }, locale)}
          {identities.length > 1 ? ` · ${say('people.addresses', { n: identities.length })}` : null}
        </span>
      ),
    },
    {
      key: 'hours',
      head: say('people.hours'),
      phone: 'amount',
      figures: true,
      cell: ({ hours }) => (
        <bdi className="nowrap">
          {quantityText({ quantity: hours, unit: 'h', estimate: true }, locale)}
        </bdi>
      ),
    },
  ];
}
