import { expect, test } from 'vitest';
import { commandBeyond } from './commands.ts';

const data = (directory: string) => ({ directory, bytes: 0, entries: 0 });

test('the command starts the same node: its data, its port, whatever is in the name', () => {
  expect(commandBeyond({ url: 'http://localhost:4411', data: data('/srv/books') })).toBe(
    'npm start -- --host 0.0.0.0 --data /srv/books --port 4411',
  );
  expect(commandBeyond({ url: 'http://localhost:4410', data: data("/srv/Ada's books") })).toBe(
    String.raw`npm start -- --host 0.0.0.0 --data '/srv/Ada'\''s books' --port 4410`,
  );
});
