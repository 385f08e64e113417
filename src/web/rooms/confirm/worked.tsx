import { useState } from 'react';
import type { Source } from '../../../domain/effort/tables.ts';
import type { Workings } from '../../../domain/effort/workings.ts';
import { Equation } from '../work/explain/equation.tsx';
import type { ShownStep } from '../work/explain/neutral.ts';
import { TableRow } from '../work/explain/table-row.tsx';

/** Every step of a value, as one writes it by hand, down to the row of its table. */
export default function Worked({ workings }: { readonly workings: Workings }) {
  const [shown, setShown] = useState<{ readonly step: ShownStep; readonly source: Source }>();
  const close = (): void => setShown(undefined);
  return (
    <>
      <Equation workings={workings} onSource={(step, source) => setShown({ step, source })} />
      {shown === undefined ? null : (
        <TableRow source={shown.source} value={shown.step.value} onBack={close} onClose={close} />
      )}
    </>
  );
}
