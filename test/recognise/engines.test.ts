import { describe, expect, it } from 'vitest';
import { createOcrEngine, engineNotice } from '../../pipeline/recognise/index.js';
import { createPpocr } from '../../pipeline/recognise/ppocr.js';
import { createTesseract } from '../../pipeline/recognise/tesseract.js';
import { ocrEngineConformance } from '../conformance/ocr-engine.js';

// onnxruntime-node is an optional dependency: a machine that cannot take it skips its suite, visibly.
const better = engineNotice() === null;
if (better) ocrEngineConformance('ppocr', createPpocr, 1);
else describe.skip('OCR engine ppocr (onnxruntime-node is not installed)', () => {});
ocrEngineConformance('tesseract', createTesseract, 0.95);

describe('the choice of an engine', () => {
  it('takes ppocr where it is installed and says so where it is not', async () => {
    const engine = await createOcrEngine('auto');
    try {
      expect(engine.name).toBe(better ? 'ppocr' : 'tesseract');
      if (!better) expect(engineNotice()).toContain('npm install onnxruntime-node');
    } finally {
      await engine.close();
    }
  });

  it('takes the engine that was asked for', async () => {
    const engine = await createOcrEngine('tesseract');
    expect(engine.name).toBe('tesseract');
    await engine.close();
  });
});
