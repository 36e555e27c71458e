// Drives a running HubSpot sandbox with HubSpot's own client, as a judge who has never read our code.
//
// Usage: node drive.mjs http://127.0.0.1:<port> < keys.json
// keys.json: {"clientId", "clientSecret", "refreshToken",
//             "webhooks": [{"target", "timestamp", "signature", "body"}]}
import assert from 'node:assert/strict';
import { Client, Signature } from '@hubspot/api-client';

const basePath = process.argv[2];
const keys = JSON.parse(await text(process.stdin));
const client = new Client({ basePath });
let failures = 0;

async function text(stream) {
  let all = '';
  for await (const part of stream.setEncoding('utf8')) all += part;
  return all;
}

async function check(sentence, body) {
  try {
    const result = await body();
    console.log(`ok      ${sentence}`);
    return result;
  } catch (error) {
    failures++;
    console.log(`FAILED  ${sentence}: ${error.message}`);
    return undefined;
  }
}

await check('a refresh token buys an access token', async () => {
  const tokens = await client.oauth.tokensApi.create(
    'refresh_token', undefined, undefined, keys.clientId, keys.clientSecret, keys.refreshToken);
  assert.equal(tokens.tokenType, 'bearer');
  assert.equal(tokens.expiresIn, 1800);
  client.setAccessToken(tokens.accessToken);
});

const owner = await check('owners are listed', async () => {
  const owners = await client.crm.owners.ownersApi.getPage(undefined, undefined, 100, false);
  assert.equal(owners.results[0].email, 'ann@example.org');
  assert.equal(typeof owners.results[0].userId, 'number');
  return owners.results[0];
});

await check('an owner is read', async () => {
  const read = await client.crm.owners.ownersApi.getById(Number(owner.id));
  assert.equal(read.id, owner.id);
});

await check('a property group and a property are created', async () => {
  await client.crm.properties.groupsApi.create('contacts', { name: 'oracle', label: 'Oracle' });
  const property = await client.crm.properties.coreApi.create('contacts', {
    name: 'oracle_answer',
    label: 'Answer',
    groupName: 'oracle',
    type: 'enumeration',
    fieldType: 'select',
    options: [{ label: 'Yes', value: 'yes', displayOrder: 0, hidden: false }],
  });
  assert.equal(property.name, 'oracle_answer');
  assert.deepEqual(property.options.map((option) => option.value), ['yes']);
});

await check('properties are listed', async () => {
  const all = await client.crm.properties.coreApi.getAll('contacts');
  assert.ok(all.results.some((property) => property.name === 'hs_lead_status'));
});

const contact = await check('a contact is created', async () => {
  const created = await client.crm.contacts.basicApi.create({
    properties: { email: 'zoë@example.org', firstname: 'Zoë', oracle_answer: 'yes' },
    associations: [],
  });
  assert.match(created.id, /^\d+$/);
  assert.ok(created.createdAt instanceof Date);
  return created;
});

await check('a contact is changed', async () => {
  const changed = await client.crm.contacts.basicApi.update(contact.id, {
    properties: { hubspot_owner_id: owner.id, hs_lead_status: 'OPEN' },
  });
  assert.equal(changed.properties.hubspot_owner_id, owner.id);
});

await check('a contact is read with the properties asked for', async () => {
  const read = await client.crm.contacts.basicApi.getById(contact.id, [
    'firstname', 'hs_lead_status', 'city']);
  assert.equal(read.properties.firstname, 'Zoë');
  assert.equal(read.properties.hs_lead_status, 'OPEN');
  assert.equal(read.properties.city, null);
  assert.equal(read.archived, false);
});

await check('a batch of contacts is read, and what is missing is an error', async () => {
  const inputs = [{ id: contact.id }, { id: '999999999' }];
  const batch = await client.crm.contacts.batchApi.read({
    properties: ['firstname'], propertiesWithHistory: [], inputs });
  assert.deepEqual(batch.results.map((result) => result.id), [contact.id]);
  assert.equal(batch.numErrors, 1);
  assert.equal(batch.errors[0].category, 'OBJECT_NOT_FOUND');
});

