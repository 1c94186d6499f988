import type { SqlDialect } from '../export/sql/dialect.ts';
import type { ReportFormat } from '../render/render-report.ts';

/** The options of `carestep screen` as the command line gives them. */
export interface ScreenOptions {
  readonly rules: string;
  readonly full?: boolean;
  /** A case file whose answers need not be asked again. */
  readonly answers?: string;
  /** Which case of `answers`, where it holds several; also the id the result carries. */
  readonly id?: string;
  readonly format?: ReportFormat;
  readonly out?: string;
  readonly all?: boolean;
  /** A folder for the record of the screening. */
  readonly save?: string;
  /** A record to start from. */
  readonly from?: string;
  /** The id of a draft to go on with; `true` for the only one there is. */
  readonly resume?: string | true;
  /** False keeps no draft. */
  readonly draft?: boolean;
  /** Line by line, for screen readers. */
  readonly plain?: boolean;
}

/** The options of `carestep draft erase`. */
export interface DraftEraseOptions {
  readonly id?: string;
  readonly all?: boolean;
}

/** The options of `carestep score`. */
export interface ScoreOptions {
  /** Paths, or the one word `-`; may be empty only with `template`. */
  readonly files: readonly string[];
  readonly rules: string;
  readonly format?: 'table' | 'csv' | 'ndjson' | 'json';
  readonly inputFormat?: 'csv' | 'ndjson' | 'json' | 'yaml';
  /** Of each Excel file. */
  readonly sheet?: string;
  /** A file that says how the columns answer the questions. */
  readonly map?: string;
  readonly out?: string;
  readonly rejects?: string;
  /** Threads for large files; one if absent. */
  readonly jobs?: number;
  readonly keep: readonly string[];
  readonly allowIdentifier: readonly string[];
  readonly template?: 'csv' | 'codebook';
  readonly failIf: readonly ('open' | 'alert')[];
  /** Go on with what a run that was stopped has left. */
  readonly resume?: boolean;
  /** False shows no progress bar. */
  readonly progress?: boolean;
  /** Where to score; absent for carestep itself. */
  readonly engine?: 'duckdb';
  /** A column with the levels that a reviewer assigned. */
  readonly expect?: string;
  /** Another rule set to score with too. */
  readonly compare?: string;
  /** A file for every case that is placed otherwise. */
  readonly differences?: string;
  /** Absent: a summary where a terminal shows it. */
  readonly summary?: boolean;
  /** An HTML file with the summary. */
  readonly report?: string;
}

/** The options of `carestep map`. */
export interface MapOptions {
  /** A path, or `-` for standard input. */
  readonly file: string;
  readonly rules: string;
  readonly inputFormat?: 'csv' | 'ndjson';
  /** Of an Excel file. */
  readonly sheet?: string;
  readonly out?: string;
}

/** The options of `carestep explain`. */
export interface ExplainOptions {
  /** A path, or `-` for standard input. */
  readonly case: string;
  readonly id?: string;
  readonly rules: string;
  /** A level id. */
  readonly whyNot?: string;
  /** Each `question=answer`. */
  readonly whatIf: readonly string[];
  readonly format?: ReportFormat;
  readonly out?: string;
  readonly all?: boolean;
}

/** The options of `carestep completion`. */
export interface CompletionOptions {
  readonly shell: 'bash' | 'zsh' | 'fish';
  readonly rules: string;
}

/** The options of `carestep rules check`. */
export interface RulesCheckOptions {
  readonly rules: string;
  readonly format?: 'text' | 'json';
  /** Accepted findings too. */
  readonly all?: boolean;
}

/** The options of `carestep rules test`. */
export interface RulesTestOptions {
  readonly rules: string;
  readonly suggest?: boolean;
  readonly mutate?: boolean;
  readonly requireCoverage?: boolean;
  readonly format?: 'text' | 'json';
  readonly all?: boolean;
}

/** The options of `carestep rules verify`. */
export interface RulesVerifyOptions {
  readonly rules: string;
  readonly format?: 'text' | 'json';
  /** A folder for the case files that refute guarantees. */
  readonly counterexamples?: string;
}

/** The options of `carestep rules diff`. */
export interface RulesDiffOptions {
  /** The old and the new version: a path, the name of a shipped set, or `REV:PATH`. One alone is compared with its parent. */
  readonly versions: readonly [old: string, now: string] | readonly [now: string];
  /** Files of real cases. */
  readonly on: readonly string[];
  readonly failIf?: 'lowers' | 'moves';
  readonly format?: 'text' | 'json';
  /** A folder for the example of each move. */
  readonly examples?: string;
}

/** The options of `carestep rules show`. */
export interface RulesShowOptions {
  readonly rules: string;
  readonly by?: 'level' | 'dimension' | 'question';
  /** A level id. */
  readonly level?: string;
  /** A dimension id. */
  readonly dimension?: string;
  /** A question id. */
  readonly question?: string;
  readonly format?: 'text' | 'markdown' | 'html';
  readonly out?: string;
}

/** The options of `carestep rules new`. */
export interface RulesNewOptions {
  /** The path of a folder that is new or empty. */
  readonly folder: string;
  /** The rule set to copy; without it a small one is written to begin with. */
  readonly from?: string;
  /** The id of the new rule set; by default the name of the folder. */
  readonly id?: string;
}

/** The options of `carestep export json-schema`. */
export interface ExportJsonSchemaOptions {
  /** Without a rule set, the schema knows no ids. */
  readonly rules?: string;
  readonly for: 'rule-set' | 'dimension' | 'guarantees' | 'examples' | 'vignettes' | 'case';
  readonly out?: string;
}

/** The options of `carestep export sql`. */
export interface ExportSqlOptions {
  readonly rules: string;
  readonly dialect: SqlDialect;
  /** The table of cases; `schema.table` names it in a schema. */
  readonly table: string;
  /** The column of that table that becomes `id`. */
  readonly idColumn: string;
  /** Columns of that table to copy. */
  readonly keep: readonly string[];
  /** Make a view of this name. */
  readonly view?: string;
  readonly out?: string;
}

/** The options of `carestep record list`. */
export interface RecordListOptions {
  readonly folder: string;
  readonly rules: string;
  readonly format?: 'text' | 'json';
}

/** The options of `carestep record show`. */
export interface RecordShowOptions {
  readonly file: string;
  readonly rules: string;
  readonly format?: ReportFormat;
  readonly out?: string;
}

/** The options of `carestep record compare`. */
export interface RecordCompareOptions {
  readonly one: string;
  readonly other: string;
  readonly rules: string;
  readonly format?: 'text' | 'json';
}

/** The options of `carestep record verify`. */
export interface RecordVerifyOptions {
  /** Records, or folders of them. */
  readonly paths: readonly string[];
  readonly rules: string;
  readonly format?: 'text' | 'json';
}
