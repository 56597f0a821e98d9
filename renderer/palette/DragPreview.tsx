import type { DragEvent } from 'react';
import { flushSync } from 'react-dom';
import { create } from 'zustand';
import { BOUNDARY_SIZE, RESOURCE_SIZE } from '../../shared/diagram/geometry.ts';
import { kebab } from '../../shared/diagram/uniqueName.ts';
import boundary from '../canvas/BoundaryNode.module.css';
import card from '../canvas/ResourceNode.module.css';
import { iconUri } from '../icons.ts';
import { useZoom } from '../state/viewport.ts';
import classes from './DragPreview.module.css';
import type { PaletteItem } from './search.ts';

const usePreviewed = create<{ readonly item: PaletteItem | null }>()(() => ({ item: null }));

const ID = 'drag-preview';

/** Lets what is dragged look as large, and as, what will stand on the canvas, with its middle at the pointer. */
export function showDragPreview(event: DragEvent<HTMLElement>, item: PaletteItem): void {
  flushSync(() => usePreviewed.setState({ item })); // the browser takes its picture when this handler returns
  const preview = document.getElementById(ID);
  if (preview) event.dataTransfer.setDragImage(preview, preview.offsetWidth / 2, preview.offsetHeight / 2);
}

function Picture({ item }: { readonly item: PaletteItem }) {
  if (item.kind === 'boundary') {
    return (
      <div className={boundary.frame} data-kind={item.id}>
        <span className={classes.title}>{item.boundary.name}</span>
      </div>
    );
  }
  const { icon, shortName } = item.service;
  return (
    <div className={card.card}>
      <img className={card.icon} src={iconUri(icon)} alt="" />
      <span className={card.texts}>
        <span className={card.name}>{kebab(shortName)}</span>
        <span className={card.service}>{shortName}</span>
      </span>
    </div>
  );
}

/** What a drag out of the palette shows: out of sight until the browser takes its picture. */
export function DragPreview() {
  const item = usePreviewed((state) => state.item);
  const zoom = useZoom((state) => state.zoom);
  if (item === null) return null;
  const { width, height } = item.kind === 'service' ? RESOURCE_SIZE : BOUNDARY_SIZE;
  return (
    <div id={ID} className={classes.preview} style={{ width: width * zoom, height: height * zoom }} aria-hidden="true">
      <div style={{ width, height, transform: `scale(${zoom})`, transformOrigin: '0 0' }}>
        <Picture item={item} />
      </div>
    </div>
  );
}
