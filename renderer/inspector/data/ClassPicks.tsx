import { Checkbox, Group } from '@mantine/core';
import { DATA_CLASS_IDS, DATA_CLASSES, type DataClass } from '../../../shared/dataClasses.ts';
import classes from './Data.module.css';

const NONE: ReadonlyMap<DataClass, string> = new Map();

interface ClassPicksProps {
  readonly label: string;
  readonly value: readonly DataClass[];
  /** Classes that are true of some of several elements only, in words: "2 of 3". */
  readonly some?: ReadonlyMap<DataClass, string>;
  readonly onChange: (value: readonly DataClass[]) => void;
}

/** Classes of data to tick. */
export function ClassPicks({ label, value, some = NONE, onChange }: ClassPicksProps) {
  return (
    <Checkbox.Group
      label={label}
      classNames={{ label: classes.label ?? '' }}
      value={[...value]}
      onChange={(chosen) => onChange(DATA_CLASS_IDS.filter((each) => chosen.includes(each)))}
    >
      <Group gap="xs" mt={4}>
        {DATA_CLASS_IDS.map((each) => {
          const mixed = some.get(each);
          return (
            <Checkbox
              key={each}
              size="xs"
              value={each}
              indeterminate={mixed !== undefined}
              label={mixed === undefined ? DATA_CLASSES[each] : `${DATA_CLASSES[each]} (${mixed})`}
            />
          );
        })}
      </Group>
    </Checkbox.Group>
  );
}
