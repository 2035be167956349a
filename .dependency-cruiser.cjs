/**
 * Who may import whom: domains -> platform -> (tlog, phi); `forms` is what server and pages share. `npm run lint` enforces it, and
 * scripts/dependency-rules.test.ts shows that each rule catches what it is for.
 */
const TESTS = '\\.(test|e2e)\\.tsx?$|(^|/)(testing|fixtures)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one module, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'tlog-and-phi-stand-alone',
      comment:
        'The log and its verifier, and the detection of identifiers, can be used and judged without the rest.',
      severity: 'error',
      from: { path: '^(tlog|phi|forms)/' },
      to: { path: '^(server|web|cli|bench|e2e|scripts|tlog|phi|forms)/', pathNot: '^$1/' },
    },
    {
      name: 'tlog-needs-nothing',
      comment:
        'Whoever verifies a log needs to trust Node and these files, and no package. Its tests may use more.',
      severity: 'error',
      from: { path: '^tlog/', pathNot: TESTS },
      to: { dependencyTypesNot: ['core'], pathNot: '^tlog/' },
    },
    {
      name: 'phi-needs-nothing',
      comment:
        'Whoever judges what is detected, and how, reads these files and no package. Its tests may use more.',
      severity: 'error',
      from: { path: '^phi/', pathNot: `${TESTS}|^phi/quality/` },
      to: { pathNot: '^phi/' },
    },
    {
      name: 'forms-need-nothing',
      comment: 'Server and pages judge answers by the same files, which bring no package along.',
      severity: 'error',
      from: { path: '^forms/', pathNot: TESTS },
      to: { pathNot: '^forms/' },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'What is about one domain belongs into it; what several share belongs into the platform.',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: TESTS },
      to: { path: '^server/', pathNot: '^server/platform/' },
    },
    {
      name: 'domains-meet-at-their-index',
      comment: "A domain's index.ts is what it offers; all else is its own.",
      severity: 'error',
      from: { path: '^server/domains/([^/]+)/' },
      to: {
        path: '^server/domains/([^/]+)/',
        pathNot: ['^server/domains/$1/', '^server/domains/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'only-the-composition-root-joins-parts',
      comment: 'Above the domains stand app.ts and main.ts, which see them through their index.ts.',
      severity: 'error',
      from: { path: '^server/[^/]+\\.ts$' },
      to: { path: '^server/domains/', pathNot: '^server/domains/[^/]+/index\\.ts$' },
    },
    {
      name: 'domains-know-nothing-above-them',
      severity: 'error',
      from: { path: '^server/domains/', pathNot: TESTS },
      to: { path: '^(server/[^/]+\\.ts$|server/testing/|cli/|web/|bench/|e2e/|scripts/)' },
    },
    {
      name: 'nothing-imports-main',
      comment: 'main.ts composes. The commands that start a server run it (and tests do); nothing uses it.',
      severity: 'error',
      from: { pathNot: ['^cli/(start|demo)\\.ts$', '^(bench|e2e)/', TESTS] },
      to: { path: '^server/main\\.ts$' },
    },
    {
      name: 'web-knows-the-api-alone',
      comment: "The web app's view of the server is the API's generated types in web/.",
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|cli|phi|bench|e2e|scripts)/' },
    },
    {
      name: 'cli-stays-outside-the-domains',
      comment:
        "Commands call what the server calls: the platform, a domain's index.ts, and what puts them together.",
      severity: 'error',
      from: { path: '^cli/', pathNot: TESTS },
      to: {
        path: '^(server|web|bench|e2e|scripts)/',
        pathNot: [
          '^server/platform/',
          '^server/domains/[^/]+/index\\.ts$',
          '^server/(app|main)\\.ts$',
          '^server/demo/',
        ],
      },
    },
    {
      name: 'auditors-need-tlog-alone',
      comment: 'The command that verifies an export runs anywhere, without the server.',
      severity: 'error',
      from: { path: '^cli/(audit-verify|verifying)\\.ts$' },
      to: { path: '^(server|web|cli)/', pathNot: '^cli/verifying\\.ts$' },
    },
    {
      name: 'no-tests-in-production',
      severity: 'error',
      from: { path: '^(server|cli|web|tlog|phi|forms)/', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'mail-leaves-at-one-place',
      comment:
        'Whatever is sent as e-mail goes through the gate before it: one file hands mail over, and no other.',
      severity: 'error',
      from: { path: '^(server|cli)/', pathNot: [TESTS, '^server/domains/mail/outbound/post\\.ts$'] },
      to: { path: '^node_modules/nodemailer/' },
    },
    {
      name: 'declared-packages-only',
      comment:
        'Each package that code uses is named in package.json (and in docs/dependencies.md with the reason).',
      severity: 'error',
      from: { path: '^(server|cli|web|tlog|phi|forms)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'undetermined'] },
    },
    {
      name: 'no-development-packages-in-the-server',
      severity: 'error',
      from: { path: '^(server|cli|tlog|phi|forms)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|data-demo|\\.cache|coverage)/' },
    moduleSystems: ['es6', 'cjs'],
    // Type-only imports count too: they are how a part comes to know another.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    skipAnalysisNotInRules: true,
  },
}
