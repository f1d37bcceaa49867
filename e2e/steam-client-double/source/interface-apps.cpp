// ISteamApps (STEAMAPPS_INTERFACE_VERSION008).

#include <cstdint>
#include <cstdio>

#include "call.hpp"
#include "interfaces.hpp"

namespace steam_double {

namespace {

bool isSubscribed(void*) {
  const Call call("isSubscribed");
  return !call.isPipeDead() && call->script.flag("isSubscribed", true);
}

bool isSubscribedApp(void*, uint32_t appId) {
  const Call call("isSubscribedApp", Arguments().number("appId", appId));
  return !call.isPipeDead() && call->script.flag("isSubscribedApp", true);
}

bool isAppInstalled(void*, uint32_t appId) {
  const Call call("isAppInstalled", Arguments().number("appId", appId));
  return !call.isPipeDead() && call->script.flag("isAppInstalled", true);
}

const char* getCurrentGameLanguage(void*) {
  const Call call("getCurrentGameLanguage");
  return call.isPipeDead() ? "" : call->script.text("getCurrentGameLanguage", "english");
}

const char* getAvailableGameLanguages(void*) {
  const Call call("getAvailableGameLanguages");
  return call.isPipeDead() ? "" : call->script.text("getAvailableGameLanguages", "english");
}

// False on the public branch, which is what an empty name stands for.
bool getCurrentBetaName(void*, char* name, int32_t size) {
  const Call call("getCurrentBetaName", Arguments().number("size", size));
  const char* beta = call->script.text("getCurrentBetaName", "");
  if (call.isPipeDead() || beta == nullptr || *beta == '\0' || name == nullptr || size <= 0) return false;
  std::snprintf(name, static_cast<size_t>(size), "%s", beta);
  return true;
}

uint64_t getAppOwner(void*) {
  const Call call("getAppOwner");
  return call.isPipeDead() ? 0 : call->script.id("getAppOwner", call->steamId());
}

int32_t getAppBuildId(void*) {
  const Call call("getAppBuildId");
  return call.isPipeDead() ? 0 : static_cast<int32_t>(call->script.number("getAppBuildId", 1));
}

}  // namespace

InterfaceObject* steamAppsInterface() {
  static InterfaceObject* const only =
      makeInterface("ISteamApps", {at(0, &isSubscribed), at(4, &getCurrentGameLanguage),
                                   at(5, &getAvailableGameLanguages), at(6, &isSubscribedApp),
                                   at(15, &getCurrentBetaName), at(19, &isAppInstalled), at(20, &getAppOwner),
                                   at(23, &getAppBuildId)});
  return only;
}

}  // namespace steam_double
