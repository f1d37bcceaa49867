import type { LucideIcon } from 'lucide-react';

/** A line icon; drawn at 14 px with a 1.75 px stroke unless told otherwise. */
export type Icon = LucideIcon;

export const iconProps = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
