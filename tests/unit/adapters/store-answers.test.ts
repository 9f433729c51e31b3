import { expect, test } from '@jest/globals';
import { ForgeKvsAPIError } from '@forge/kvs';
import { readStore, writeStore, writeStoreIf } from '../../../src/adapters/store/answers';

function refusal(status: number, code = 'SOME_CODE'): ForgeKvsAPIError {
  const details = { status, statusText: '', traceId: null };
  return new ForgeKvsAPIError(details, { code, message: 'no' });
}

const refused = (status: number, code?: string) => () => Promise.reject(refusal(status, code));

test.each([
  [400, 'MAX_SIZE'],
  [400, 'KEY_DUPLICATION_ERROR'],
  [413, 'MAX_SIZE'],
  [422, 'UNPROCESSABLE_ENTITY'],
  [404, 'SCHEMA_NOT_FOUND'],
])('%i %s is for good: nobody tries it again', async (status, code) => {
  const forGood = { code: 'not-kept', details: { failure: 'refused' } };
  await expect(writeStore(refused(status, code))).rejects.toMatchObject(forGood);
  await expect(readStore(refused(status, code))).rejects.toMatchObject(forGood);
  await expect(writeStoreIf(refused(status, code))).rejects.toMatchObject(forGood);
});

test.each([408, 409, 425, 429])('%i passes, and nothing was written', async (status) => {
  const passing = { code: 'unavailable', details: { failure: 'retry' } };
  await expect(writeStore(refused(status))).rejects.toMatchObject(passing);
  await expect(readStore(refused(status))).rejects.toMatchObject(passing);
});

test.each([500, 502, 503])('%i passes, and a write may have happened', async (status) => {
  await expect(writeStore(refused(status))).rejects.toMatchObject({
    code: 'unavailable',
    details: { failure: 'uncertain' },
  });
  await expect(readStore(refused(status))).rejects.toMatchObject({ details: { failure: 'retry' } });
});

test.each(['KEY_CONFLICT', 'CONDITIONAL_CHECK_FAILED'])('%s: somebody was faster', async (code) => {
  expect(await writeStoreIf(refused(409, code))).toBe(false);
});
