import type { UseQueryResult } from '@tanstack/react-query';

/**
 * Whether an answer that decides how a page is laid out is still on its way. Whoever waits for it
 * draws the page once, and nothing moves afterwards. What fails is not waited for: the page says so
 * in its place.
 */
export const isComing = ({
  isLoading,
  failureCount,
}: Pick<UseQueryResult, 'isLoading' | 'failureCount'>): boolean => isLoading && failureCount === 0;
