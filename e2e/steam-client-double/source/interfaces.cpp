#include "interfaces.hpp"

#include <map>
#include <mutex>

#include "state.hpp"

namespace steam_double {

bool isInterfaceRefused(const std::string& version) {
  const std::lock_guard<std::mutex> lock(state().mutex);
  return state().script.refusedInterfaces.count(version) > 0;
}

InterfaceObject* findInterface(const std::string& version) {
  if (isInterfaceRefused(version)) return nullptr;
  if (version.rfind("SteamClient", 0) == 0) return steamClientInterface();
  if (version == "SteamUser023") return steamUserInterface();
  if (version == "SteamUtils010") return steamUtilsInterface();
  if (version == "SteamFriends017") return steamFriendsInterface();
  if (version == "STEAMAPPS_INTERFACE_VERSION008") return steamAppsInterface();
  if (version == "STEAMUSERSTATS_INTERFACE_VERSION012") return steamUserStatsInterface();

  static std::mutex mutex;
  static auto& others = *new std::map<std::string, InterfaceObject*>();
  const std::lock_guard<std::mutex> lock(mutex);
  InterfaceObject*& other = others[version];
  if (other == nullptr) other = makeInterface(version, {});
  return other;
}

}  // namespace steam_double
