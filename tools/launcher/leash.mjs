// 牵绳. Loaded into the program that the launcher runs: when the launcher dies, even by kill -9, the program ends cleanly
// too, instead of serving on with nobody to stop it. The channel closes by itself with the launcher's process.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
