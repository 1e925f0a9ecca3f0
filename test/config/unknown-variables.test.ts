import { expect, it } from 'vitest';
import { unknownVariables } from '../../src/config/unknown-variables.js';

it('reports variables with our prefix that nobody knows, with the nearest known name', () => {
  const env = {
    ORGWRIGHT_ALLOWED_HOST: 'x',
    ORGWRIGHT_RATE_LIMIT: 'off',
    ORGWRIGHT_MY_TOKEN: 'x',
    ORGWRIGHT_UNSET: undefined,
    OTHER: 'x',
  };
  const problems = unknownVariables(env, { variables: new Set(['ORGWRIGHT_MY_TOKEN']) });
  expect(problems.map(({ summary, hint }) => `${summary} ${hint ?? ''}`)).toEqual([
    'The environment variable ORGWRIGHT_ALLOWED_HOST is not one of ours. Did you mean `ORGWRIGHT_ALLOWED_HOSTS`?',
  ]);
});
