import { Problem } from '../../sdk/problem.ts';

/** Whether an id that was kept with what is typed stands in the books for something else. */
export const isReused = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'id-reused';
