/** Entry of a deployed bundle: the platform calls `main` for each run of a function. */
module.exports.main = (event, lambda) => require('./__forge_wrapper__.cjs').invoke(event, lambda);
