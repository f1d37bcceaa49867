// What happens once, when the library is loaded: read the start script, open the control socket.

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "commands.hpp"
#include "control-socket.hpp"
#include "state.hpp"

namespace steam_double {

namespace {

void runStartScript(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  for (int lineNumber = 1; std::getline(file, line); ++lineNumber) {
    if (line.empty() || line[0] == '#') continue;
    const std::string answer = runCommand(line);
    if (answer.rfind("ok", 0) == 0) continue;
    const std::string fault = "start script, line " + std::to_string(lineNumber) + ": " + answer;
    std::fprintf(stderr, "steam-client-double: %s\n", fault.c_str());
    if (state().startScriptFault.empty()) state().startScriptFault = fault;
  }
}

__attribute__((constructor)) void start() {
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') {
    std::fputs("steam-client-double: HOME is not set, so there is no place for the control socket\n", stderr);
    return;
  }
  const std::string folder = std::string(home) + "/.steam/";
  runStartScript(folder + "steam-client-double.script");
  openControlSocket(folder + "steam-client-double.sock");
}

}  // namespace

}  // namespace steam_double
