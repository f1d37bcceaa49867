// ISteamUser: what the account is and may do.

#include <cstdio>
#include <cstring>

#include "call.hpp"
#include "user-functions.hpp"

namespace steam_double::user {

namespace {

bool answerFlag(const char* name, bool fallback) {
  const Call call(name);
  return !call.isPipeDead() && call->script.flag(name, fallback);
}

}  // namespace

int32_t getHSteamUser(void*) {
  const Call call("getHSteamUser");
  return call.isPipeDead() ? 0 : static_cast<int32_t>(call->script.number("getHSteamUser", 1));
}

bool loggedOn(void*) {
  return answerFlag("loggedOn", true);
}

uint64_t getSteamID(void*) {
  const Call call("getSteamID");
  return call.isPipeDead() ? 0 : call->steamId();
}

bool getUserDataFolder(void*, char* buffer, int32_t size) {
  const Call call("getUserDataFolder", Arguments().number("size", size));
  if (call.isPipeDead() || buffer == nullptr || size <= 0) return false;
  const char* folder = call->script.text("getUserDataFolder", "/home/tester/.steam/steam/userdata/1/480/local");
  if (folder == nullptr || std::strlen(folder) >= static_cast<size_t>(size)) return false;
  std::snprintf(buffer, static_cast<size_t>(size), "%s", folder);
  return call->script.flag("getUserDataFolder.result", true);
}

bool isBehindNAT(void*) {
  return answerFlag("isBehindNAT", true);
}

bool isPhoneVerified(void*) {
  return answerFlag("isPhoneVerified", true);
}

bool isTwoFactorEnabled(void*) {
  return answerFlag("isTwoFactorEnabled", true);
}

bool isPhoneIdentifying(void*) {
  return answerFlag("isPhoneIdentifying", false);
}

bool isPhoneRequiringVerification(void*) {
  return answerFlag("isPhoneRequiringVerification", false);
}

int32_t getPlayerSteamLevel(void*) {
  const Call call("getPlayerSteamLevel");
  return call.isPipeDead() ? 0 : static_cast<int32_t>(call->script.number("getPlayerSteamLevel", 42));
}

int32_t getGameBadgeLevel(void*, int32_t series, bool isFoil) {
  const Call call("getGameBadgeLevel", Arguments().number("series", series).flag("foil", isFoil));
  if (call.isPipeDead()) return 0;
  const char* name = isFoil ? "getGameBadgeLevel.foil" : "getGameBadgeLevel";
  return static_cast<int32_t>(call->script.number(name, isFoil ? 1 : 3));
}

void trackAppUsageEvent(void*, const uint64_t* gameId, int32_t event, const char* extraInfo) {
  const Call call("trackAppUsageEvent",
                  Arguments().id("gameId", *gameId).number("event", event).text("extraInfo", extraInfo));
}

}  // namespace steam_double::user
