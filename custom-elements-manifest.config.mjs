/** Names the modules a host can load: the manifest is published with dist/, not with src/. */
function publishedPaths() {
  const published = (path) => path?.replace(/^\/?src\/(.*)\.(ts|js)$/, 'dist/$1.js');
  return {
    name: 'published-paths',
    packageLinkPhase({ customElementsManifest }) {
      const visit = (node) => {
        if (typeof node !== 'object' || node === null) return;
        for (const key of ['path', 'module']) {
          if (typeof node[key] === 'string') node[key] = published(node[key]);
        }
        Object.values(node).forEach(visit);
      };
      visit(customElementsManifest);
    },
  };
}

/** Drops what the analyzer takes for an event where an event is dispatched whose name is a variable. */
function documentedEvents() {
  return {
    name: 'documented-events',
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations = [] } of customElementsManifest.modules) {
        for (const declaration of declarations) {
          declaration.events = declaration.events?.filter(({ name }) => name.includes('-'));
        }
      }
    },
  };
}

/** The manifest of the elements: what Storybook, editors and the tests read. Generated, not checked in. */
export default {
  globs: ['src/elements/**/*.ts', 'src/ui/**/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [publishedPaths(), documentedEvents()],
};
