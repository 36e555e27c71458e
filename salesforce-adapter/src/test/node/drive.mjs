// Drives a running Salesforce sandbox with jsforce, as a judge who has never read our code.
//
// Usage: node drive.mjs http://127.0.0.1:<port> < keys.json
// keys.json: {"consumerKey", "consumerSecret", "privateKey" (PKCS#8, PEM), "username", "userId",
//             "orgId", "messages": ["<soapenv:Envelope..."]}
import assert from 'node:assert/strict';
import { createSign } from 'node:crypto';
import jsforce from 'jsforce';
import xml2js from 'xml2js';

const loginUrl = process.argv[2];
const keys = JSON.parse(await text(process.stdin));
const redirectUri = 'http://127.0.0.1/back';
const oauth2 = {
  loginUrl, redirectUri, clientId: keys.consumerKey, clientSecret: keys.consumerSecret,
  useVerifier: true };
const conn = new jsforce.Connection({ oauth2, version: '65.0' });
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
    console.log(`FAILED  ${sentence}: ${error.stack}`);
    return undefined;
  }
}

function query(queryString) {
  return conn.soap._invoke('query', { queryString });
}

function list(things) {
  return things === undefined ? [] : [things].flat();
}

await check('a person says yes, and the code buys a session and a refresh token', async () => {
  const back = await fetch(
    conn.oauth2.getAuthorizationUrl({ state: 'a b' }), { redirect: 'manual' });
  assert.equal(back.status, 302);
  const location = new URL(back.headers.get('location'));
  assert.equal(location.searchParams.get('state'), 'a b');
  const user = await conn.authorize(location.searchParams.get('code'));
  assert.equal(user.organizationId, keys.orgId);
  assert.equal(conn.instanceUrl, loginUrl);
  assert.ok(conn.refreshToken);
});

await check('a code without the right verifier buys nothing', async () => {
  const url = conn.oauth2.getAuthorizationUrl({});
  const back = await fetch(url, { redirect: 'manual' });
  const code = new URL(back.headers.get('location')).searchParams.get('code');
  const other = new jsforce.OAuth2(oauth2);
  await assert.rejects(other.requestToken(code), (error) => error.name === 'invalid_grant');
});

await check('client credentials buy a session', async () => {
  const plain = new jsforce.OAuth2({ ...oauth2, useVerifier: false });
  const tokens = await plain.requestToken({ grant_type: 'client_credentials' });
  assert.equal(tokens.token_type, 'Bearer');
  assert.equal(tokens.expires_in, undefined);
});

await check('a signed assertion buys a session of the user it names', async () => {
  const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: keys.consumerKey, sub: keys.username, aud: loginUrl, exp: Date.now() / 1000 + 180 | 0 };
  const signed = `${base64({ alg: 'RS256' })}.${base64(claims)}`;
  const signature = createSign('RSA-SHA256').update(signed).sign(keys.privateKey, 'base64url');
  const other = new jsforce.Connection({ oauth2: { loginUrl }, version: '65.0' });
  const user = await other.authorize({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: `${signed}.${signature}` });
  assert.equal(user.id, keys.userId);
  assert.equal((await other.soap.getUserInfo()).userId, keys.userId);
});

await check('a session says whose it is', async () => {
  const info = await conn.soap.getUserInfo();
  assert.equal(info.organizationId, keys.orgId);
  assert.equal(info.userName, (await conn.identity()).username);
  const time = await conn.soap.getServerTimestamp();
  assert.ok(!Number.isNaN(Date.parse(time.timestamp)));
});

const lead = await check('a lead is created', async () => {
  const created = await conn.soap.create({
    type: 'Lead', LastName: 'Zoë <&> ✓', Company: "O'Neil", OwnerId: keys.userId });
  assert.equal(created.success, true);
  assert.match(created.id, /^00Q[A-Za-z0-9]{15}$/);
  return created.id;
});

