/**
 * Preloaded into a child: this process finds no onnxruntime-node, as on a machine where the optional package was not
 * installed.
 */
import Module, { register } from 'node:module';

const MISSING = 'onnxruntime-node';
const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveFilename(request, ...rest) {
  if (request === MISSING || request.startsWith(`${MISSING}/`))
    throw Object.assign(new Error(`Cannot find module '${request}'`), { code: 'MODULE_NOT_FOUND' });
  return resolve.call(this, request, ...rest);
};
register(
  `data:text/javascript,${encodeURIComponent(`export async function resolve(specifier, context, next) {
  const missing = () =>
    Object.assign(new Error("Cannot find package '${MISSING}'"), { code: 'ERR_MODULE_NOT_FOUND' });
  if (specifier === '${MISSING}') throw missing();
  return next(specifier, context);
}`)}`,
);
