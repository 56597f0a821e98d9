/** What the renderer may ask its host for. Names only, so that the preload can import them without zod. */
export const CHANNELS = [
  'app:start',
  'file:open',
  'file:openRecent',
  'file:openAgain',
  'file:save',
  'file:saveAs',
  'file:export',
  'versions:list',
  'versions:read',
  'catalog:choose',
  'catalog:read',
  'catalog:forget',
  'settings:set',
  'recent:list',
  'recent:clear',
  'recovery:put',
  'recovery:take',
  'recovery:drop',
  'window:state',
  'window:print',
  'window:new',
  'window:goTo',
  'window:close',
  'link:open',
  'update:check',
  'update:weekly',
  'clipboard:read',
] as const;

/** The name of one request of the renderer. */
export type Channel = (typeof CHANNELS)[number];

/**
 * What the preload asks for by itself, on behalf of a person's hand. The page cannot: these have paths, and somebody who
 * has taken the page over could name any.
 */
export const PRELOAD_CHANNELS = ['file:dropped'] as const;

/** All that main answers. */
export const ALL_CHANNELS = [...CHANNELS, ...PRELOAD_CHANNELS] as const;

/** The name of one request, of the renderer or the preload. */
export type AnyChannel = (typeof ALL_CHANNELS)[number];

/** What a host tells the renderer on its own. */
export const EVENTS = [
  'menu:command',
  'file:opened',
  'file:changedOutside',
  'drop:refused',
  'settings:changed',
  'save:andClose',
  'work:keep',
] as const;

/** The name of one event from the host. */
export type EventName = (typeof EVENTS)[number];
