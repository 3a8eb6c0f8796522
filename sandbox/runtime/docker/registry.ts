import { type Sandbox } from '../../operation.ts';
import { issuePassword, registryLink } from '../../registry/state.ts';
import { type RegistryAccess } from './pulls.ts';

/** The registry that runs for a world, as soon as one does, with the log-in that GetAuthorizationToken gives. */
export function sandboxRegistry(sandbox: Pick<Sandbox, 'world' | 'clock'>): () => RegistryAccess | null {
  return () => {
    const link = registryLink(sandbox.world);
    if (!link) return null;
    const credentials = () => ({ username: 'AWS', password: issuePassword(sandbox).password });
    return { host: link.host, credentials };
  };
}
