/**
 * @module A real S3 server for tests: Ceph's radosgw over one monitor, one manager and one OSD that keeps its objects
 * in memory. Everything listens on 127.0.0.1 with ports and folders of its own; starting takes about 12 seconds.
 */
import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { createWorkFolder } from '../../pool/work-folder.js';
import { type Daemon, startDaemon, untilReady } from './daemon.js';
import { freePorts } from './ports.js';

const run = promisify(execFile);

// A reminder to move to Node 22, printed into every test run that has an S3 client.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

export interface CephServer {
  /** http://127.0.0.1:PORT, path-style addressing. */
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The AWS_* variables with which any S3 client of a child process finds the server. */
  readonly env: Record<string, string>;
  /** Bucket names need at least three characters. */
  createBucket(name: string): Promise<void>;
  /** Ends the gateway only: clients meet a refused connection, the objects stay. */
  pause(): Promise<void>;
  /** Starts the gateway again on the same port. */
  resume(): Promise<void>;
  /** Ends every daemon and removes its folders. Safe to call twice. */
  stop(): Promise<void>;
}

const TOOLS = ['ceph-mon', 'ceph-mgr', 'ceph-osd', 'radosgw', 'radosgw-admin', 'ceph', 'monmaptool'];

/**
 * True when Debian's ceph-mon, ceph-mgr, ceph-osd, radosgw and ceph-common are there; suites are skipped visibly
 * otherwise.
 */
export const cephInstalled: boolean = TOOLS.every((tool) => spawnSync('which', [tool]).status === 0);

const configuration = (dir: string, fsid: string, monPort: number, s3Port: number) => `[global]
fsid = ${fsid}
mon_host = [v1:127.0.0.1:${monPort}]
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
ms_bind_msgr2 = false
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
run_dir = ${dir}
admin_socket = ${dir}/$name.asok
pid_file =
log_file = ${dir}/$name.log
keyring = ${dir}/keyring
# One OSD holds the only copy: nothing to replicate, nothing to balance.
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 4
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_warn_on_pool_no_redundancy = false
mon_max_pg_per_osd = 1000
osd_objectstore = memstore
memstore_device_bytes = 4294967296
mgr_initial_modules =
[mon]
mon_data = ${dir}/mon
[mgr]
mgr_data = ${dir}/mgr
[osd]
osd_data = ${dir}/osd
[client.rgw]
rgw_frontends = beast endpoint=127.0.0.1:${s3Port}
rgw_thread_pool_size = 64
`;

/**
 * One step of starting takes 1 to 8 s; three attempts of every step stay within the suites' hook timeout in all but
 * hopeless cases.
 */
const STEP_MS = 25_000;

/**
 * Up to three attempts of one step. Ceph 16 has a race of its own (about one start in twenty on a busy machine): a
 * client's first command may go out before the monitor's map has come in, with an fsid of zeros; the monitor answers
 * EPERM "wrong fsid", and that daemon never joins. A new attempt is the only cure a client has; it is reported, not
 * hidden.
 */
async function insist<T>(step: string, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries === 3) throw error;
      console.warn(`${step}: attempt ${tries} failed, trying again: ${(error as Error).message.slice(0, 300)}`);
    }
  }
}

export async function startCeph(): Promise<CephServer> {
  const folder = createWorkFolder('ceph');
  const dir = folder.path;
  const [monPort, s3Port] = (await freePorts(2)) as [number, number];
  const conf = join(dir, 'ceph.conf');
  const fsid = randomUUID();
  const daemons: Daemon[] = [];
  let gateway: Daemon | null = null;
  const teardown = async () => {
    if (gateway) await gateway.stop('SIGKILL');
    await Promise.all(daemons.map((daemon) => daemon.stop('SIGKILL')));
    await folder.remove();
  };
  const daemon = (command: string, args: string[]) => startDaemon(command, ['-c', conf, '-f', ...args], { cwd: dir });
  const admin = async (command: string, args: string[]) =>
    (await run(command, ['-c', conf, ...args], { cwd: dir, timeout: STEP_MS })).stdout;
  const endpoint = `http://127.0.0.1:${s3Port}`;
  /** Starts a daemon that is taken down again where it does not get ready. */
  const bring = (command: string, args: string[], ready: (started: Daemon) => Promise<boolean>) =>
    insist(command, async () => {
      const started = daemon(command, args);
      try {
        await untilReady(command, started, () => ready(started), STEP_MS);
        return started;
      } catch (error) {
        await started.stop('SIGKILL');
        throw error;
      }
    });
  const startGateway = async () => {
    gateway = await bring(
      'radosgw',
      ['-n', 'client.rgw'],
      async () => (await fetch(endpoint, { signal: AbortSignal.timeout(2000) })).status < 500,
    );
  };

  try {
    await Promise.all(['mon', 'mgr', 'osd'].map((name) => mkdir(join(dir, name))));
    await writeFile(conf, configuration(dir, fsid, monPort, s3Port));
    await run('monmaptool', [
      '--create',
      '--fsid',
      fsid,
      '--addv',
      'a',
      `[v1:127.0.0.1:${monPort}]`,
      join(dir, 'monmap'),
    ]);
    await run('ceph-mon', ['-c', conf, '--mkfs', '-i', 'a', '--monmap', join(dir, 'monmap')]);
    const monitor = daemon('ceph-mon', ['-i', 'a']);
    daemons.push(monitor);
    await untilReady('ceph-mon', monitor, async () =>
      (await admin('ceph', ['--connect-timeout', '5', 'quorum_status'])).includes('"quorum_names"'),
    );
    daemons.push(daemon('ceph-mgr', ['-i', 'a']));
    const osdUuid = randomUUID();
    const osdId = await insist('ceph osd new', async () => (await admin('ceph', ['osd', 'new', osdUuid])).trim());
    await run('ceph-osd', ['-c', conf, '-i', osdId, '--mkfs', '--osd-uuid', osdUuid]);
    daemons.push(
      await bring('ceph-osd', ['-i', osdId], async (osd) => {
        if (osd.output().includes('wrong fsid')) await osd.stop('SIGKILL');
        return JSON.parse(await admin('ceph', ['osd', 'stat', '--format', 'json'])).num_up_osds === 1;
      }),
    );
    const key = { accessKeyId: 'gongkaitest', secretAccessKey: randomUUID().replaceAll('-', '') };
    await insist('radosgw-admin', () =>
      admin('radosgw-admin', [
        'user',
        'create',
        '--uid',
        'test',
        '--display-name',
        'test',
        '--access-key',
        key.accessKeyId,
        '--secret-key',
        key.secretAccessKey,
      ]),
    );
    await startGateway();
    const region = 'us-east-1';
    let stopped: Promise<void> | null = null;
    return {
      endpoint,
      region,
      ...key,
      env: {
        AWS_ENDPOINT_URL_S3: endpoint,
        AWS_ENDPOINT_URL: endpoint,
        AWS_REGION: region,
        AWS_ACCESS_KEY_ID: key.accessKeyId,
        AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
      },
      async createBucket(name) {
        const client = new S3Client({ endpoint, region, credentials: key, forcePathStyle: true });
        try {
          await client.send(new CreateBucketCommand({ Bucket: name }));
        } finally {
          client.destroy();
        }
      },
      async pause() {
        await gateway?.stop('SIGKILL');
      },
      resume: startGateway,
      stop: () => (stopped ??= teardown()),
    };
  } catch (error) {
    const outputs = daemons.map((each) => each.output()).join('\n');
    await teardown();
    throw new Error(`The S3 server for tests did not start: ${(error as Error).message}\n${outputs}`, {
      cause: error,
    });
  }
}