await check('a contact is found', async () => {
  const found = await client.crm.contacts.searchApi.doSearch({
    filterGroups: [
      { filters: [{ propertyName: 'hs_lead_status', operator: 'EQ', value: 'OPEN' }] }],
    sorts: ['createdate'],
    properties: ['firstname'],
    limit: 10,
    after: '0',
  });
  assert.equal(found.total, 1);
  assert.equal(found.results[0].properties.firstname, 'Zoë');
});

const task = await check('a task is created for a contact', async () => {
  const created = await client.crm.objects.tasks.basicApi.create({
    properties: {
      hs_timestamp: '2026-11-22T10:05:00Z',
      hs_task_subject: 'New lead',
      hs_task_status: 'NOT_STARTED',
      hubspot_owner_id: owner.id,
    },
    associations: [{
      to: { id: contact.id },
      types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 204 }],
    }],
  });
  assert.equal(created.properties.hs_timestamp, '2026-11-22T10:05:00Z');
  return created;
});

await check('a task is read with the contact it belongs to', async () => {
  const read = await client.crm.objects.tasks.basicApi.getById(
    task.id, ['hs_task_subject'], undefined, ['contacts']);
  assert.equal(read.associations.contacts.results[0].id, contact.id);
});

await check('associations are listed', async () => {
  const page = await client.crm.associations.v4.basicApi.getPage('tasks', task.id, 'contacts');
  assert.equal(page.results[0].toObjectId, contact.id);
  assert.equal(page.results[0].associationTypes[0].typeId, 204);
});

await check('a note is created for a contact, and read with the contact it belongs to', async () => {
  const created = await client.crm.objects.notes.basicApi.create({
    properties: { hs_timestamp: '2026-11-22T10:06:00Z', hs_note_body: '<p>No answer</p>' },
    associations: [{
      to: { id: contact.id },
      types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 202 }],
    }],
  });
  const read = await client.crm.objects.notes.basicApi.getById(
    created.id, ['hs_note_body'], undefined, ['contacts']);
  assert.equal(read.properties.hs_note_body, '<p>No answer</p>');
  assert.equal(read.associations.contacts.results[0].id, contact.id);
});

await check('the past of a property is told', async () => {
  const batch = await client.crm.contacts.batchApi.read({
    properties: [], propertiesWithHistory: ['hs_lead_status'], inputs: [{ id: contact.id }] });
  const past = batch.results[0].propertiesWithHistory.hs_lead_status;
  assert.deepEqual(past.map((version) => version.value), ['OPEN']);
  assert.ok(past[0].timestamp instanceof Date);
});

await check('a pipeline has its stages', async () => {
  const pipelines = await client.crm.pipelines.pipelinesApi.getAll('tickets');
  assert.deepEqual(pipelines.results[0].stages.map((stage) => stage.id), ['1', '2', '3', '4']);
});

await check('the values of a field are said anew', async () => {
  const property = await client.crm.properties.coreApi.update('contacts', 'oracle_answer', {
    options: [
      { label: 'Yes', value: 'yes', displayOrder: 0, hidden: false },
      { label: 'No', value: 'no', displayOrder: 1, hidden: false },
    ],
  });
  assert.deepEqual(property.options.map((option) => option.value), ['yes', 'no']);
});

await check('a task without its due time is refused', async () => {
  await assert.rejects(
    client.crm.objects.tasks.basicApi.create({ properties: {}, associations: [] }),
    (error) => error.code === 400 && error.body.category === 'VALIDATION_ERROR');
});

await check('a contact is deleted, and gone', async () => {
  await client.crm.contacts.basicApi.archive(contact.id);
  await assert.rejects(
    client.crm.contacts.basicApi.getById(contact.id),
    (error) => error.code === 404 && error.body.category === 'OBJECT_NOT_FOUND');
});

await check('a token nobody gave out is refused', async () => {
  const stranger = new Client({ basePath, accessToken: 'guessed' });
  await assert.rejects(
    stranger.crm.contacts.basicApi.getPage(),
    (error) => error.code === 401 && error.body.category === 'INVALID_AUTHENTICATION');
});

for (const webhook of keys.webhooks) {
  await check('a webhook has the signature that HubSpot would give it', () => {
    const expected = Signature.getSignature('POST', 'v3', {
      clientSecret: keys.clientSecret,
      requestBody: webhook.body,
      url: webhook.target,
      timestamp: Number(webhook.timestamp),
    });
    assert.equal(webhook.signature, expected);
  });
}

console.log(failures === 0 ? 'all well' : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
