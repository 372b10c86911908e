import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/** What would make a rule depend on when, where or how often it is run. */
const impureGlobals = ['fetch', 'document', 'window', 'navigator', 'localStorage', 'crypto'].map(
  (name) => ({
    name,
    message: 'The rules know no page, network or randomness: take it as an argument.',
  }),
);

const impureSyntax = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The rules know no clock: take the instant as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The rules know no clock: take the instant as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The rules know no randomness: take the value as an argument.',
  },
];

/** What a strict Content Security Policy with Trusted Types refuses. */
const unsafeSyntax = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Blocked by Trusted Types: render it with a template.',
  },
  {
    selector: 'TemplateElement[value.raw=/[^-.a-z]style=/]',
    message: 'Blocked by a strict Content Security Policy: use static styles or .style=${…}.',
  },
];

const restrictedImports = {
  paths: [
    {
      name: 'zod',
      message: "Use import * as z from 'zod/mini': it is small and evaluates no code.",
    },
    { name: 'lit/directives/style-map.js', message: 'Its first render breaks a strict CSP.' },
    { name: 'lit/directives/unsafe-html.js', message: 'Host strings are text.' },
    { name: 'lit/directives/unsafe-svg.js', message: 'Host strings are text.' },
  ],
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'storybook-static/', '.cache/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(
        ['process', 'console', 'URL', 'setTimeout', 'clearTimeout', 'performance', 'module'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    // The one thing the kit says to developers: another version of it holds a tag.
    files: ['src/define-element.ts'],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', restrictedImports],
      'no-restricted-syntax': ['error', ...unsafeSyntax],
    },
  },
  {
    // An inferred lit template names lit-html in the declarations, which a strict host has not installed.
    files: ['src/ui/**/*.ts', 'src/elements/**/*.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' },
  },
  {
    files: ['src/domain/**/*.ts', 'src/billing/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-syntax': ['error', ...unsafeSyntax, ...impureSyntax],
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'demo/**/*.ts', 'test/**/*.browser.test.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      litA11y.configs.recommended,
    ],
    settings: { litHtmlSources: true },
    rules: {
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-private-properties': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/prefer-static-styles': 'error',
      'wc/guard-super-call': 'off',
      'wc/no-constructor-params': 'error',
      'wc/no-invalid-extends': 'error',
      'wc/no-typos': 'error',
      'wc/require-listener-teardown': 'error',
    },
  },
  {
    files: ['test/**', 'demo/**', 'stories/**', '.storybook/**', '*.{js,mjs,cjs,ts}'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['test/**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(skip|only|todo|skipIf)$/]',
          message: 'Every test runs.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^(waitForTimeout|sleep)$/]',
          message: 'Wait for what the test needs, not for time.',
        },
      ],
    },
  },
);
