/**
 * @module A module that patches built-in objects, loaded without its patches to what the engine has. pdf.js' legacy
 * build replaces Array.prototype.push, JSON.parse and JSON.stringify, for the whole process, by slow copies in
 * JavaScript (core-js, for faults of older engines that touch nothing here). What it adds stays: it needs that.
 */

type Descriptors = Map<object, Map<PropertyKey, PropertyDescriptor>>;

/** Resolves like `load`; what it replaced in built-in objects is put back. */
export async function keepingNatives<T>(load: () => Promise<T>): Promise<T> {
  const before = builtIns();
  try {
    return await load();
  } finally {
    for (const [owner, properties] of before) {
      for (const [name, descriptor] of properties) {
        if (Object.getOwnPropertyDescriptor(owner, name)?.value !== descriptor.value)
          Object.defineProperty(owner, name, descriptor);
      }
    }
  }
}

/** The methods of every global constructor, its prototype, and the global namespaces (JSON, Math, Reflect). */
function builtIns(): Descriptors {
  const found: Descriptors = new Map();
  const take = (owner: unknown): void => {
    if ((typeof owner !== 'object' && typeof owner !== 'function') || owner === null || found.has(owner)) return;
    const methods = Object.entries(Object.getOwnPropertyDescriptors(owner)).filter(
      ([, { value, configurable }]) => typeof value === 'function' && configurable,
    );
    found.set(owner, new Map(methods));
  };
  for (const { value } of Object.values(Object.getOwnPropertyDescriptors(globalThis))) {
    // Accessors are the platform's own lazy parts: reading them would load those.
    if (value === globalThis) continue;
    take(value);
    if (typeof value === 'function') take(value.prototype);
  }
  return found;
}
