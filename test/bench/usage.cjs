// Preloaded into a measured process (`node --require`): writes what it has used to the file descriptor 3 as it ends.
// Linux only: VmHWM is this program's own peak, whereas getrusage's counts the memory of whoever started it too.
const { readFileSync, writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: Number(peak) / 1024 }));
});
