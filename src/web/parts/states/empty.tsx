import type { ReactNode } from 'react';
import './empty.css';

interface Props {
  /** One sentence. */
  readonly title: ReactNode;
  /** What starts it. */
  readonly children?: ReactNode;
  /** One act or two. */
  readonly acts?: ReactNode;
  /** It stands in place of a page, and is its heading. */
  readonly page?: boolean;
}

/**
 * Nothing is here yet: a dashed Square with its level at zero, and what starts it. In place of a
 * page that there is not it has no level: that is of money.
 */
export function Empty({ title, children, acts, page = false }: Props) {
  const Head = page ? 'h1' : 'p';
  return (
    <div className="empty">
      <svg width="96" height="96" viewBox="0 0 96 96" aria-hidden="true" className="icon">
        <rect x="6" y="6" width="84" height="84" rx="3" className="empty-frame" />
        {page ? null : <path d="M2 84h82" className="empty-level" />}
      </svg>
      <Head className={page ? 'title' : 'panel-title'}>{title}</Head>
      {children === undefined ? null : <div className="second">{children}</div>}
      {acts === undefined ? null : <div className="row">{acts}</div>}
    </div>
  );
}
