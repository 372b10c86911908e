#!/usr/bin/env node
import process from 'node:process';
import { main } from './main.js';

const { argv, env: environment, stdout, stderr } = process;
const code = await main(argv.slice(2), { environment, stdout, stderr, signals: process });
// What did not end in time must not keep the process.
process.exit(code);
