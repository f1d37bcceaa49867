// ISteamUtils (SteamUtils010).

#include <cstdint>
#include <cstdlib>
#include <ctime>

#include "call.hpp"
#include "interfaces.hpp"

namespace steam_double {

namespace {

constexpr int32_t publicUniverse = 1;

int32_t getConnectedUniverse(void*) {
  const Call call("getConnectedUniverse");
  return call.isPipeDead() ? 0 : static_cast<int32_t>(call->script.number("getConnectedUniverse", publicUniverse));
}

uint32_t getServerRealTime(void*) {
  const Call call("getServerRealTime");
  if (call.isPipeDead()) return 0;
  return static_cast<uint32_t>(call->script.number("getServerRealTime", std::time(nullptr)));
}

const char* getIPCountry(void*) {
  const Call call("getIPCountry");
  return call.isPipeDead() ? "" : call->script.text("getIPCountry", "US");
}

uint32_t getAppID(void*) {
  const Call call("getAppID");
  if (call.isPipeDead()) return 0;
  // Read at the time of the call: one process may connect again as another app.
  const char* fromEnvironment = std::getenv("SteamAppId");
  const int64_t appId = fromEnvironment == nullptr ? 0 : std::strtoll(fromEnvironment, nullptr, 10);
  return static_cast<uint32_t>(call->script.number("getAppID", appId));
}

bool isAPICallCompleted(void*, uint64_t handle, bool* isFailed) {
  const Call call("isAPICallCompleted", Arguments().id("call", handle));
  if (call.isPipeDead()) {
    if (isFailed != nullptr) *isFailed = true;
    return false;
  }
  return call->results.isCompleted(handle, isFailed);
}

int32_t getAPICallFailureReason(void*, uint64_t handle) {
  const Call call("getAPICallFailureReason", Arguments().id("call", handle));
  constexpr int32_t steamGone = 0;
  return call.isPipeDead() ? steamGone : call->results.failureReason(handle);
}

bool getAPICallResult(void*, uint64_t handle, void* out, int32_t size, int32_t callbackId, bool* isFailed) {
  return fetchCallResult(handle, out, size, callbackId, isFailed);
}

void setWarningMessageHook(void*, void*) {
  const Call call("setWarningMessageHook");
}

bool isOverlayEnabled(void*) {
  const Call call("isOverlayEnabled");
  return !call.isPipeDead() && call->script.flag("isOverlayEnabled", false);
}

const char* getSteamUILanguage(void*) {
  const Call call("getSteamUILanguage");
  return call.isPipeDead() ? "" : call->script.text("getSteamUILanguage", "english");
}

bool isSteamRunningOnSteamDeck(void*) {
  const Call call("isSteamRunningOnSteamDeck");
  return !call.isPipeDead() && call->script.flag("isSteamRunningOnSteamDeck", false);
}

}  // namespace

InterfaceObject* steamUtilsInterface() {
  static InterfaceObject* const only = makeInterface(
      "ISteamUtils", {at(2, &getConnectedUniverse), at(3, &getServerRealTime), at(4, &getIPCountry),
                      at(9, &getAppID), at(11, &isAPICallCompleted), at(12, &getAPICallFailureReason),
                      at(13, &getAPICallResult), at(16, &setWarningMessageHook), at(17, &isOverlayEnabled),
                      at(23, &getSteamUILanguage), at(34, &isSteamRunningOnSteamDeck)});
  return only;
}

}  // namespace steam_double
