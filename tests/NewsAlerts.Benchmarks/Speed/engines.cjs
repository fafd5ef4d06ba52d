'use strict';

// Condenses all texts once for every line on standard input, and answers with the milliseconds of processor time that it took,
// all threads together.
// Arguments: the engine, the folder with node_modules, a file with a JSON array of texts, and how many sentences to make of each.
const fs = require('fs');
const path = require('path');
const readline = require('readline');

const [engine, packages, file, count] = process.argv.slice(2);
const load = (name) => require(require.resolve(name, { paths: [path.resolve(packages)] }));
const texts = JSON.parse(fs.readFileSync(file, 'utf8'));

const engines = {
  lexrank() {
    const { summarize } = load('lexrank');
    return (text) => summarize(text, Number(count), (error) => {
      if (error) throw error;
    });
  },

  'ts-textrank'() {
    const { AbsoluteSummarizerConfig, DefaultTextParser, NullLogger, SorensenDiceSimilarity, Summarizer } = load('ts-textrank');
    const config = new AbsoluteSummarizerConfig(Number(count), new SorensenDiceSimilarity(), new DefaultTextParser(), 0.85, Summarizer.SORT_OCCURENCE);
    const summarizer = new Summarizer(config, new NullLogger());
    return (text) => summarizer.summarize(text, 'en');
  },
};

const condense = engines[engine]();
readline.createInterface({ input: process.stdin }).on('line', () => {
  const before = process.cpuUsage();
  texts.forEach((text) => condense(text));
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(`${(user + system) / 1000}\n`);
});
