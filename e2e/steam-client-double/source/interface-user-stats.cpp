// ISteamUserStats (STEAMUSERSTATS_INTERFACE_VERSION012): only what steamworks.js asks while it connects.

#include "call.hpp"
#include "interfaces.hpp"

namespace steam_double {

namespace {

bool requestCurrentStats(void*) {
  const Call call("requestCurrentStats");
  return !call.isPipeDead();
}

}  // namespace

InterfaceObject* steamUserStatsInterface() {
  static InterfaceObject* const only = makeInterface("ISteamUserStats", {at(0, &requestCurrentStats)});
  return only;
}

}  // namespace steam_double
