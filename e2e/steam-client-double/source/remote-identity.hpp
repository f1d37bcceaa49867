// Reads the identity that a ticket is made for.
#pragma once

#include <string>

namespace steam_double {

// "anyone", "steamId:<decimal>", "ip:<address>:<port>", "name:<text>", or "type <number>: <hex>" for the rest.
std::string describeRemote(const void* identity);

}  // namespace steam_double
