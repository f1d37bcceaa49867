// ISteamUser (SteamUser023): which function sits in which slot.

#include "interfaces.hpp"
#include "user-functions.hpp"

namespace steam_double {

InterfaceObject* steamUserInterface() {
  static InterfaceObject* const only = makeInterface("ISteamUser", {
      at(0, &user::getHSteamUser),
      at(1, &user::loggedOn),
      at(2, &user::getSteamID),
      at(3, &user::initiateGameConnection),
      at(4, &user::terminateGameConnection),
      at(5, &user::trackAppUsageEvent),
      at(6, &user::getUserDataFolder),
      at(7, &user::startVoiceRecording),
      at(8, &user::stopVoiceRecording),
      at(9, &user::getAvailableVoice),
      at(10, &user::getVoice),
      at(11, &user::decompressVoice),
      at(12, &user::getVoiceOptimalSampleRate),
      at(13, &user::getAuthSessionTicket),
      at(14, &user::getAuthTicketForWebApi),
      at(15, &user::beginAuthSession),
      at(16, &user::endAuthSession),
      at(17, &user::cancelAuthTicket),
      at(18, &user::userHasLicenseForApp),
      at(19, &user::isBehindNAT),
      at(20, &user::advertiseGame),
      at(21, &user::requestEncryptedAppTicket),
      at(22, &user::getEncryptedAppTicket),
      at(23, &user::getGameBadgeLevel),
      at(24, &user::getPlayerSteamLevel),
      at(25, &user::requestStoreAuthURL),
      at(26, &user::isPhoneVerified),
      at(27, &user::isTwoFactorEnabled),
      at(28, &user::isPhoneIdentifying),
      at(29, &user::isPhoneRequiringVerification),
      at(30, &user::getMarketEligibility),
      at(31, &user::getDurationControl),
      at(32, &user::setDurationControlOnlineState),
  });
  return only;
}

}  // namespace steam_double
