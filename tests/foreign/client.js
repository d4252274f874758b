// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

// A client in Node.js: posts a need, watches events, reads typed errors.
//
//   node client.js ADDRESS TOKEN PROTO_DIR...
//
// Uses @grpc/grpc-js. Ends with 0 if everything was as it should be.
'use strict';

const fs = require('fs');
const path = require('path');

const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');
const protobuf = require('protobufjs');

const [address, token, ...includeDirs] = process.argv.slice(2);
const definition = loader.loadSync(
  [
    'twinaid/v1/inventory_service.proto',
    'twinaid/v1/ledger_service.proto',
    'twinaid/v1/registry_service.proto',
  ],
  { includeDirs, keepCase: true, longs: String, enums: String, defaults: true }
);
const api = grpc.loadPackageDefinition(definition);

function check(what, isSo) {
  console.log((isSo ? 'ok    ' : 'WRONG ') + what);
  if (!isSo) process.exit(1);
}

function client(Service) {
  return new Service(address, grpc.credentials.createInsecure(), {
    'grpc.enable_http_proxy': 0,
  });
}

// What every call carries.
function metadataOf(headers) {
  const metadata = new grpc.Metadata();
  metadata.set('authorization', 'Bearer ' + token);
  for (const [key, value] of Object.entries(headers)) metadata.set(key, value);
  return metadata;
}

// Calls a unary method; resolves to {error, answer}.
function call(stub, method, request, headers = {}) {
  const metadata = metadataOf(headers);
  const deadline = new Date(Date.now() + 30000);
  return new Promise((resolve) =>
    stub[method](request, metadata, { deadline }, (error, answer) =>
      resolve({ error, answer })
    )
  );
}

// The typed details of an error, by the name of their message.
function detailsOf(error) {
  const bytes = error.metadata.get('grpc-status-details-bin')[0];
  const status = decode('google.rpc.Status', bytes);
  const details = {};
  for (const any of status.details) {
    const name = any.type_url.split('/').pop();
    details[name] = decode(name, any.value);
  }
  return details;
}

const root = new protobuf.Root();
root.resolvePath = (origin, target) =>
  includeDirs
    .map((dir) => path.join(dir, target))
    .find((full) => fs.existsSync(full)) || target;
root.loadSync(['google/rpc/error_details.proto', 'google/rpc/status.proto'], {
  keepCase: true,
});

function decode(name, bytes) {
  return root.lookupType(name).decode(bytes);
}

// The next `count` messages of a stream.
function take(stream, count) {
  return new Promise((resolve, reject) => {
    const messages = [];
    const onData = (message) => {
      messages.push(message);
      if (messages.length < count) return;
      stream.off('data', onData);
      stream.pause();
      resolve(messages);
    };
    stream.on('data', onData);
    stream.once('error', reject);
    stream.resume();
  });
}

async function main() {
  const registry = client(api.twinaid.v1.RegistryService);
  const inventory = client(api.twinaid.v1.InventoryService);
  const ledger = client(api.twinaid.v1.LedgerService);

  const stream = ledger.WatchEvents({}, metadataOf({}));
  const [up] = await take(stream, 1);
  check('the stream says that it is up', !up.event);

  await call(registry, 'CreatePlace', {
    place_id: 'js-wuxi',
    place: { kind: 'CITY', name_en: 'Wuxi', name_zh: '无锡市' },
  });
  await call(registry, 'CreateItem', {
    item_id: 'js-mask',
    item: { category: 'SUPPLIES', name_en: 'Mask' },
  });
  const request = {
    parent: 'places/js-wuxi',
    need_id: 'n1',
    need: { item: 'items/js-mask', quantity: 5000, urgency: 'CRITICAL' },
    request_id: 'js-1',
  };
  const made = await call(inventory, 'CreateNeed', request);
  check('the need is open', made.answer && made.answer.open === '5000');
  const again = await call(inventory, 'CreateNeed', request);
  check(
    'a repeated request has one effect',
    JSON.stringify(again.answer) === JSON.stringify(made.answer)
  );

  const seen = await take(stream, 3);
  check(
    'the stream has the three changes in order',
    seen.map((m) => m.event.type).join() ===
      'place.created,item.created,need.created'
  );
  stream.on('error', () => {}); // it ends as cancelled
  stream.cancel();

  const refused = await call(
    inventory,
    'CreateNeed',
    { parent: 'places/js-wuxi', need: { item: 'items/js-mask', quantity: 0 } },
    { 'accept-language': 'zh-CN' }
  );
  check(
    'a need of nothing is refused',
    refused.error && refused.error.code === grpc.status.INVALID_ARGUMENT
  );
  const details = detailsOf(refused.error);
  check(
    'the reason can be branched on',
    details['google.rpc.ErrorInfo'].reason === 'QUANTITY_OUT_OF_RANGE'
  );
  check(
    'the field is named',
    details['google.rpc.BadRequest'].field_violations[0].field ===
      'need.quantity'
  );
  const text = details['google.rpc.LocalizedMessage'];
  check('the text is Chinese: ' + text.message, text.locale === 'zh-CN');
  process.exit(0);
}

main();
