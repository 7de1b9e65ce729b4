import { useEffect, useRef, useState } from 'react';
import { useT } from '#renderer/i18n/use-t.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DraftField } from '#renderer/ui/DraftField.tsx';
import { checkAccent, type Light } from '#shared/domain/page-colors.ts';
import { colorSchema, type PageTheme } from '#shared/model/page-theme.ts';
import styles from './AccentField.module.css';

type AccentFieldProps = {
  readonly value: string | null;
  readonly theme: PageTheme;
  readonly onChange: (accent: string | null) => void;
};

const exampleColor = '#0d5c61';

const lights: readonly Light[] = ['light', 'dark'];

/** `#0d5c61`, `0D5C61` or `#abc` as the model keeps it; null when it is no color. */
const toColor = (text: string): string | null => {
  const digits = text.trim().replace(/^#/, '').toLowerCase();
  const full = digits.length === 3 ? digits.replaceAll(/./g, '$&$&') : digits;
  return colorSchema.safeParse(`#${full}`).success ? `#${full}` : null;
};

/** The color as readers will see it on light and on dark pages, and whether it had to be changed to be readable. */
const Verdict = ({ color, theme }: { readonly color: string; readonly theme: PageTheme }) => {
  const t = useT();
  return (
    <ul className={styles.verdicts} aria-live="polite">
      {lights.map((light) => {
        const { contrast, shown, adjusted } = checkAccent(theme, light, color);
        return (
          <li key={light}>
            <svg className={styles.swatch} viewBox="0 0 1 1" aria-hidden="true">
              <rect width="1" height="1" fill={shown} />
            </svg>
            {t(adjusted ? `look.adjusted-${light}` : `look.readable-${light}`, {
              contrast: contrast.toFixed(1),
              color: shown,
            })}
          </li>
        );
      })}
    </ul>
  );
};

/** The institution's color: typed or picked, with a live check of its contrast in this theme. */
export const AccentField = ({ value, theme, onChange }: AccentFieldProps) => {
  const t = useT();
  const [picked, setPicked] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = picker.current;
    // React's `onChange` is the native `input`, which speaks at each move; `change` speaks once, when a color is chosen.
    const choose = () => {
      if (input) onChange(input.value);
      setPicked(null);
    };
    input?.addEventListener('change', choose);
    return () => input?.removeEventListener('change', choose);
  }, [onChange]);
  const shown = picked ?? value;
  return (
    <div className={styles.accent}>
      <div className={styles.row}>
        <DraftField
          label={t('look.accent')}
          help={t('look.accent-help')}
          placeholder={exampleColor}
          value={value ?? ''}
          check={(text) => (text === '' || toColor(text) !== null ? null : t('look.accent-wrong'))}
          onCommit={(text) => onChange(text === '' ? null : toColor(text))}
        />
        <input
          ref={picker}
          type="color"
          aria-label={t('look.accent-pick')}
          className={styles.picker}
          value={shown ?? exampleColor}
          onChange={(event) => setPicked(event.target.value)}
        />
        {value === null ? null : (
          <Button size="small" look="quiet" onPress={() => onChange(null)}>
            {t('look.accent-none')}
          </Button>
        )}
      </div>
      {shown === null ? null : <Verdict color={shown} theme={theme} />}
    </div>
  );
};
