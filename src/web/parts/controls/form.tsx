import type { ComponentPropsWithRef } from 'react';

interface Props extends Omit<ComponentPropsWithRef<'form'>, 'onSubmit' | 'noValidate'> {
  readonly onSubmit: (form: HTMLFormElement) => void;
}

/** Fields that are handed in together, by a button or by Enter. What is wrong, the fields say. */
export function Form({ onSubmit, ...form }: Props) {
  return (
    <form
      {...form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(event.currentTarget);
      }}
    />
  );
}
