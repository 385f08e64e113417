// Makes sure that what package-lock.json asks for is installed, and installs it when it is not.
// Runs on whatever Node the machine has, before ours is there: plain JavaScript, nothing imported
// but Node itself. `--all` also asks for what only building and testing need.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const all = process.argv.includes('--all');

const readPackages = (file) => JSON.parse(readFileSync(join(home, file), 'utf8')).packages || {};

/** Why an install is needed, or '' when everything is there. */
function reasonToInstall() {
  if (!existsSync(join(home, 'node_modules'))) return 'nothing is installed yet';
  let installed;
  try {
    installed = readPackages('node_modules/.package-lock.json');
  } catch {
    return 'the last install did not finish';
  }
  const wanted = readPackages('package-lock.json');
  for (const path of Object.keys(wanted)) {
    const reason = path === '' ? '' : reasonFor(path, wanted[path], installed[path]);
    if (reason !== '') return reason;
  }
  return '';
}

function reasonFor(path, wanted, installed) {
  const name = path.replace(/^.*node_modules\//, '');
  const skippable = wanted.optional || wanted.peer || (!all && (wanted.dev || wanted.devOptional));
  if (!installed) return skippable ? '' : name + ' is missing';
  if (installed.version !== wanted.version || installed.integrity !== wanted.integrity) {
    return name + ' ' + installed.version + ' is here, ' + wanted.version + ' is wanted';
  }
  return existsSync(join(home, path, 'package.json')) ? '' : name + ' was removed';
}

/** Runs npm with the Node that runs npm already, as an install replaces the one in node_modules. */
function install() {
  const npm = process.env.npm_execpath;
  const node = process.env.npm_node_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  const options = { cwd: home, stdio: ['ignore', 2, 2] };
  return npm && node && existsSync(node) && existsSync(npm)
    ? spawnSync(node, [npm, ...args], options)
    : spawnSync('npm', args, options);
}

const started = Date.now();
const reason = reasonToInstall();
if (reason !== '') {
  console.error('Installing with npm ci, as ' + reason + ' …');
  const result = install();
  if (result.error || result.status !== 0) {
    console.error('The install failed' + (result.error ? ': ' + result.error.message : '') + '.');
    console.error(
      'What to do: read the lines above, see that npm reaches its registry, try again.',
    );
    process.exit(result.status || 1);
  }
  console.error('Installed in ' + Math.round((Date.now() - started) / 1000) + ' s.');
}
if (
  !existsSync(join(home, 'node_modules', '.bin', 'node')) &&
  parseInt(process.versions.node) < 24
) {
  console.error('npm has no Node for this machine, and the one here is ' + process.version + '.');
  console.error('What to do: install Node 24 or newer from nodejs.org, then run this again.');
  process.exit(69);
}
