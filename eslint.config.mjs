import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const limits = (file, fn, complexity = 16) => ({
  complexity: ['error', { max: complexity, variant: 'modified' }],
  'max-lines': ['error', { max: file, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: fn, skipBlankLines: true, skipComments: true }],
});

/** Properties put side by side only to have them on one line are written out. */
const GOLF = {
  selector:
    ':matches(ObjectExpression > SpreadElement, JSXSpreadAttribute) > ObjectExpression, ArrayExpression > SpreadElement > ArrayExpression',
  message: 'Write the properties out, one a line.',
};

export default defineConfig(
  globalIgnores([
    'locales/paths.ts', // made
    '**/dist/**',
    '**/built/**',
    '**/*.config.mts',
    '.cache/**',
    'look/**',
    'test-results/**',
    'playwright-report/**',
    'coverage/**',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './static/tsconfig.json',
          './sandbox/tsconfig.json',
          './sandbox/pages/tsconfig.json',
          './tests/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...limits(200, 40),
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // To leave a part of an object out is to name it.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', GOLF],
    },
  },
  {
    name: 'the domain does no I/O and takes the time as an argument',
    files: ['src/domain/**'],
    rules: {
      'no-restricted-globals': ['error', 'fetch', 'process', 'setTimeout', 'setInterval', 'crypto'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
      ],
      'no-restricted-syntax': [
        'error',
        GOLF,
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Take the moment as an argument.',
        },
      ],
    },
  },
  {
    name: 'components are markup: a little longer is still one idea',
    files: ['**/*.tsx'],
    extends: [reactHooks.configs.flat.recommended],
    // Each default of a prop and each part that may be missing counts as a branch.
    rules: limits(200, 70, 18),
  },
  {
    name: 'a test file is a list of sentences',
    files: ['tests/**', 'bench/**', 'scripts/**', '*.config.ts'],
    rules: { ...limits(400, 400), 'no-console': 'off' },
  },
  { files: ['sandbox/main.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.mjs', '**/*.cjs', '**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
  {
    name: 'scripts that run before anything is installed',
    files: ['scripts/**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        URL: 'readonly',
        setInterval: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
