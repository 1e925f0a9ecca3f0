// `npm run bench`: how long `validate`, `plan` and `apply` take, and how much memory, for organizations of 100, 1,000
// and 10,000 members; how long a federation of 5 and of 50 Atlas organizations takes; what the sandbox's SCIM takes; and the start-up of the CLI. Exits with 1 where a budget is exceeded. `--repeat N` measures each
// N times instead of 5. Needs Linux, a built dist, and a machine with little else to do.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { federationWorld, federationYaml } from './federation.mjs';
import { measure, median, time } from './measure.mjs';
import { changed, organizationOf, worldOf, writesBetween, yamlOf } from './organization.mjs';
import { startSandbox } from './sandbox.mjs';
import { groupSize, load, measureScim, removals, scimWorld } from './scim.mjs';

const binary = fileURLToPath(new URL('../../dist/cli/main.cjs', import.meta.url));
const sizes = [100, 1_000, 10_000];
const startRepeats = 21;
const federations = [5, 50];
const budgets = {
  growth: 12,
  planSeconds: 3,
  planMegabytes: 300,
  impactSeconds: 4,
  start: 3,
  federationGrowth: 12,
  federationSeconds: 5,
  federationReads: 3,
  scimRemovalMilliseconds: 500,
  scimLatencyMilliseconds: 100,
};

