// The line protocol, the same in the start script and on the socket.
#pragma once

#include <string>

namespace steam_double {

// Carries out one line and answers one line: "ok", "ok <payload>" or "error <message>".
std::string runCommand(const std::string& line);

}  // namespace steam_double
