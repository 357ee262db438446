import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const hide = new URL('./without-onnx.mjs', import.meta.url).href;
const engines = new URL('../../dist/pipeline/recognise/engines.js', import.meta.url).href;

/** Runs a program in a process that cannot find onnxruntime-node; gives back what it prints. */
async function withoutOnnx(program: string): Promise<string> {
  const { stdout } = await run(
    process.execPath,
    ['--import', hide, '--input-type=module', '-e', `const m = await import(${JSON.stringify(engines)}); ${program}`],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)) },
  );
  return stdout.trim();
}

describe('a machine that cannot take onnxruntime-node', () => {
  it('reads with tesseract, and is told how to get the better engine', async () => {
    expect(
      await withoutOnnx(`const e = await m.createOcrEngine('auto'); console.log(e.name); await e.close();`),
    ).toBe('tesseract');
    expect(await withoutOnnx(`console.log(m.engineNotice())`)).toMatch(/tesseract.*npm install onnxruntime-node/);
  });

  it('refuses ppocr when it is asked for by name, and says what to install', async () => {
    const said = await withoutOnnx(
      `try { await m.createOcrEngine('ppocr'); console.log('loaded');` +
        ` } catch (e) { console.log(e.name + ': ' + e.message); }`,
    );
    expect(said).toMatch(/^OcrUnavailableError: .*onnxruntime-node.*npm install onnxruntime-node/);
  });
});
