/** `npm run rules`: file names and sizes of the whole tree, one fault a line. */
import { fileReport } from './fileReport.ts';
import { listSources } from './listSources.ts';

const report = fileReport(listSources(process.cwd()));
for (const fault of report.faults) console.error(fault);
console.log(
  `${report.count} source files, lines: median ${report.median}, p95 ${report.p95}, largest ${report.largest}`,
);
process.exitCode = report.faults.length === 0 ? 0 : 1;
