// The way in for tests while the application runs.
#pragma once

#include <string>

namespace steam_double {

// Listens before it returns; a thread of its own answers. The thread lives as long as the process and holds
// nothing up when that ends.
void openControlSocket(const std::string& path);

}  // namespace steam_double
