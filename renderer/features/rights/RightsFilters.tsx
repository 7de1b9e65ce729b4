import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useT } from '#renderer/i18n/use-t.ts';
import { Count } from '#renderer/ui/Count.tsx';
import { cx } from '#renderer/ui/cx.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { RightsFilter } from '#shared/contract/rights.ts';
import styles from './RightsView.module.css';
import { stateFilters, termFilters } from './rights-filters.ts';

type RightsFiltersProps = {
  readonly counts: OutputOf<'rights.report'>['counts'];
  /** Null: every picture. */
  readonly value: RightsFilter | null;
  readonly onChange: (value: RightsFilter | null) => void;
};

type ChipsProps = RightsFiltersProps & {
  readonly label: string;
  readonly filters: readonly RightsFilter[];
};

const Chips = ({ label, filters, counts, value, onChange }: ChipsProps) => {
  const t = useT();
  return (
    <ToggleButtonGroup
      aria-label={label}
      // Buttons that stay pressed and can be let go of again, as radio buttons cannot; only one at a time.
      selectionMode="multiple"
      selectedKeys={value !== null && filters.includes(value) ? [value] : []}
      onSelectionChange={(keys) => {
        const fresh = [...keys].find((key) => key !== value);
        onChange((fresh as RightsFilter | undefined) ?? null);
      }}
      className={cx(styles.chips)}
    >
      {filters.map((filter) => (
        <ToggleButton
          key={filter}
          id={filter}
          isDisabled={counts[filter] === 0 && value !== filter}
          className={cx(styles.chip)}
        >
          <span>{t(`rights.filter.${filter}`)}</span>
          <span className={styles.chipCount}>
            <Count of={counts[filter]} />
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};

/** The counts of the report, each a chip that narrows the list to those pictures; pressed again it shows all. */
export const RightsFilters = (props: RightsFiltersProps) => {
  const t = useT();
  return (
    <div className={styles.filters}>
      <Chips {...props} label={t('rights.by-state')} filters={stateFilters} />
      <Chips {...props} label={t('rights.by-terms')} filters={termFilters} />
    </div>
  );
};
