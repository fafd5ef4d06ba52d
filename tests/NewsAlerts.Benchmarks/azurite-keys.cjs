'use strict';

// Preloaded into Azurite for the measurements with many rows. The Table service finds a row by its keys, and a partition by its own; Azurite looks through
// the whole partition for a row and through the whole table for a query, which takes the longer the more rows there are and would be all that is
// measured. With these lines it uses the indices that its own database (LokiJS) keeps of both keys. What is answered stays the same.
const Module = require('node:module');

const load = Module._load;
const seen = new Set();
Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (request.endsWith('LokiTableMetadataStore') && !seen.has(loaded.default)) {
    seen.add(loaded.default);
    useKeys(loaded.default.prototype);
  }

  return loaded;
};

function useKeys(store) {
  const collection = store.getEntityCollection;
  store.getEntityCollection = function (...args) {
    const rows = collection.apply(this, args);
    if (!Object.hasOwn(rows, 'findOne')) {
      const findOne = rows.findOne;

      // The first property decides which index is used, and a row key is shared by few.
      rows.findOne = (query) => findOne.call(rows, query.RowKey === undefined ? query : { RowKey: query.RowKey, PartitionKey: query.PartitionKey });
    }

    return rows;
  };

  const all = store.queryTableEntities;
  store.queryTableEntities = async function (context, account, table, options, ...rest) {
    const partition = /^\(?PartitionKey eq '((?:[^']|'')*)'/.exec(options.filter ?? '');
    if (!partition || / or /.test(options.filter)) {
      return all.call(this, context, account, table, options, ...rest);
    }

    const rows = this.getEntityCollection(account, table, context);
    const chain = rows.chain;
    rows.chain = () => chain.call(rows).find({ PartitionKey: partition[1].replaceAll("''", "'") });

    // It builds its answer before it yields for the first time.
    const answer = all.call(this, context, account, table, options, ...rest);
    delete rows.chain;
    return answer;
  };
}
