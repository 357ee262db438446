import { createMemoryStore } from './memory.js';
import { describeObjectStore } from '../test/conformance/object-store.js';

describeObjectStore('memory', async () => createMemoryStore());
