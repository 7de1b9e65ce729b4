type Point = readonly [x: number, y: number];

const dotted = (points: readonly Point[]): string =>
  points.map(([x, y]) => `M${x - 1} ${y}a1 1 0 1 0 2 0a1 1 0 1 0-2 0`).join('');

const drawings = {
  menu: {
    size: '1rem',
    path: dotted([
      [5, 12],
      [12, 12],
      [19, 12],
    ]),
  },
  move: {
    size: '0.875rem',
    path: dotted([
      [9, 5],
      [9, 12],
      [9, 19],
      [15, 5],
      [15, 12],
      [15, 19],
    ]),
  },
} as const;

/**
 * The dots of a row's grip and menu, as `lucide` draws them but in one path: every row has both, mostly out of sight, and
 * nine circles each were a quarter of all elements of the first screen.
 */
export const RowDots = ({ of }: { readonly of: keyof typeof drawings }) => {
  const { size, path } = drawings[of];
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      aria-hidden
      focusable={false}
    >
      <path d={path} />
    </svg>
  );
};
