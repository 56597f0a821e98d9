import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { takeAnswersBack } from '../../../shared/diagram/edit/answer.ts';
import { nameOf } from '../../state/names.ts';
import { announce, commit, present } from '../../state/store.ts';
import { elementsText } from './elementsText.ts';
import classes from './Settings.module.css';

interface TakeAllBackProps {
  readonly elements: readonly string[];
  /** Ids of the properties whose answers it takes back. */
  readonly properties: readonly string[];
  /** How many answers there are. */
  readonly count: number;
}

/** Takes all answers of an element back, or those to the properties that several elements share, as one step. */
export function TakeAllBack({ elements, properties, count }: TakeAllBackProps) {
  const [first = ''] = elements;
  const takeBack = () => {
    const what = elements.length === 1 ? nameOf(present(), first) : elementsText(elements);
    commit(`Take back the answers of ${what}`, (diagram) => takeAnswersBack(diagram, elements, properties));
    announce(`Took back ${count === 1 ? 'one answer' : `${count} answers`} of ${what}`);
  };
  if (count === 0) return null;
  return (
    <Button
      className={classes.takeAllBack}
      size="compact-xs"
      variant="default"
      leftSection={<IconArrowBackUp size={14} aria-hidden="true" />}
      onClick={takeBack}
    >
      {count === 1 ? 'Take back the one answer' : `Take back all ${count} answers`}
    </Button>
  );
}
