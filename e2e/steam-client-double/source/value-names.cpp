#include "value-names.hpp"

#include <map>
#include <set>

namespace steam_double {

std::optional<ValueKind> valueKind(const std::string& name) {
  static const auto& kinds = *new std::map<std::string, ValueKind>{
      // The client itself: 0 makes the step fail.
      {"createSteamPipe", ValueKind::number},
      {"connectToGlobalUser", ValueKind::number},
      // ISteamUser: the account.
      {"getHSteamUser", ValueKind::number},
      {"loggedOn", ValueKind::flag},
      {"getSteamID", ValueKind::id},
      {"getUserDataFolder", ValueKind::text},
      {"getUserDataFolder.result", ValueKind::flag},
      {"isBehindNAT", ValueKind::flag},
      {"isPhoneVerified", ValueKind::flag},
      {"isTwoFactorEnabled", ValueKind::flag},
      {"isPhoneIdentifying", ValueKind::flag},
      {"isPhoneRequiringVerification", ValueKind::flag},
      {"getPlayerSteamLevel", ValueKind::number},
      {"getGameBadgeLevel", ValueKind::number},
      {"getGameBadgeLevel.foil", ValueKind::number},
      {"setDurationControlOnlineState", ValueKind::flag},
      {"initiateGameConnection", ValueKind::bytes},
      // ISteamUser: tickets and sessions. The bare name is the handle or the result that is returned.
      {"getAuthSessionTicket", ValueKind::number},
      {"getAuthSessionTicket.ticket", ValueKind::bytes},
      {"getAuthSessionTicket.callbackResult", ValueKind::number},
      {"getAuthTicketForWebApi", ValueKind::number},
      {"getAuthTicketForWebApi.ticket", ValueKind::bytes},
      {"getAuthTicketForWebApi.callbackResult", ValueKind::number},
      {"beginAuthSession", ValueKind::number},
      {"beginAuthSession.response", ValueKind::number},
      {"beginAuthSession.owner", ValueKind::id},
      {"userHasLicenseForApp", ValueKind::number},
      {"getEncryptedAppTicket", ValueKind::bytes},
      {"getEncryptedAppTicket.result", ValueKind::flag},
      // ISteamUser: the call handle returned by the functions that answer by call result.
      {"requestEncryptedAppTicket", ValueKind::id},
      {"requestStoreAuthURL", ValueKind::id},
      {"getMarketEligibility", ValueKind::id},
      {"getDurationControl", ValueKind::id},
      // ISteamUser: voice.
      {"getAvailableVoice", ValueKind::number},
      {"getAvailableVoice.result", ValueKind::number},
      {"getVoice", ValueKind::bytes},
      {"getVoice.result", ValueKind::number},
      {"decompressVoice", ValueKind::bytes},
      {"decompressVoice.result", ValueKind::number},
      {"getVoiceOptimalSampleRate", ValueKind::number},
      // ISteamUtils.
      {"getConnectedUniverse", ValueKind::number},
      {"getServerRealTime", ValueKind::number},
      {"getIPCountry", ValueKind::text},
      {"getAppID", ValueKind::number},
      {"isOverlayEnabled", ValueKind::flag},
      {"getSteamUILanguage", ValueKind::text},
      {"isSteamRunningOnSteamDeck", ValueKind::flag},
      // ISteamFriends.
      {"getPersonaName", ValueKind::text},
      {"getFriendPersonaName", ValueKind::text},
      // ISteamApps.
      {"isSubscribed", ValueKind::flag},
      {"isSubscribedApp", ValueKind::flag},
      {"isAppInstalled", ValueKind::flag},
      {"getCurrentGameLanguage", ValueKind::text},
      {"getAvailableGameLanguages", ValueKind::text},
      {"getCurrentBetaName", ValueKind::text},
      {"getAppOwner", ValueKind::id},
      {"getAppBuildId", ValueKind::number},
  };
  const auto found = kinds.find(name);
  if (found == kinds.end()) return std::nullopt;
  return found->second;
}

const char* valueKindName(ValueKind kind) {
  switch (kind) {
    case ValueKind::flag:
      return "true or false";
    case ValueKind::number:
      return "a whole number";
    case ValueKind::id:
      return "an unsigned 64-bit number";
    case ValueKind::text:
      return "text";
    case ValueKind::bytes:
      return "bytes in hex, or - for none";
  }
  return "";
}

bool isCallResultFunction(const std::string& name) {
  static const auto& names = *new std::set<std::string>{"requestEncryptedAppTicket", "requestStoreAuthURL",
                                                        "getMarketEligibility", "getDurationControl"};
  return names.count(name) > 0;
}

bool isAutomaticFunction(const std::string& name) {
  static const auto& names = *new std::set<std::string>{"getAuthSessionTicket", "getAuthTicketForWebApi",
                                                        "beginAuthSession", "cancelAuthTicket"};
  return names.count(name) > 0 || isCallResultFunction(name);
}

}  // namespace steam_double
