import { renderCredit, type Alteration } from '#shared/domain/credits/credit-line.ts';
import type { CreditMedium } from '#shared/domain/credits/duties.ts';
import type { Credit } from '#shared/model/credit.ts';

type CreditLineTextProps = {
  readonly credit: Credit;
  readonly medium: CreditMedium;
  readonly alterations?: readonly Alteration[];
  /** Shown while the credit has nothing to say. */
  readonly placeholder?: string;
};

const asItIs: readonly Alteration[] = [];

/** A credit line by the one renderer of credits, its links opening outside. */
export const CreditLineText = ({
  credit,
  medium,
  alterations = asItIs,
  placeholder = '',
}: CreditLineTextProps) => {
  const { parts } = renderCredit(credit, { medium, alterations });
  if (parts.length === 0) return placeholder;
  // Parts have no identity: the whole line is made anew from the credit.
  // oxlint-disable react/no-array-index-key
  return parts.map((part, index) =>
    part.href ? (
      <a key={index} href={part.href} target="_blank" rel="noopener">
        {part.text}
      </a>
    ) : (
      <span key={index}>{part.text}</span>
    ),
  );
};
