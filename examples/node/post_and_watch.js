// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// Posts a need and follows what becomes of it, whatever fails on the way.
//
//   TWINAID_TOKEN=ID.SECRET node post_and_watch.js ADDRESS PROTO_DIR...
//
// The folders hold twinaid/v1/*.proto, google/api/*.proto and
// google/rpc/*.proto. Ends with 0 when the need was posted once and seen in the
// stream of events.
'use strict';

const crypto = require('crypto');
const fs = require('fs');
const path = require('path');

const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const protobuf = require('protobufjs');

const DEADLINE_MS = 10000; // every call says how long it waits
const ATTEMPTS = 30;
// Nothing sure is known of the call, or the server asks to come again.
const SEND_AGAIN = new Set([
  grpc.status.UNAVAILABLE,
  grpc.status.UNKNOWN,
  grpc.status.DEADLINE_EXCEEDED,
]);

const [address, ...includeDirs] = process.argv.slice(2);
const { twinaid } = grpc.loadPackageDefinition(
  loader.loadSync(
    [
      'twinaid/v1/inventory_service.proto',
      'twinaid/v1/ledger_service.proto',
      'twinaid/v1/registry_service.proto',
    ],
    { includeDirs, keepCase: true, longs: String, enums: String, oneofs: true }
  )
);

// The messages of typed errors.
const errors = new protobuf.Root();
errors.resolvePath = (origin, target) =>
  includeDirs
    .map((dir) => path.join(dir, target))
    .find((full) => fs.existsSync(full)) || target;
errors.loadSync(['google/rpc/error_details.proto', 'google/rpc/status.proto'], {
  keepCase: true,
});

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function connect(service) {
  // Loopback: beyond it use createSsl, a token travels along.
  return new twinaid.v1[service](address, grpc.credentials.createInsecure(), {
    'grpc.enable_http_proxy': 0,
  });
}

function headers() {
  const metadata = new grpc.Metadata();
  metadata.set('authorization', 'Bearer ' + process.env.TWINAID_TOKEN);
  metadata.set('accept-language', 'zh-CN');
  return metadata;
}

// The typed details of an error, by the name of their message.
function detailsOf(error) {
  const decode = (name, bytes) => errors.lookupType(name).decode(bytes);
  const [packed] = error.metadata.get('grpc-status-details-bin');
  const found = {};
  if (!packed) return found; // of the transport, not of the server
  for (const any of decode('google.rpc.Status', packed).details) {
    const name = any.type_url.split('/').pop();
    found[name] = decode(name, any.value);
  }
  return found;
}

// Milliseconds to wait; undefined where sending again is of no use.
function waitBeforeNext(error, attempt) {
  const asked = detailsOf(error)['google.rpc.RetryInfo'];
  if (asked) {
    const { seconds = 0, nanos = 0 } = asked.retry_delay;
    return Number(seconds) * 1000 + nanos / 1e6;
  }
  if (!SEND_AGAIN.has(error.code)) return undefined;
  return Math.min(2000, 50 * 2 ** attempt);
}

// One call, sent again until there is an answer or a refusal. A change has one
// request_id for all attempts, so that it has one effect though its answer be
// lost.
async function call(stub, method, request) {
  const type = stub[method].requestType ? stub[method].requestType.type : {};
  const fields = (type.field || []).map((field) => field.name);
  if (fields.includes('request_id') && !request.request_id) {
    request = { ...request, request_id: crypto.randomUUID() };
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await new Promise((resolve, reject) =>
        stub[method](
          request,
          headers(),
          { deadline: Date.now() + DEADLINE_MS },
          (error, answer) => (error ? reject(error) : resolve(answer))
        )
      );
    } catch (error) {
      const wait = waitBeforeNext(error, attempt);
      if (wait === undefined || attempt === ATTEMPTS) throw error;
      await pause(wait);
    }
  }
}

// Does what ended with ABORTED once more: somebody was faster, and nothing was
// done. A program that had read something reads it again first.
async function decideAnew(act) {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (error.code !== grpc.status.ABORTED) throw error;
    }
  }
}

// Creates what may be there already.
async function create(stub, method, request) {
  try {
    await decideAnew(() => call(stub, method, request));
  } catch (error) {
    if (error.code !== grpc.status.ALREADY_EXISTS) throw error;
  }
}

// Events, for ever and without a gap: goes on where a stream broke. Keep the
// token of the last event you have dealt with, and begin with it after a
// restart.
async function* watch(ledger, token = '') {
  for (;;) {
    const stream = ledger.WatchEvents(
      { resume_token: token, from_start: token === '' },
      headers()
    );
    try {
      for await (const message of stream) {
        token = message.resume_token;
        if (message.event) yield { event: message.event, token };
      }
    } catch (error) {
      const wait = waitBeforeNext(error, 1);
      if (wait === undefined) throw error;
      await pause(wait);
    } finally {
      stream.on('error', () => {}); // it ends as cancelled
      stream.cancel();
    }
  }
}

async function main() {
  const registry = connect('RegistryService');
  const inventory = connect('InventoryService');
  const ledger = connect('LedgerService');

  await create(registry, 'CreatePlace', {
    place_id: 'wuxi',
    place: { kind: 'CITY', name_en: 'Wuxi', name_zh: '无锡市' },
  });
  await create(registry, 'CreateItem', {
    item_id: 'mask',
    item: { category: 'SUPPLIES', name_en: 'Surgical mask' },
  });
  const parent = 'places/wuxi';
  const need = { item: 'items/mask', quantity: 5000, urgency: 'CRITICAL' };
  await create(inventory, 'CreateNeed', { parent, need_id: 'masks', need });
  const name = parent + '/needs/masks';
  const made = await call(inventory, 'GetNeed', { name });
  console.log(`posted ${made.name}: ${made.open} open`);

  for await (const { event, token } of watch(ledger)) {
    if (event.resource !== name) continue;
    console.log(`event ${event.seq}: ${event.type} ${event.resource}`);
    console.log('keep this token: ' + token);
    break;
  }

  try {
    need.quantity = 0;
    await decideAnew(() => call(inventory, 'CreateNeed', { parent, need }));
  } catch (error) {
    const details = detailsOf(error);
    const text = details['google.rpc.LocalizedMessage'].message;
    const { reason } = details['google.rpc.ErrorInfo'];
    const [{ field }] = details['google.rpc.BadRequest'].field_violations;
    console.log(`refused: ${text} (${reason}, ${field})`);
  }
  process.exit(0);
}

main();
