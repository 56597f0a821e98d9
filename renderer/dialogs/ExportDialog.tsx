import { Button, Checkbox, Group, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { standardsOf } from '../../shared/validate/standards.ts';
import { useHost } from '../bridge/HostContext.tsx';
import { exportDocument } from '../files/exportActions.ts';
import { Segments } from '../inspector/Segments.tsx';
import { useStore } from '../state/store.ts';
import { useCatalog } from '../state/useCatalog.ts';
import classes from './ExportDialog.module.css';
import {
  ANNOTATION_CHOICES,
  type ExportChoice,
  FIRST_CHOICE,
  FORMAT_CHOICES,
  isPicture,
  ORIENTATION_CHOICES,
  PAPER_CHOICES,
  PAPER_THEME_CHOICES,
  SCALE_CHOICES,
  scopeChoices,
  THEME_CHOICES,
  TILES_CHOICES,
  toWish,
} from './exportChoices.ts';
import { Frame } from './Frame.tsx';

const CLASSES = { description: classes.hint ?? '' };

/** As it was left, for as long as the app runs. */
let last: ExportChoice = FIRST_CHOICE;

interface FieldsProps {
  readonly choice: ExportChoice;
  readonly change: (change: Partial<ExportChoice>) => void;
}

function ScopeField({ choice, change }: FieldsProps) {
  const diagram = useStore((state) => state.history.present);
  const selected = useStore((state) => state.selection.length);
  return (
    <NativeSelect
      label="Part"
      data={scopeChoices(diagram, selected)}
      value={choice.scope}
      onChange={({ currentTarget }) => change({ scope: currentTarget.value })}
    />
  );
}

function AnnotationFields({ choice, change }: FieldsProps) {
  return (
    <>
      <ScopeField choice={choice} change={change} />
      <Segments
        label="Annotations"
        segments={ANNOTATION_CHOICES}
        value={choice.annotations}
        onChange={(annotations) => change({ annotations })}
      />
    </>
  );
}

function ListsField({ choice, change, label }: FieldsProps & { readonly label: string }) {
  return (
    <Checkbox
      label={label}
      checked={choice.lists && choice.annotations !== 'none'}
      disabled={choice.annotations === 'none'}
      onChange={({ currentTarget }) => change({ lists: currentTarget.checked })}
    />
  );
}

function PictureFields({ choice, change }: FieldsProps) {
  const whole = choice.scope === 'all';
  return (
    <>
      <Segments label="Theme" segments={THEME_CHOICES} value={choice.theme} onChange={(theme) => change({ theme })} />
      <AnnotationFields choice={choice} change={change} />
      {choice.format === 'png' && (
        <Segments label="Scale" segments={SCALE_CHOICES} value={choice.scale} onChange={(scale) => change({ scale })} />
      )}
      <ListsField choice={choice} change={change} label="Lists of gaps, questions and decisions" />
      <Checkbox
        label="Parapet can open the picture"
        classNames={CLASSES}
        description="The whole diagram goes along, with answers, notes and decisions."
        checked={choice.embed && whole}
        disabled={!whole}
        onChange={({ currentTarget }) => change({ embed: currentTarget.checked })}
      />
    </>
  );
}

function PdfFields({ choice, change }: FieldsProps) {
  const theme = choice.theme === 'dark' ? 'light' : choice.theme;
  return (
    <>
      <Segments label="Paper" segments={PAPER_CHOICES} value={choice.paper} onChange={(paper) => change({ paper })} />
      <NativeSelect
        label="Size of the picture"
        classNames={CLASSES}
        description={choice.tiles === 'one' ? undefined : 'Sheets have marks for cutting and gluing.'}
        data={TILES_CHOICES}
        value={choice.tiles}
        onChange={({ currentTarget }) => {
          const chosen = TILES_CHOICES.find(({ value }) => value === currentTarget.value);
          if (chosen) change({ tiles: chosen.value });
        }}
      />
      <Segments
        label={choice.tiles === 'one' ? 'Page of the picture' : 'Sheets of the picture'}
        segments={ORIENTATION_CHOICES}
        value={choice.orientation}
        onChange={(orientation) => change({ orientation })}
      />
      <Segments
        label="Theme"
        segments={PAPER_THEME_CHOICES}
        value={theme}
        onChange={(other) => change({ theme: other })}
      />
      <AnnotationFields choice={choice} change={change} />
      <ListsField choice={choice} change={change} label="The report after the picture" />
    </>
  );
}

function StandardField({ choice, change }: FieldsProps) {
  const standards = standardsOf(useCatalog()).map(({ id, shortName }) => ({ value: id, label: shortName }));
  return (
    <NativeSelect
      label="Standard"
      data={[{ value: '', label: 'None' }, ...standards]}
      value={choice.standard}
      onChange={({ currentTarget }) => change({ standard: currentTarget.value })}
    />
  );
}

/** The choice as it was left, without what this document does not have. */
function firstChoice(): ExportChoice {
  const { history, selection } = useStore.getState();
  const offered = scopeChoices(history.present, selection.length).map(({ value }) => value);
  return offered.includes(last.scope) ? last : { ...last, scope: 'all' };
}

/** Chooses format and look of an export, and writes it. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const host = useHost();
  const [choice, setChoice] = useState(firstChoice);
  const [busy, setBusy] = useState(false);
  const change = (more: Partial<ExportChoice>) => setChoice({ ...choice, ...more });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    last = choice;
    setBusy(true);
    const done = await exportDocument(host, toWish(choice, useStore.getState().selection));
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Frame title="Export" onClose={onClose}>
      <form onSubmit={submit} className={classes.fields}>
        <NativeSelect
          label="Format"
          data-autofocus
          data={FORMAT_CHOICES}
          value={choice.format}
          onChange={({ currentTarget }) => {
            const chosen = FORMAT_CHOICES.find(({ value }) => value === currentTarget.value);
            if (chosen) change({ format: chosen.value });
          }}
        />
        {isPicture(choice.format) && <PictureFields choice={choice} change={change} />}
        {choice.format === 'pdf' && <PdfFields choice={choice} change={change} />}
        <StandardField choice={choice} change={change} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            Export…
          </Button>
        </Group>
      </form>
    </Frame>
  );
}
