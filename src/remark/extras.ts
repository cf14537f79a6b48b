import type { Root } from 'mdast';
import { createHostSettings } from '../core/hosts.js';
import type { Settings } from '../core/settings.js';
import type { PlacedFinding } from '../unist/vfile-messages.js';
import { placeNearMisses } from './near-misses.js';
import { redirectLinks } from './redirect-links.js';
import { suggestMoves } from './suggest-moves.js';

/** What the plugin does beyond reading shorthands, and `remark-contact-links/light` does not. */
export interface Extras {
  readonly createHostSettings: typeof createHostSettings;
  /** Finds what there is to report beside shorthands, and redirects links. */
  readonly findBesides: (
    tree: Root,
    text: string,
    settings: Settings,
  ) => ReadonlyArray<PlacedFinding>;
  readonly suggestMoves: typeof suggestMoves;
}

export const extras: Extras = { createHostSettings, findBesides, suggestMoves };

function findBesides(
  tree: Root,
  text: string,
  settings: Settings,
): ReadonlyArray<PlacedFinding> {
  const nearMisses = settings.findNearMisses?.(text) ?? [];
  return [
    // Any link may be one that the site redirects.
    ...(settings.redirecting ? redirectLinks(tree, text, settings) : []),
    ...placeNearMisses(nearMisses, tree, text),
  ];
}
