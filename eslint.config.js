import tseslint from 'typescript-eslint'

export default tseslint.config(
  {
    // Browsers run what stands in `web` as JavaScript as it is: there are no types in it.
    ignores: [
      'node_modules/',
      'dist/',
      'dist.unfinished/',
      'data/',
      'coverage/',
      'eslint.config.js',
      'src/**/web/*.js',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Marked as deprecated only to stand out: for a provider of sign-in on this very computer, as tests run one.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      // node:test gives back promises that the runner itself awaits.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'describe', 'it', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
)
