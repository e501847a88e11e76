import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, forwardRef } from 'react';

type Props = AnchorProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'>;

const TextAnchor = forwardRef<HTMLAnchorElement, Props>((props, ref) => <Anchor ref={ref} {...props} />);
TextAnchor.displayName = 'TextAnchor';

/** Words that go to another page. */
export const TextLink = createLink(TextAnchor);

const RowAnchor = forwardRef<HTMLAnchorElement, Props>((props, ref) => (
  // The row has the focus, and Enter opens it.
  <Anchor ref={ref} fw={600} {...props} tabIndex={-1} />
));
RowAnchor.displayName = 'RowAnchor';

/** The name of a row in a table, which goes to the page of the row. */
export const RowLink = createLink(RowAnchor);