await check('several records are changed, each for itself', async () => {
  const results = await conn.soap.update([
    { type: 'Lead', Id: lead, Baton_Tags__c: 'pool;garden', Phone: '+49' },
    { type: 'Lead', Id: lead, Baton_Offer_Response__c: 'maybe' }]);
  assert.deepEqual(results.map((result) => result.success), [true, false]);
  assert.equal(results[1].errors[0].statusCode, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST');
  assert.deepEqual(results[1].errors[0].fields, ['Baton_Offer_Response__c']);
});

await check('a field is emptied', async () => {
  const result = await conn.soap.update({ type: 'Lead', Id: lead, Phone: null });
  assert.equal(result.success, true);
  const found = await query(`SELECT Id, LastName, Phone FROM Lead WHERE Id = '${lead}'`);
  assert.equal(found.done, 'true');
  assert.equal(found.size, '1');
  const record = list(found.records)[0];
  assert.equal(record['sf:type'], 'Lead');
  assert.deepEqual(record['sf:Id'], [lead, lead]);
  assert.equal(record['sf:LastName'], 'Zoë <&> ✓');
  assert.equal(record['sf:Phone'].$['xsi:nil'], 'true');
});

const task = await check('a task is made once by its external id', async () => {
  const record = {
    type: 'Task', Baton_Offer_Key__c: 'offer-1', WhoId: lead, Subject: 'Call Zoë' };
  const first = await conn.soap.upsert('Baton_Offer_Key__c', record);
  const second = await conn.soap.upsert('Baton_Offer_Key__c', record);
  assert.equal(first.created, true);
  assert.equal(second.created, false);
  assert.equal(second.id, first.id);
  return first.id;
});

await check('a query finds what it asks for and no more', async () => {
  const found = await query(
    "SELECT Id FROM Task WHERE Subject LIKE 'call%' AND IsClosed = false ORDER BY Id LIMIT 5");
  assert.equal(list(found.records)[0]['sf:Id'][0], task);
  const none = await query("SELECT Id FROM Lead WHERE Company = 'O\\'Neil' AND Phone != null");
  assert.equal(none.size, '0');
});

await check('what is no query is refused', async () => {
  await assert.rejects(query('SELECT FROM Lead'), (error) => /MALFORMED_QUERY/.test(error.message));
  await assert.rejects(
    query('SELECT Nothing FROM Lead'), (error) => error.errorCode === 'sf:INVALID_FIELD');
});

await check('an object is described', async () => {
  const lead = await conn.soap._invoke('describeSObject', { sObjectType: 'Lead' });
  const names = lead.fields.map((field) => field.name);
  assert.ok(names.includes('Baton_Offer_Response__c'));
  assert.ok(names.includes('IsConverted'));
});

await check('a session that was revoked is renewed by the refresh token', async () => {
  const before = conn.accessToken;
  await new jsforce.OAuth2(oauth2).revokeToken(before);
  assert.equal((await conn.soap.getUserInfo()).organizationId, keys.orgId);
  assert.notEqual(conn.accessToken, before);
});

await check('a session nobody began is refused', async () => {
  const stranger = new jsforce.Connection({
    instanceUrl: loginUrl, accessToken: '00D!guessed', version: '65.0' });
  await assert.rejects(
    stranger.soap.getUserInfo(), (error) => error.errorCode === 'sf:INVALID_SESSION_ID');
});

await check('nobody logs in with a password', async () => {
  const other = new jsforce.Connection({ loginUrl, version: '65.0' });
  await assert.rejects(
    other.loginBySoap(keys.username, 'secret'), (error) => /retired/.test(error.message));
});

await check('a deleted record is gone', async () => {
  assert.equal((await conn.soap.delete(lead)).success, true);
  const again = await conn.soap.delete([lead]);
  assert.equal(again[0].errors[0].statusCode, 'ENTITY_IS_DELETED');
});

for (const message of keys.messages) {
  await check('an outbound message reads as one', async () => {
    const parsed = await xml2js.parseStringPromise(message, {
      xmlns: true, tagNameProcessors: [xml2js.processors.stripPrefix] });
    const told = parsed.Envelope.Body[0].notifications[0];
    assert.equal(told.$ns.uri, 'http://soap.sforce.com/2005/09/outbound');
    assert.equal(told.OrganizationId[0]._, keys.orgId);
    assert.match(told.Notification[0].Id[0]._, /^04l/);
    const record = told.Notification[0].sObject[0];
    assert.equal(record.Id[0].$ns.uri, 'urn:sobject.enterprise.soap.sforce.com');
    assert.equal(record.LastName[0]._, 'Zoë ✓');
  });
}

console.log(failures === 0 ? 'all well' : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
