import type { CreditPart } from '#shared/domain/credits/credit-parts.ts';

/** A credit line as the one renderer of credits made it, its links opening outside. */
export const CreditParts = ({ parts }: { readonly parts: readonly CreditPart[] }) =>
  // Parts have no identity: the whole line is made anew from the credit.
  // oxlint-disable react/no-array-index-key
  parts.map(({ text, href, rel }, index) =>
    href ? (
      <a
        key={index}
        href={href}
        target="_blank"
        rel={rel === 'license' ? 'noreferrer license' : 'noreferrer'}
      >
        {text}
      </a>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
