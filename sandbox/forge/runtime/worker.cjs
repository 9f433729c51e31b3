/** The process that runs an app's functions: one request in, any number of log lines and one answer out. */
const { Date: MachineDate } = globalThis;
const { main } = require(process.argv[2]);

const tell = (message) => {
  if (process.connected) process.send(message);
};

process.on('message', async ({ id, event, deadline }) => {
  const result = await main(event, {
    awsRequestId: id,
    getRemainingTimeInMillis: () => deadline - MachineDate.now(),
    log: (line) => tell({ id, log: line }),
  });
  tell({ id, result });
});

process.on('unhandledRejection', (reason) => {
  tell({ stray: `unhandled rejection: ${reason?.stack ?? reason}` });
});
process.on('disconnect', () => process.exit(0));
