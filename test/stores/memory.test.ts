import { createMemoryStore } from '../../stores/memory.js';
import { describeObjectStore } from '../conformance/object-store.js';

describeObjectStore('memory', async () => createMemoryStore());
