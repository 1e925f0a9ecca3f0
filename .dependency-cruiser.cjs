/** What may import what; the reasons stand in CONTRIBUTING.md. */
const rule = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to });

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    rule('core-is-pure', '^src/core/', { path: '^src/', pathNot: '^src/(core/|errors\\.ts$)' }),
    rule('config-knows-core-only', '^src/config/', { path: '^src/', pathNot: '^src/(config/|core/|errors\\.ts$)' }),
    rule('http-knows-no-vendor', '^src/http/', { path: '^src/', pathNot: '^src/(http/|core/|errors\\.ts$)' }),
    rule('apply-knows-no-vendor', '^src/apply/', { path: '^src/', pathNot: '^src/(apply/|core/|errors\\.ts$)' }),
    rule('plan-files-know-core-only', '^src/plan-file/', {
      path: '^src/',
      pathNot: '^src/(plan-file/|core/|errors\\.ts$)',
    }),
    rule('snapshots-only-tell-reads', '^src/snapshot/', {
      path: '^src/',
      pathNot: '^src/(snapshot/|core/|http/is-read\\.ts$|errors\\.ts$)',
    }),
    {
      name: 'plan-files-and-snapshots-are-pure',
      severity: 'error',
      from: { path: '^src/(plan-file|snapshot)/' },
      to: { path: '^(node:)?(fs|net|http|https|child_process|dns|tls|process)(/|$)' },
    },
    rule('providers-see-core-and-http', '^src/providers/', {
      path: '^src/',
      pathNot: '^src/(providers/|core/|http/|config/generated/|errors\\.ts$)',
    }),
    {
      name: 'providers-do-not-see-each-other',
      severity: 'error',
      from: { path: '^src/providers/([^/]+)/' },
      to: { path: '^src/providers/[^/]+/', pathNot: '^src/providers/$1/' },
    },
    rule('sandbox-stands-alone', '^src/sandbox/', { path: '^src/', pathNot: '^src/sandbox/' }),
    rule('nobody-imports-cli', '^src/(?!cli/)', { path: '^src/cli/' }),
    rule('nobody-imports-tests', '^src/', { path: '^test/' }),
    rule('yaml-lives-in-config', '^src/(?!config/|sandbox/)', { path: '^node_modules/yaml/' }),
    rule('ajv-lives-in-config', '^src/(?!config/|sandbox/)', { path: '^node_modules/ajv/' }),
    rule('diff-and-ora-live-in-cli', '^src/(?!cli/)', { path: '^node_modules/(diff|ora)/' }),
    rule('oclif-lives-in-one-file', '^src/(?!cli/oclif\\.ts$)', { path: '^node_modules/@oclif/' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
