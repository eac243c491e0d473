/** The policy by which alone a worker may be started under Trusted Types: nothing but the files of our own workers. */
export function allowWorkerFiles(): void {
  if (allowed) return;
  allowed = true;
  window.trustedTypes.createPolicy('default', {
    createScriptURL: (address) => {
      const url = new URL(address, window.location.href);
      const isOwn = url.origin === window.location.origin;
      if (
        !isOwn ||
        !/\/(?:passages|carry|corpus|copy-index|patterns|export|staging)\.worker[\w.-]*\.(js|ts)$/.test(
          url.pathname,
        )
      ) {
        throw new TypeError('This script may not be started');
      }
      return address;
    },
  });
}

let allowed = false;