const repeats = repeatsFrom(process.argv.slice(2));
const folder = await mkdtemp(join(tmpdir(), 'orgwright-bench-'));
try {
  const rows = [];
  for (const size of sizes) rows.push(...(await measureSize(size)));
  printRows(rows);
  const atlas = [];
  for (const size of federations) atlas.push(await measureFederation(size));
  printFederations(atlas);
  const scim = await measureDirectory();
  printDirectory(scim);
  const start = await measureStart({});
  console.log(`\nstart, medians of ${startRepeats}: ${startText(start)}`);
  if (process.env.NODE_EXTRA_CA_CERTS !== undefined) {
    // Node reads these at every start, bare or not, which makes the ratio look better than it is elsewhere.
    const without = await measureStart({ NODE_EXTRA_CA_CERTS: '' });
    console.log(`without NODE_EXTRA_CA_CERTS (not judged): ${startText(without)}`);
  }
  console.log(`load of the machine at the end: ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores\n`);
  if (!printBudgets(rows, start, atlas, scim)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

function repeatsFrom([flag, value]) {
  if (flag === undefined) return 5;
  const number = Number(value);
  if (flag === '--repeat' && Number.isInteger(number) && number > 0) return number;
  console.error('usage: run.mjs [--repeat N]');
  process.exit(2);
}

/** The two versions take turns, so that each apply finds 1 % to change. */
async function measureSize(size) {
  const organization = organizationOf(size);
  const [world, impact, ...versions] = ['world.json', 'impact.yaml', 'as-it-is.yaml', 'changed.yaml'].map((name) =>
    join(folder, name),
  );
  await writeFile(world, worldOf(organization));
  await writeFile(versions[0], yamlOf(organization));
  await writeFile(versions[1], yamlOf(changed(organization)));
  // Everybody loses a login method.
  await writeFile(impact, yamlOf(changed(organization), ['google', 'github']));
  const sandbox = await startSandbox(binary, world);
  try {
    const orgwright = (...args) => measure([binary, ...args], { env: sandbox.env, cwd: folder });
    await checkPlan(orgwright, versions[0], 0);
    const runs = { validate: [], impact: [], plan: [], apply: [] };
    for (let turn = 1; turn <= repeats; turn += 1) {
      const yaml = versions[turn % 2];
      if (turn === 1) await checkPlan(orgwright, yaml, writesBetween(organization));
      runs.validate.push(await orgwright('validate', yaml));
      runs.plan.push(await orgwright('plan', yaml));
      runs.impact.push(await orgwright('plan', impact));
      runs.apply.push(await orgwright('apply', '-auto-approve', yaml));
    }
    await checkPlan(orgwright, versions[repeats % 2], 0);
    return Object.entries(runs).map(([command, all]) => ({
      size,
      command,
      wall: median(all.map(({ wall }) => wall)),
      cpu: median(all.map(({ cpu }) => cpu)),
      peak: median(all.map(({ peak }) => peak)),
    }));
  } finally {
    await sandbox.stop();
  }
}

/** Plans of a federation: with mappings alone, whose reads are promised, and with members and one change each. */
async function measureFederation(size) {
  const [world, mappings, changed] = ['federation.json', 'mappings.yaml', 'people.yaml'].map((name) =>
    join(folder, name),
  );
  await writeFile(world, federationWorld(size));
  await writeFile(mappings, federationYaml(size, { changes: false, members: false }));
  await writeFile(changed, federationYaml(size, { changes: true, members: true }));
  const sandbox = await startSandbox(binary, world);
  try {
    const orgwright = (...args) => measure([binary, ...args], { env: sandbox.env, cwd: folder });
    await fetch(`${sandbox.url}/_sandbox/requests`, { method: 'DELETE' });
    await checkPlan(orgwright, mappings, 0);
    const { totals } = await (await fetch(`${sandbox.url}/_sandbox/requests`)).json();
    await checkPlan(orgwright, changed, size);
    const runs = [];
    for (let turn = 0; turn < repeats; turn += 1) runs.push(await orgwright('plan', changed));
    return {
      size,
      reads: totals.reads,
      wall: median(runs.map(({ wall }) => wall)),
      cpu: median(runs.map(({ cpu }) => cpu)),
      peak: median(runs.map(({ peak }) => peak)),
    };
  } finally {
    await sandbox.stop();
  }
}

async function measureDirectory() {
  const world = join(folder, 'scim.json');
  await writeFile(world, scimWorld());
  const sandbox = await startSandbox(binary, world, join(folder, 'scim-data'));
  try {
    return await measureScim(sandbox, repeats);
  } finally {
    await sandbox.stop();
  }
}

/** What is measured must be the real work: a complete plan with exactly the writes that the difference takes. */
async function checkPlan(orgwright, yaml, writes) {
  const { complete, operations, diagnostics } = JSON.parse((await orgwright('plan', '-json', yaml)).stdout);
  if (complete && operations.length === writes && diagnostics.length === 0) return;
  throw new Error(
    `A plan has ${operations.length} operations (expected ${writes}), complete: ${complete}, ` +
      `diagnostics: ${JSON.stringify(diagnostics).slice(0, 1000)}`,
  );
}

async function measureStart(env) {
  const yaml = join(folder, 'small.yaml');
  await writeFile(yaml, yamlOf(organizationOf(20)));
  const node = [];
  const validate = [];
  for (let turn = 0; turn < startRepeats; turn += 1) {
    node.push(await time(['-e', '0'], { env, cwd: folder }));
    validate.push(await time([binary, 'validate', yaml], { env, cwd: folder }));
  }
  return { node: median(node), validate: median(validate) };
}

function startText({ node, validate }) {
  return `bare node ${milliseconds(node)}, validate of a small file ${milliseconds(validate)}, ${(validate / node).toFixed(1)} times`;
}

function printRows(rows) {
  console.log(`medians of ${repeats}\n`);
  console.log(['members', 'command', 'wall s', 'CPU s', 'peak MB'].map(cell).join(''));
  for (const { size, command, wall, cpu, peak } of rows) {
    console.log([String(size), command, wall.toFixed(2), cpu.toFixed(2), peak.toFixed(0)].map(cell).join(''));
  }
}

function printFederations(atlas) {
  console.log(`\n${['Atlas', 'command', 'wall s', 'CPU s', 'peak MB', 'reads'].map(cell).join('')}`);
  for (const { size, wall, cpu, peak, reads } of atlas) {
    console.log(
      [String(size), 'plan', wall.toFixed(2), cpu.toFixed(2), peak.toFixed(0), String(reads)].map(cell).join(''),
    );
  }
}

function printDirectory({ slowest, latency }) {
  console.log(`\nSCIM: ${removals} members of ${groupSize} removed by one PATCH, the slowest of ${repeats}`);
  for (const [way, value] of Object.entries(slowest)) console.log(`  ${way.padEnd(32)} ${value.toFixed(0)} ms`);
  const { half, most } = latency;
  console.log(
    `SCIM: ${load.perSecond} requests a second for ${load.seconds} s: half take ${half.toFixed(1)} ms, 99 of 100 ${most.toFixed(1)} ms`,
  );
}

function cell(text) {
  return text.padStart(10);
}

/** Whether all are kept. */
function printBudgets(rows, start, [few, many], scim) {
  const at = (size, command) => rows.find((row) => row.size === size && row.command === command);
  const growth = ['validate', 'plan', 'impact', 'apply'].map((command) => ({
    what: `${command}: time at 10,000 over time at 1,000`,
    value: at(10_000, command).wall / at(1_000, command).wall,
    limit: budgets.growth,
  }));
  const plan = at(10_000, 'plan');
  const results = [
    ...growth,
    { what: 'plan of 10,000 members, seconds', value: plan.wall, limit: budgets.planSeconds },
    { what: 'plan of 10,000 members, MB', value: plan.peak, limit: budgets.planMegabytes },
    {
      what: 'plan that concerns all 10,000, seconds',
      value: at(10_000, 'impact').wall,
      limit: budgets.impactSeconds,
    },
    { what: 'Atlas: time of 50 organizations over 5', value: many.wall / few.wall, limit: budgets.federationGrowth },
    { what: 'Atlas: plan of 50 organizations, seconds', value: many.wall, limit: budgets.federationSeconds },
    { what: 'Atlas: reads of 50 with 20 mappings each', value: many.reads, limit: budgets.federationReads },
    {
      what: 'SCIM: 1,000 of 10,000 members removed, ms',
      value: Math.max(...Object.values(scim.slowest)),
      limit: budgets.scimRemovalMilliseconds,
    },
    { what: 'SCIM: 99 of 100 requests, ms', value: scim.latency.most, limit: budgets.scimLatencyMilliseconds },
    { what: 'validate of a small file over bare node', value: start.validate / start.node, limit: budgets.start },
  ].map((result) => ({ ...result, isKept: result.value <= result.limit }));
  for (const { what, value, limit, isKept } of results) {
    console.log(`${isKept ? 'ok  ' : 'OVER'}  ${what.padEnd(42)} ${value.toFixed(2).padStart(7)} of ${limit}`);
  }
  return results.every(({ isKept }) => isKept);
}

function milliseconds(seconds) {
  return `${(seconds * 1000).toFixed(0)} ms`;
}
