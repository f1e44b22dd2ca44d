import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from "@tanstack/react-router";
import {
  boardSearch,
  chronicleSearch,
  clausesSearch,
  documentsSearch,
  entrySearch,
  factsSearch,
  type FrameSearch,
  frameSearch,
  indicatorSearch,
  lineageSearch,
  monitoringSearch,
  newEntrySearch,
  parseSearch,
  readerSearch,
  registerSearch,
  reviewSearch,
  schemesSearch,
  stringifySearch,
  wordsSearch,
} from "./address.ts";
import { BrokenPage } from "./shell/broken-page.tsx";
import { MissingPage } from "./shell/missing-page.tsx";
import { Shell } from "./shell/shell.tsx";

const root = createRootRoute({
  component: Shell,
  validateSearch: frameSearch,
  search: { middlewares: [retainSearchParams<FrameSearch>(["asof", "known", "at", "lang"])] },
});
const at = <const P extends string>(path: P) => ({ getParentRoute: () => root, path });

const board = createRoute({
  ...at("/"),
  validateSearch: boardSearch,
  component: lazyRouteComponent(() => import("./pages/board.tsx"), "BoardPage"),
});
const monitoring = createRoute({
  ...at("/monitoring"),
  validateSearch: monitoringSearch,
  component: lazyRouteComponent(() => import("./pages/monitoring.tsx"), "MonitoringPage"),
});
const indicator = createRoute({
  ...at("/monitoring/$key"),
  validateSearch: indicatorSearch,
  component: lazyRouteComponent(() => import("./pages/indicator.tsx"), "IndicatorPage"),
});
const documents = createRoute({
  ...at("/documents"),
  validateSearch: documentsSearch,
  component: lazyRouteComponent(() => import("./pages/documents.tsx"), "DocumentsPage"),
});
const reader = createRoute({
  ...at("/documents/$id"),
  validateSearch: readerSearch,
  component: lazyRouteComponent(() => import("./pages/reader.tsx"), "ReaderPage"),
});
const card = createRoute({
  ...at("/documents/$id/card"),
  component: lazyRouteComponent(() => import("./pages/card.tsx"), "CardPage"),
});
const review = createRoute({
  ...at("/review"),
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import("./pages/review.tsx"), "ReviewPage"),
});
const versions = createRoute({
  ...at("/documents/$id/versions"),
  component: lazyRouteComponent(() => import("./pages/versions.tsx"), "VersionsPage"),
});
const clauses = createRoute({
  ...at("/documents/$id/clauses"),
  validateSearch: clausesSearch,
  component: lazyRouteComponent(() => import("./pages/clauses.tsx"), "ClausesPage"),
});
const schemes = createRoute({
  ...at("/documents/$id/schemes"),
  validateSearch: schemesSearch,
  component: lazyRouteComponent(() => import("./pages/schemes.tsx"), "SchemesPage"),
});
const facts = createRoute({
  ...at("/facts"),
  validateSearch: factsSearch,
  component: lazyRouteComponent(() => import("./pages/facts.tsx"), "FactsPage"),
});
const tryReading = createRoute({
  ...at("/try"),
  component: lazyRouteComponent(() => import("./pages/try.tsx"), "TryPage"),
});
const lineage = createRoute({
  ...at("/lineage"),
  validateSearch: lineageSearch,
  component: lazyRouteComponent(() => import("./pages/lineage.tsx"), "LineagePage"),
});
const chronicle = createRoute({
  ...at("/chronicle"),
  validateSearch: chronicleSearch,
  component: lazyRouteComponent(() => import("./pages/chronicle.tsx"), "ChroniclePage"),
});
const registers = createRoute({
  ...at("/registers"),
  component: lazyRouteComponent(() => import("./pages/registers.tsx"), "RegistersPage"),
});
const register = createRoute({
  ...at("/registers/$kind"),
  validateSearch: registerSearch,
  component: lazyRouteComponent(() => import("./pages/register.tsx"), "RegisterPage"),
});
const newEntry = createRoute({
  ...at("/registers/$kind/new"),
  validateSearch: newEntrySearch,
  component: lazyRouteComponent(() => import("./pages/new-entry.tsx"), "NewEntryPage"),
});
const entry = createRoute({
  ...at("/entries/$id"),
  validateSearch: entrySearch,
  component: lazyRouteComponent(() => import("./pages/entry.tsx"), "EntryPage"),
});
const place = createRoute({
  ...at("/places/$code"),
  component: lazyRouteComponent(() => import("./pages/place.tsx"), "PlacePage"),
});
const search = createRoute({
  ...at("/search"),
  validateSearch: wordsSearch,
  component: lazyRouteComponent(() => import("./pages/search.tsx"), "SearchPage"),
});
const gallery = createRoute({
  ...at("/gallery"),
  component: lazyRouteComponent(() => import("./pages/gallery.tsx"), "GalleryPage"),
});

/** 路由. Every page by its address; a new page is a file in `pages/` and a route here. */
export const router = createRouter({
  routeTree: root.addChildren([
    board,
    monitoring,
    indicator,
    documents,
    reader,
    card,
    versions,
    clauses,
    schemes,
    review,
    facts,
    tryReading,
    lineage,
    chronicle,
    registers,
    register,
    newEntry,
    entry,
    place,
    search,
    gallery,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultNotFoundComponent: MissingPage,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
