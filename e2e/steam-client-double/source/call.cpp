#include "call.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace steam_double {

Call::Call() : known(state()), lock(known.mutex) {}

Call::Call(const std::string& name, const Arguments& arguments) : Call() {
  known.log.add(name, arguments);
  sufferFaults(name);
}

Call Call::withoutLog(const std::string& name) {
  Call call;
  call.sufferFaults(name);
  return call;
}

void Call::sufferFaults(const std::string& name) {
  if (known.script.crashes.erase(name) > 0) {
    std::fprintf(stderr, "steam-client-double: crashing in %s, as scripted\n", name.c_str());
    std::abort();
  }
  const auto hang = known.script.hangsMs.find(name);
  if (hang == known.script.hangsMs.end()) return;
  const auto duration = std::chrono::milliseconds(hang->second);
  known.script.hangsMs.erase(hang);
  // Waiting lets go of the mutex, so that the script can go on while the application stands still.
  const uint64_t generation = known.hangGeneration;
  known.hangEnded.wait_for(lock, duration, [&] { return known.hangGeneration != generation; });
}

}  // namespace steam_double
