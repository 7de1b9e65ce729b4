import type { LucideIcon } from 'lucide-react';

/** A lucide drawing. */
export type IconDrawing = LucideIcon;

type IconProps = {
  readonly of: IconDrawing;
  /** Pixels at 100 %; grows with the text. */
  readonly size?: number;
  readonly className?: string;
};

/** A drawing beside a label. Always hidden from screen readers: the label or the button's name says it. */
export const Icon = ({ of: Drawing, size = 16, className }: IconProps) => (
  <Drawing
    aria-hidden
    focusable={false}
    strokeWidth={1.75}
    size={`${size / 16}rem`}
    {...(className ? { className } : {})}
  />
);
