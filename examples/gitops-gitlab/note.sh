#!/bin/sh
# Keeps one note on the merge request: the newest plan. CI_JOB_TOKEN may not write notes, so it takes NOTE_TOKEN, a project
# access token with the role Reporter and the scope api. Its own note is the one that begins with the hidden marker.
set -eu

: "${NOTE_TOKEN:?there is no NOTE_TOKEN to write a note with}"

NOTE_FILE="$1" exec node --input-type=module - <<'PROGRAM'
import { readFileSync } from 'node:fs';

const { CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID, NOTE_FILE, NOTE_TOKEN } = process.env;
const notes = `${CI_API_V4_URL}/projects/${CI_PROJECT_ID}/merge_requests/${CI_MERGE_REQUEST_IID}/notes`;
const body = readFileSync(NOTE_FILE, 'utf8');
const marker = body.slice(0, body.indexOf('\n'));

async function call(method, url, content) {
  const response = await fetch(url, {
    method,
    headers: { 'private-token': NOTE_TOKEN, 'content-type': 'application/json' },
    ...(content && { body: JSON.stringify(content) }),
  });
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname}: ${response.status}`);
  return response.json();
}

async function ownNote() {
  const { id: self } = await call('GET', `${CI_API_V4_URL}/user`);
  for (let page = 1; ; page += 1) {
    const some = await call('GET', `${notes}?per_page=100&page=${page}`);
    const own = some.find((note) => note.author.id === self && note.body.startsWith(marker));
    if (own !== undefined || some.length < 100) return own;
  }
}

if (!marker.startsWith('<!-- orgwright:plan:')) throw new Error(`${NOTE_FILE} holds no plan`);
const own = await ownNote();
if (own === undefined) await call('POST', notes, { body });
else await call('PUT', `${notes}/${own.id}`, { body });
PROGRAM
