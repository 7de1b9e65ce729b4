import icons from '#assets/icons/type-icons.json' with { type: 'json' };
import type { TypeIcon } from '#shared/model/resource.ts';
import { html, trusted, type Html } from '../text/html.ts';

/** The drawings of the icons named, once per page and out of sight, for `typeIcon` to point at. */
export const iconSprite = (names: readonly TypeIcon[]): Html | null => {
  const used = [...new Set(names)].toSorted();
  if (used.length === 0) return null;
  const symbols = used.map(
    (name) =>
      html`<symbol id="icon-${name}" viewBox="${icons.viewBox}">${trusted(icons.shapes[name])}</symbol>`,
  );
  return html`<svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false">${symbols}</svg>`;
};

/** A type's icon. Decoration: its name always stands beside it. */
export const typeIcon = (name: TypeIcon): Html =>
  html`<svg class="icon" width="16" height="16" aria-hidden="true" focusable="false">
    <use href="#icon-${name}" />
  </svg>`;
