/**
 * @module OpenTelemetry of the queue, off unless asked for: spans and metrics go to whatever SDK the process was
 * started with.
 */
import type { Telemetry } from 'bullmq';
import { PIPELINE_VERSION } from '../pipeline/versions.js';

/**
 * Start node with `--import @opentelemetry/auto-instrumentations-node/register`, or any other SDK; without one
 * nothing is sent.
 */
export async function createTelemetry(): Promise<Telemetry> {
  const { BullMQOtel } = await import('bullmq-otel');
  return new BullMQOtel({
    tracerName: 'gongkai',
    meterName: 'gongkai',
    version: PIPELINE_VERSION,
    enableMetrics: true,
  });
}
