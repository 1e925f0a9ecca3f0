import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A slow machine is no failure: what hangs is ended by CI.
    include: ['test/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    coverage: { include: ['src/**'], exclude: ['src/config/generated/**'] },
  },
});
