import type { ReactNode } from 'react';
import type { Reference, Where } from '../../../shared/catalog/schema.ts';
import { settingPlaces } from '../../../shared/catalog/settingPlaces.ts';
import { snippetsOf } from '../../../shared/catalog/snippets.ts';
import type { Description } from '../../../shared/validate/describe.ts';
import type { Assessment } from '../../../shared/validate/report.ts';
import { catalog } from '../../state/catalog.ts';
import { ExternalLink } from '../ExternalLink.tsx';
import { BreakableName } from './BreakableName.tsx';
import { CodeBlock } from './CodeBlock.tsx';
import { ControlAnswers } from './ControlAnswers.tsx';
import classes from './Controls.module.css';
import { ThenAndNow, useNotesOn } from './ThenAndNow.tsx';

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={classes.part}>
      <h4 className={classes.partTitle}>{title}</h4>
      {children}
    </div>
  );
}

/** The requirements that a control serves, framework by framework, in the order of the catalog. */
function byFramework(references: readonly Reference[]) {
  const ids = [...new Set(references.map(({ framework }) => framework))];
  return ids.map((id) => ({
    name: catalog.frameworks.get(id)?.shortName ?? id,
    requirements: references.filter(({ framework }) => framework === id).map(({ requirement }) => requirement),
  }));
}

function Places({ where }: { readonly where: Where }) {
  return (
    <dl className={classes.places}>
      {settingPlaces(where).map(({ tool, names, isCode }) => (
        <div key={tool}>
          <dt>{tool}</dt>
          <dd>{isCode ? names.map((name) => <BreakableName key={name} name={name} />) : names}</dd>
        </div>
      ))}
    </dl>
  );
}

interface ControlDetailsProps {
  readonly assessment: Assessment;
  readonly texts: Description;
}

/** Why a control matters, what to do, which public rules ask for it, and where that is written. */
export function ControlDetails({ assessment, texts }: ControlDetailsProps) {
  const notes = useNotesOn(assessment);
  const { override } = assessment.compiled;
  const { references, sources, disagreement, where, fix } = assessment.compiled.control;
  return (
    <div className={classes.details}>
      <Part title="What to do">
        <p>{texts.remediation}</p>
        {where && <Places where={where} />}
        {snippetsOf(fix).map(({ tool, text }) => (
          <CodeBlock key={tool} name={tool} text={text} />
        ))}
      </Part>
      <ControlAnswers assessment={assessment} />
      <Part title="Why">
        <p>{texts.why}</p>
      </Part>
      {notes.length > 0 && (
        <Part title="Then and now">
          <ThenAndNow notes={notes} />
        </Part>
      )}
      {override && (
        <Part title="Severity set by your own catalog">
          <p>{override.reason}</p>
        </Part>
      )}
      {disagreement && (
        <Part title="Where rule sets disagree">
          <p>{disagreement}</p>
        </Part>
      )}
      {references.length > 0 && (
        <Part title="Serves">
          <dl className={classes.places}>
            {byFramework(references).map(({ name, requirements }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{requirements.join(', ')}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      <Part title="Sources">
        <ul className={classes.sources}>
          {sources.pages.map(({ url, title }) => (
            <li key={url}>
              <ExternalLink url={url} title={title} />
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}
