import { Combobox, Input, Menu } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { memo } from 'react';
import { type Standard, standardsOf } from '../../shared/validate/standards.ts';
import { useCatalog } from '../state/useCatalog.ts';
import classes from './FilterBar.module.css';
import { chooseStandards, chosenStandards, setFilter, useFilter } from './filter.ts';
import { backToRequirements } from './requirementPlace.ts';

function chosenText([first, ...more]: readonly Standard[]): string {
  if (!first) return 'By finding';
  return more.length === 0 ? first.shortName : `${first.shortName} +${more.length}`;
}

/** Standards to choose, one or several; without one, findings are listed. */
function StandardMenu() {
  const catalog = useCatalog();
  const ids = useFilter((filter) => filter.standards);
  const chosen = chosenStandards(catalog, ids);
  return (
    <Menu position="top-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Input
          component="button"
          type="button"
          pointer
          size="xs"
          className={classes.standards ?? ''}
          rightSection={<Combobox.Chevron size="xs" />}
          rightSectionPointerEvents="none"
          title={chosen.map(({ shortName }) => shortName).join(', ')}
        >
          <span className="visually-hidden">Standards: </span>
          {chosenText(chosen)}
        </Input>
      </Menu.Target>
      <Menu.Dropdown className={classes.standardMenu ?? ''}>
        <Menu.Item onClick={() => chooseStandards([])}>By finding</Menu.Item>
        <Menu.Divider />
        <Menu.CheckboxGroup value={[...ids]} onChange={chooseStandards}>
          {standardsOf(catalog).map(({ id, shortName }) => (
            <Menu.CheckboxItem key={id} value={id}>
              {shortName}
            </Menu.CheckboxItem>
          ))}
        </Menu.CheckboxGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Chooses standards, whose requirements then stand in place of the findings; or names the requirement that is shown. */
export const StandardPicks = memo(function StandardPicks() {
  const isChosen = useFilter((filter) => filter.standards.length > 0);
  const requirement = useFilter((filter) => filter.requirement);
  const asFindings = useFilter((filter) => filter.asFindings);
  return (
    <>
      {requirement && (
        <button type="button" className={classes.chip} aria-pressed onClick={backToRequirements}>
          {requirement.requirement}
          <span className="visually-hidden">: back to all requirements</span>
          <IconX size={12} aria-hidden="true" />
        </button>
      )}
      <StandardMenu />
      {isChosen && requirement === null && (
        <button
          type="button"
          className={classes.chip}
          aria-pressed={asFindings}
          title="The findings that the standards ask for, in their order"
          onClick={() => setFilter({ asFindings: !asFindings })}
        >
          As findings
        </button>
      )}
    </>
  );
});
