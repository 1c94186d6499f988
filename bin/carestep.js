#!/usr/bin/env node
import { runInProcess } from '../dist/cli/run-in-process.js';

await runInProcess();
