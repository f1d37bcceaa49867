// ISteamFriends (SteamFriends017).

#include <cstdint>

#include "call.hpp"
#include "interfaces.hpp"

namespace steam_double {

namespace {

constexpr const char* defaultPersonaName = "Bench Tester";

const char* getPersonaName(void*) {
  const Call call("getPersonaName");
  return call.isPipeDead() ? "" : call->script.text("getPersonaName", defaultPersonaName);
}

const char* getFriendPersonaName(void*, uint64_t steamId) {
  const Call call("getFriendPersonaName", Arguments().id("steamId", steamId));
  return call.isPipeDead() ? "" : call->script.text("getFriendPersonaName", "[unknown]");
}

// The steamId is 0 for the local user in practice; Steam ignores it.
void setInGameVoiceSpeaking(void*, uint64_t steamId, bool isSpeaking) {
  const Call call("setInGameVoiceSpeaking", Arguments().id("steamId", steamId).flag("speaking", isSpeaking));
}

bool setRichPresence(void*, const char* key, const char* value) {
  const Call call("setRichPresence", Arguments().text("key", key).text("value", value));
  return !call.isPipeDead();
}

}  // namespace

InterfaceObject* steamFriendsInterface() {
  static InterfaceObject* const only =
      makeInterface("ISteamFriends", {at(0, &getPersonaName), at(7, &getFriendPersonaName),
                                      at(27, &setInGameVoiceSpeaking), at(43, &setRichPresence)});
  return only;
}

}  // namespace steam_double
