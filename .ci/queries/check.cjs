// Parses and binds every query in infra/ against the tables that it may read, and says what is wrong with it: unknown tables, columns and functions, wrong types.
const { readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');
// It was compiled from C# for browsers, and its two files share the globals that the first one makes.
require('@kusto/language-service-next/bridge.min.js');
require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
const { GlobalState, KustoCode, Symbols } = Kusto.Language;

// Of https://learn.microsoft.com/azure/azure-monitor/reference/tables-index, what queries here have a use for.
const tables = {
  AppExceptions: '(TimeGenerated: datetime, AppRoleName: string, ExceptionType: string, ItemCount: int, OperationId: string, ProblemId: string, Properties: dynamic)',
  AppMetrics: '(TimeGenerated: datetime, AppRoleName: string, ItemCount: int, Max: real, Min: real, Name: string, Properties: dynamic, Sum: real)',
};
// What stands for a value until the query runs: the workbook's parameters, and the budget that alerts.bicep puts in.
const values = { '{Time:grain}': '5m', '{dailyBudget}': '5' };

const infra = join(__dirname, '../../infra');
const queries = [
  ...readdirSync(join(infra, 'queries')).map(file => [`queries/${file}`, readFileSync(join(infra, 'queries', file), 'utf8')]),
  ...JSON.parse(readFileSync(join(infra, 'workbook.json'), 'utf8')).items
    .filter(item => item.type === 3)
    .map(item => [`workbook.json, ${item.content.title ?? item.name}`, item.content.query]),
];
const database = new Symbols.DatabaseSymbol.$ctor3('workspace', null, Object.entries(tables).map(([name, columns]) => new Symbols.TableSymbol.$ctor7(name, columns, null)), false);
const globals = GlobalState.Default.WithDatabase(database);

let faults = 0;
for (const [where, text] of queries) {
  const query = Object.entries(values).reduce((all, [name, value]) => all.replaceAll(name, value), text);
  const diagnostics = KustoCode.ParseAndAnalyze(query, globals).GetDiagnostics();
  for (let i = 0; i < diagnostics.Count; i++) {
    const { Message, Start } = diagnostics.getItem(i);
    const line = query.slice(0, Start).split('\n').length;
    console.error(`infra/${where}: line ${line}: ${Message}`);
    faults++;
  }
}
console.log(`${queries.length} queries, ${faults} faults`);
process.exitCode = faults === 0 && queries.length > 0 ? 0 : 1;
