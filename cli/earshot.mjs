#!/usr/bin/env node
// `npx earshot`: the command line straight from its source, so that a fresh checkout needs no build for it.
import '../tooling/typescript.mjs';

await import('./main.ts');
