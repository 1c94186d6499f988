/**
 * Scores a CSV file with the exported SELECT in DuckDB, which reads the file and writes the outcomes by itself.
 *
 *     node bench/processes/duckdb.js CASES OUTCOMES SQL RULE_SET
 */
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { headerOf } from '../header-of.js';

const COLUMNS = ['id', 'level', 'lowest', 'highest', 'alerts', 'reasons', 'advice', 'rechecks', 'rule_set'];

const [cases = '', outcomes = '', sql = '', ruleSet = ''] = process.argv.slice(2);
const columns = headerOf(cases);
/** @type {{ questions: { id: string }[] }} */
const { questions } = JSON.parse(readFileSync(ruleSet, 'utf8'));
const notAsked = questions.filter(({ id }) => !columns.includes(id));

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(`CREATE VIEW cases AS
  SELECT ${['*', ...notAsked.map(({ id }) => `CAST(NULL AS VARCHAR) AS "${id}"`)].join(', ')}
  FROM read_csv('${cases}', columns = {${columns.map((name) => `"${name}": 'VARCHAR'`).join(', ')}},
    auto_detect = false, header = true, delim = ',', quote = '"', escape = '"')`);
await connection.run(`COPY (SELECT ${COLUMNS.join(', ')} FROM (
${readFileSync(sql, 'utf8').replace(/;\s*$/, '')}
)) TO '${outcomes}' (FORMAT csv, HEADER true)`);
connection.closeSync();
instance.closeSync();
