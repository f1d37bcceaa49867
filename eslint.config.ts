import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import { defineConfig, type Config } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Restricted imports for a folder: `[pattern, what to do instead]`. */
const arrows = (
  ...rules: readonly (readonly [pattern: string, instead: string])[]
): NonNullable<Config['rules']> => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { patterns: rules.map(([regex, message]) => ({ regex, message })) },
  ],
});

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name can be searched for.',
};

const appIsPure = 'app/ has no process in it: pass what it needs in from main (see BenchParts).';
const pageIsAlone = 'The page knows only app/ and itself: ask main through window.bench.';

export default defineConfig(
  { ignores: ['node_modules', 'out', 'dist', 'build', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Index signatures are read with brackets here: noPropertyAccessFromIndexSignature asks for it.
      '@typescript-eslint/dot-notation': 'off',
      // A function that ends in `return write(…)` is shorter than one with two lines and reads the same.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error', 'warn'] }],
      'max-lines': ['error', { max: 380, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    ignores: ['*.config.ts', 'e2e/playwright.config.ts'],
    rules: {
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-restricted-syntax': ['error', noDefaultExport],
    },
  },
  {
    files: ['app/**/*.ts'],
    ignores: ['app/**/*.test.ts'],
    rules: {
      ...arrows(
        ['^(electron|koffi|steamworks\\.js|react|zustand)', appIsPure],
        ['^node:', appIsPure],
        ['(^|/)(main|preload|renderer|e2e)/', 'Arrows point at app/, never out of it.'],
      ),
      'no-restricted-globals': [
        'error',
        ...[
          'setTimeout',
          'setInterval',
          'setImmediate',
          'process',
          'window',
          'document',
          'fetch',
          'performance',
          'Buffer',
        ].map((name) => ({ name, message: appIsPure })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is passed in: use the Clock.' },
        { object: 'Math', property: 'random', message: 'Chance is seeded: use the simulator’s generator.' },
      ],
    },
  },
  {
    files: ['main/**/*.ts'],
    rules: arrows(
      ['(^|/)(preload|renderer|e2e)/', 'main knows app/ only; the page is reached by the contract’s events.'],
      ['^koffi$', 'Only main/steam/flat-library.ts speaks to koffi: add the function there.'],
      ['^steamworks\\.js', 'Only main/steam/addon.ts loads the addon.'],
    ),
  },
  {
    files: ['main/steam/flat-library.ts', 'main/steam/addon.ts'],
    rules: arrows(['(^|/)(preload|renderer|e2e)/', 'main knows app/ only.']),
  },
  {
    files: ['main/**/*.ts'],
    ignores: ['main/ipc/electron-ipc.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noDefaultExport,
        {
          selector: 'ImportSpecifier[imported.name="ipcMain"]',
          message: 'Raw IPC belongs in main/ipc/electron-ipc.ts: declare a command in app/ipc/contract.ts.',
        },
        {
          selector: 'CallExpression[callee.property.name="send"][callee.object.property.name="webContents"]',
          message: 'Publish an event of app/ipc/contract.ts instead.',
        },
      ],
    },
  },
  {
    files: ['preload/**/*.ts'],
    rules: arrows(
      ['^node:', 'A sandboxed preload has no Node.'],
      ['(^|/)(main|renderer|e2e)/', 'The preload knows app/ipc only.'],
      ['app/(?!ipc/|outcome)', 'The preload knows app/ipc only.'],
    ),
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      ...arrows(
        ['^(electron|koffi|steamworks\\.js)', pageIsAlone],
        ['^node:', pageIsAlone],
        ['(^|/)(main|preload|e2e)/', pageIsAlone],
      ),
      'no-restricted-syntax': [
        'error',
        noDefaultExport,
        {
          selector: 'Identifier[name=/^(ipcRenderer|ipcMain)$/]',
          message: 'The page has no IPC: use window.bench.',
        },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': 'off',
      // Playwright asks for a destructured first parameter, also where a fixture takes nothing.
      'no-empty-pattern': 'off',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: globals.node },
  },
  prettier,
);
