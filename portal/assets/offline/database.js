/**
 * What the portal keeps on this device: a draft, reports that wait for the network, and those that were sent from here.
 * Where the browser keeps nothing, reading finds nothing and writing answers false.
 */
const stores = { draft: {}, outbox: { keyPath: "name" }, sent: { keyPath: "number" } };

let opening = null;

/** What is kept under a key, or undefined. */
export function read(store, key) {
  return attempt(store, "readonly", (kept) => kept.get(key), undefined);
}

/** Everything in a store. */
export function all(store) {
  return attempt(store, "readonly", (kept) => kept.getAll(), []);
}

/** Keeps a value; answers whether it is kept. */
export function write(store, value, key) {
  return attempt(store, "readwrite", (kept) => void kept.put(value, key), false, true);
}

/** Forgets what is kept under a key. */
export function remove(store, key) {
  return attempt(store, "readwrite", (kept) => void kept.delete(key), false, true);
}

/** Answers `done`, or what the request found, once the transaction is through; `otherwise` where it fails. */
async function attempt(store, mode, ask, otherwise, done) {
  try {
    const transaction = (await database()).transaction(store, mode);
    const request = ask(transaction.objectStore(store));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    return done ?? request.result;
  } catch {
    return otherwise;
  }
}

function database() {
  opening ??= open().catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("emapa", 1);
    request.onupgradeneeded = () => {
      for (const [name, options] of Object.entries(stores)) request.result.createObjectStore(name, options);
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onclose = () => (opening = null);
      request.result.onversionchange = () => {
        request.result.close();
        opening = null;
      };
      resolve(request.result);
    };
  });
}
