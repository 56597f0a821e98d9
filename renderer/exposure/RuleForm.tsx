import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { SEVERITIES, type Severity } from '../../shared/catalog/terms.ts';
import { putRule } from '../../shared/diagram/edit/rule.ts';
import { type ExposureRule, LIMITS, type Question } from '../../shared/diagram/schema.ts';
import { SEVERITY_STYLES } from '../../shared/export/svg/style.ts';
import { type Names, ruleText } from '../../shared/exposure/words.ts';
import { pasteWhole } from '../state/pasteWhole.ts';
import { announce, commit, present } from '../state/store.ts';
import { tell } from '../state/tell.ts';
import classes from './Exposure.module.css';
import { PickOne } from './PickOne.tsx';
import { focusExposure } from './session.ts';

const SEVERITY_OPTIONS = SEVERITIES.map((value) => ({ value, label: SEVERITY_STYLES[value].label }));

interface SeveritySelectProps {
  readonly value: Severity;
  readonly onChange: (severity: Severity) => void;
}

const SeveritySelect = ({ value, onChange }: SeveritySelectProps) => (
  <PickOne label="Severity" data={SEVERITY_OPTIONS} value={value} onPick={(picked) => onChange(picked as Severity)} />
);

/** Adds a rule or changes it. A diagram may have so many and no more. */
function save(names: Names, label: string, rule: ExposureRule): void {
  if (putRule(present(), rule) === present()) {
    tell(`A diagram has ${LIMITS.list} rules at most.`, 'warning');
    return;
  }
  const title = ruleText(names, rule);
  commit(`${label}: ${title}`, (diagram) => putRule(diagram, rule));
  announce(`${label}: ${title}`);
}

interface NewRuleProps {
  readonly names: Names;
  readonly question: Question;
}

/** Makes a question a rule: that there must be no such path. */
function NewRule({ names, question }: NewRuleProps) {
  const [severity, setSeverity] = useState<Severity>('high');
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(names, 'Save as a rule', { id: crypto.randomUUID(), name, question, severity });
    focusExposure(); // this form makes way for another one
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label="New rule">
      <p className={classes.quiet}>As a rule, there must be no such path, from now on.</p>
      <TextInput
        label="Name"
        placeholder="What it says, unless you name it"
        size="xs"
        maxLength={LIMITS.name}
        onPaste={pasteWhole(LIMITS.name)}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <div className={classes.row}>
        <SeveritySelect value={severity} onChange={setSeverity} />
        <Button type="submit" size="xs">
          Save as a rule
        </Button>
      </div>
    </form>
  );
}

interface RuleFormProps extends NewRuleProps {
  /** The rule that the question is already. */
  readonly rule: ExposureRule | undefined;
}

/** Makes a question a rule, or changes how severe it is. */
export function RuleForm({ names, question, rule }: RuleFormProps) {
  if (!rule) return <NewRule names={names} question={question} />;
  return (
    <div className={classes.form}>
      <p className={classes.quiet}>This is a rule of the diagram.</p>
      <SeveritySelect
        value={rule.severity}
        onChange={(severity) => save(names, 'Change severity', { ...rule, severity })}
      />
    </div>
  );
}
