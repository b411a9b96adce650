// Has the allocator of the database give memory back to the system as soon as it is free; unless told, it keeps it for ten
// seconds, so that the process holds far more than the database uses. It reads this once, when it is loaded: this file has to
// be imported before the driver.
process.env.DUCKDB_JE_MALLOC_CONF ??= 'dirty_decay_ms:0,muzzy_decay_ms:0';
