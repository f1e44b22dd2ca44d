// 静默. Imported first by a thread: what libraries print about a file goes nowhere, as standard output carries records only.
for (const stream of [process.stdout, process.stderr]) stream.write = () => true;
