import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useHost } from '../bridge/HostContext.tsx';
import { chooseOwnCatalog, forgetOwnCatalog, readOwnCatalogAgain } from '../files/ownCatalogActions.ts';
import { forgetRefused, type OwnCatalogState, useOwnCatalog } from '../state/ownCatalog.ts';
import { Frame } from './Frame.tsx';
import classes from './OwnCatalogDialog.module.css';

const countOf = (problems: OwnCatalogState['problems']): string =>
  problems.length === 1 ? 'this problem' : `these ${problems.length} problems`;

function ProblemList({ problems }: Pick<OwnCatalogState, 'problems'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <ul className={classes.list} tabIndex={0} aria-label="Problems of the catalog">
      {problems.map(({ file, path, message }) => (
        <li key={`${file} ${path} ${message}`}>
          {file !== '' && <code>{file}</code>} {path !== '' && <code>{path}</code>} {message}
        </li>
      ))}
    </ul>
  );
}

function Problems({ problems }: Pick<OwnCatalogState, 'problems'>) {
  const again = useHost().kind === 'desktop' ? 'read the folder again' : 'choose the folder once more';
  return (
    <>
      <Text size="sm" mb="xs" role="alert">
        It is not used, because of {countOf(problems)}. Mend the files, then {again}. Until then the catalog that ships
        judges alone.
      </Text>
      <ProblemList problems={problems} />
    </>
  );
}

function Refused({ name, problems }: OwnCatalogState) {
  return (
    <>
      <Text size="sm" mt="md" mb="xs" role="alert">
        {name === '' ? 'The folder that you chose' : `The folder ${name}`} was not taken, because of {countOf(problems)}
        . The catalog that was in use stays.
      </Text>
      <ProblemList problems={problems} />
    </>
  );
}

function Changes({ overrides }: Pick<OwnCatalogState, 'overrides'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <ul className={classes.list} tabIndex={0} aria-label="Controls that the catalog changes">
      {overrides.map(({ control, severity, reason }) => (
        <li key={control}>
          <code>{control}</code> {severity === undefined ? 'is switched off' : `is ${severity}`}: {reason}
        </li>
      ))}
    </ul>
  );
}

function InUse({ own }: { readonly own: OwnCatalogState }) {
  const { name, location, problems, files, overrides } = own;
  return (
    <>
      <Text size="sm" mb="xs">
        {name === '' ? 'The folder' : 'Folder '}
        <strong>{name}</strong>
        {location !== null && ` in ${location}`}, {files === 1 ? '1 file' : `${files} files`}.
      </Text>
      {problems.length > 0 && <Problems problems={problems} />}
      {problems.length === 0 && overrides.length > 0 && <Changes overrides={overrides} />}
    </>
  );
}

/** Which own catalog is in use, what it changes, what is wrong with it; and choosing another. */
export function OwnCatalogDialog({ onClose }: { readonly onClose: () => void }) {
  const host = useHost();
  const own = useOwnCatalog((state) => state.own);
  const refused = useOwnCatalog((state) => state.refused);
  const chooser = useRef<HTMLButtonElement>(null);
  const forget = async () => {
    await forgetOwnCatalog(host);
    chooser.current?.focus(); // its own button has gone
  };
  useEffect(() => forgetRefused, []);
  return (
    <Frame title="Own catalog" size="lg" onClose={onClose}>
      <Text size="sm" mb="xs">
        A folder of your own adds services and controls to the catalog that ships, changes the severity of controls, or
        switches them off with a reason. Its files look like those of the catalog that ships: see “Your own catalog” in
        the documentation.
      </Text>
      {own ? (
        <InUse own={own} />
      ) : (
        <Text size="sm" mb="xs">
          None is in use.
        </Text>
      )}
      {refused && <Refused {...refused} />}
      <Group gap="xs" mt="md">
        <Button ref={chooser} size="xs" onClick={() => void chooseOwnCatalog(host)} data-autofocus>
          Choose a folder…
        </Button>
        {own && host.kind === 'desktop' && (
          <Button size="xs" variant="default" onClick={() => void readOwnCatalogAgain(host)}>
            Read again
          </Button>
        )}
        {own && (
          <Button size="xs" variant="default" onClick={() => void forget()}>
            Stop using it
          </Button>
        )}
      </Group>
    </Frame>
  );
}
