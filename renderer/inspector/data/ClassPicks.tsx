import { Checkbox, Group } from '@mantine/core';
import { DATA_CLASS_IDS, DATA_CLASSES, type DataClass } from '../../../shared/dataClasses.ts';
import classes from './Data.module.css';

interface ClassPicksProps {
  readonly label: string;
  readonly offered?: readonly DataClass[];
  readonly value: readonly DataClass[];
  readonly onChange: (value: readonly DataClass[]) => void;
}

/** Classes of data to tick. */
export function ClassPicks({ label, offered = DATA_CLASS_IDS, value, onChange }: ClassPicksProps) {
  return (
    <Checkbox.Group
      label={label}
      classNames={{ label: classes.label ?? '' }}
      value={[...value]}
      onChange={(chosen) => onChange(DATA_CLASS_IDS.filter((each) => chosen.includes(each)))}
    >
      <Group gap="xs" mt={4}>
        {offered.map((each) => (
          <Checkbox key={each} size="xs" value={each} label={DATA_CLASSES[each]} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
