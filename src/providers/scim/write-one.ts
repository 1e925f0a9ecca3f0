/** Makes one change of one user or group, by whatever the service takes. */
import { isApiError } from '../../errors.js';
import type { Session } from './session.js';
import { sendWrite, isGroup, type Done, type Write } from './write.js';
import { createResource } from './write-create.js';
import { patchResource } from './write-patch.js';
import { putResource } from './write-put.js';
import { describe, explained } from './write-refusal.js';

export function makeChange(session: Session, write: Write): Promise<Done> {
  switch (write.method) {
    case 'POST':
      return createResource(session, write);
    case 'PATCH':
      return patchResource(session, write);
    case 'PUT':
      return putResource(session, write);
    case 'DELETE':
      return deleteResource(session, write);
  }
}

async function deleteResource(session: Session, write: Write): Promise<Done> {
  try {
    await sendWrite(session, write, 'safe');
    return {};
  } catch (error) {
    if (!isApiError(error)) throw error;
    if (error.status === 404) return { note: 'it was gone already' };
    if ((error.status === 405 || error.status === 501) && !isGroup(write.path)) {
      throw describe(error, error.message, 'Set removePeople to deactivate: the service deletes nobody.');
    }
    throw explained(error, write);
  }
}
