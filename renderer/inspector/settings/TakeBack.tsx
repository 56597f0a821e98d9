import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import classes from './Settings.module.css';

interface TakeBackProps {
  /** What the property is called. */
  readonly label: string;
  readonly byDefault: string | null;
  /** The element that the focus goes to. */
  readonly field: string;
  readonly onTakeBack: () => void;
}

/** Takes an answer back, so that what AWS does by itself holds. */
export function TakeBack({ label, byDefault, field, onTakeBack }: TakeBackProps) {
  const what =
    byDefault === null ? `Take back the answer to ${label}` : `Reset ${label} to the AWS default: ${byDefault}`;
  return (
    <ActionIcon
      className={classes.takeBack}
      variant="subtle"
      color="gray"
      size={24}
      aria-label={what}
      title={what}
      onClick={() => {
        onTakeBack();
        document.getElementById(field)?.focus();
      }}
    >
      <IconArrowBackUp size={14} aria-hidden="true" />
    </ActionIcon>
  );
}
