import tseslint from 'typescript-eslint';

/** Only these folders and files may do I/O, read the clock or print; see "What may import what" in CONTRIBUTING.md. */
const edges = [
  'src/cli/**',
  'src/config/load.ts',
  'src/config/read-files.ts',
  'src/config/secrets.ts',
  'src/http/**',
  'src/apply/journal.ts',
  'src/apply/lock.ts',
  'src/sandbox/**',
];

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', 'src/config/generated/**', '**/*.mjs', '**/*.cjs', 'eslint.config.js'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: edges,
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['node:fs*', 'fs', 'node:http*', 'node:net', 'node:child_process'] },
      ],
      'no-restricted-globals': [
        'error',
        ...['fetch', 'process', 'console', 'setTimeout', 'setInterval', 'setImmediate'].map((name) => ({
          name,
          message: 'I/O, the environment and timers belong to the edges: pass it in.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is an input.' },
        { object: 'Math', property: 'random', message: 'Randomness is an input.' },
      ],
    },
  },
  {
    files: ['src/cli/**/*.ts', 'vitest.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
