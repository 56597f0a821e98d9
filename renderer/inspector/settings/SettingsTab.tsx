import { useMemo } from 'react';
import { setAnswer } from '../../../shared/diagram/edit/answer.ts';
import { commit, useStore } from '../../state/store.ts';
import { ElementData } from '../data/ElementData.tsx';
import { isFlow, isResource, useItem, useSubject } from '../element.ts';
import { About } from './About.tsx';
import { defaultText, isBeforeDefault } from './answers.ts';
import { askedProperties } from './askedProperties.ts';
import { DrawnFacts } from './DrawnFacts.tsx';
import { fieldId } from './field.ts';
import { HelpNotes } from './HelpNotes.tsx';
import { KeptAnswers } from './KeptAnswers.tsx';
import { PropertyField } from './PropertyField.tsx';
import classes from './Settings.module.css';
import { TakeAllBack } from './TakeAllBack.tsx';

/** The form that the properties of an element generate, and what is good to know about its service. */
export function SettingsTab({ id }: { readonly id: string }) {
  const item = useItem(id);
  const subject = useSubject(id);
  const asked = useStore((state) => askedProperties(state.history.present, id));
  const elements = useMemo(() => [id], [id]);
  if (!item) return null;
  const ids = new Set(asked.split(','));
  const properties = (subject?.properties ?? []).filter((property) => ids.has(property.id));
  const known = new Set(subject?.properties.map((property) => property.id));
  const kept = Object.entries(item.answers).filter(([property]) => !known.has(property));
  const answered = [...known].filter((property) => item.answers[property] !== undefined);
  const nothingToAsk = properties.length === 0 && subject !== undefined;
  return (
    <div className={classes.tab}>
      <About id={id} />
      {nothingToAsk && (
        <p className={classes.quiet}>
          There is nothing to answer about this {isFlow(item) ? 'flow' : isResource(item) ? 'resource' : 'boundary'}.
        </p>
      )}
      {properties.map((property) => (
        <PropertyField
          key={property.id}
          elements={elements}
          property={property}
          id={fieldId(property.id)}
          answer={item.answers[property.id]}
          answered={item.answers[property.id] === undefined ? 0 : 1}
          mixed={null}
          byDefault={defaultText(property, item.answers)}
          isOld={isBeforeDefault(property, item.answers)}
        />
      ))}
      <TakeAllBack elements={elements} properties={answered} count={answered.length} />
      <DrawnFacts id={id} />
      <ElementData item={item} />
      {kept.length > 0 && (
        <KeptAnswers
          answers={kept}
          onRemove={
            subject && ((property) => commit(`Remove ${property}`, (d) => setAnswer(d, id, property, undefined)))
          }
        />
      )}
      {subject && subject.help.length > 0 && <HelpNotes notes={subject.help} />}
    </div>
  );
}
