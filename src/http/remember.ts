/** Answers a read that was asked before with what came then: for a run that looks at one moment, and never writes. */
import type { HttpClient, HttpRequest, HttpResponse } from './client.js';

/** Only for a client that refuses to write. What failed is asked again. */
export function rememberReads(client: HttpClient): HttpClient {
  const answers = new Map<string, Promise<HttpResponse>>();
  return {
    counts: client.counts,
    request: async (request) => {
      const key = keyOf(request);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = client.request(request);
      answers.set(key, answer);
      answer.catch(() => answers.delete(key));
      return answer;
    },
  };
}

function keyOf({ method, path, body, form, headers, accept }: HttpRequest): string {
  return JSON.stringify([method, path, body, form, headers, accept]);
}
