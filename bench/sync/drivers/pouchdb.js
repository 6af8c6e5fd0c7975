// One PouchDB beside a pouchdb-server: {"do", "folder", "url", "records"} on each line, {"seconds"} on each answer.
const readline = require('node:readline');
const PouchDB = require(process.argv[2]);

const held = {};
const opened = (folder) => (held[folder] ??= new PouchDB(folder));
const options = { batch_size: 1000, batches_limit: 10 };

const deeds = {
  add: ({ folder, records }) => opened(folder).bulkDocs(records.map((each, n) => ({ _id: String(n), ...each }))),
  change: async ({ folder }) => {
    const found = await opened(folder).get('0');
    await opened(folder).put({ ...found, changed: String(Math.random()) });
  },
  push: ({ folder, url }) => opened(folder).replicate.to(new PouchDB(url), options),
  pull: ({ folder, url }) => opened(folder).replicate.from(new PouchDB(url), options),
  count: async ({ folder, count }) => {
    const found = (await opened(folder).info()).doc_count;
    if (found !== count) throw new Error(`${found} documents`);
  },
};

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line);
    const began = process.hrtime.bigint();
    await deeds[asked.do](asked);
    console.log(JSON.stringify({ seconds: Number(process.hrtime.bigint() - began) / 1e9 }));
  }
})().catch((error) => { console.error(error); process.exit(1); });
