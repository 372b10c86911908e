/** The manifest of the elements: what Storybook, editors and the tests read. Generated, not checked in. */
export default {
  globs: ['src/elements/**/*.ts', 'src/ui/**/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  quiet: true,
};
